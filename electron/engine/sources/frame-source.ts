/**
 * What gives pictures and sound to the engine, whether a page captures them, ffmpeg reads them from a file or they are made here. Times
 * are microseconds on the engine's clock. A source sends a frame against a credit; sound is bounded by its rate.
 */
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import type { CapturedFrame } from '../frames/picture-bytes.ts';

/** Called by a source, from the moment it gets one until it is closed. */
export interface FrameConsumer {
  /** The source can be granted credits from now on. */
  ready(): void;
  /** Asked once for each frame, and spends its credit. False: the source lets the frame go without reading its bytes. */
  wantsFrame(): boolean;
  /** A frame that was wanted; its bytes are the consumer's. */
  frame(frame: CapturedFrame): void;
  /** A frame that was wanted couldn't be read. */
  frameLost(): void;
  /** Frames that the source left out for want of a credit. */
  skipped(frames: number): void;
}

export interface FrameSource {
  /** False while the source doesn't know the times of its frames. */
  readonly isReady: boolean;
  giveFramesTo(consumer: FrameConsumer): void;
  /** The right to send this many more frames. */
  grant(frames: number): void;
  /** Gives nothing any more. */
  close(): void;
}

/** @param trackId that the sound is of; undefined where the source has one sound, which belongs in every track. */
export type SoundConsumer = (block: AudioBlock, trackId?: string) => void;

export interface SoundSource {
  giveSoundTo(consumer: SoundConsumer): void;
  /** Sound of other tracks is of no use from now on. */
  wantTracks(trackIds: readonly string[]): void;
  close(): void;
}
