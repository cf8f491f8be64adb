/** Between sources and encoders: what takes a program's frames and sound, and what gives them. */
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import type { CapturedFrame } from './picture-bytes.ts';

export interface MediaSink {
  /** Must call `FrameInput.frameConsumed` once for each frame, when its bytes are no longer waiting. */
  pushVideo(frame: CapturedFrame): void;
  /** @param trackId that the block is of; undefined where it belongs in every track. */
  pushAudio(block: AudioBlock, trackId?: string): void;
}

export interface FrameInput {
  /** Starts feeding. */
  open(sink: MediaSink): void;
  /** Of the sound, from now on; none while nothing is fed. */
  wantTracks(trackIds: readonly string[]): void;
  /** Frames that are still on their way are let go. */
  close(): void;
  /** One frame's bytes were taken, or it was skipped: the source may send another, now or a little later. */
  frameConsumed(): void;
}
