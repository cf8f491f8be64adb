/** What gives frames in the worker, and what takes them: a track's frames, the test pattern and the slate are alike to the program. */
import type { AudioBlock, FrameShape } from '../../../shared/media/media-port.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';

export interface RawFrame extends FrameShape {
  /** The sender's own: the bytes are used again after `send`. */
  readonly data: Uint8Array<ArrayBuffer>;
}

export interface FrameSink {
  /** Whether a frame may be sent now. */
  readonly hasCredit: boolean;
  /** Spends a credit. */
  send(frame: RawFrame): void;
  /** A frame that was left out: nobody took it, or it came faster than the program's rate. */
  countSkipped(cause: 'noCredit' | 'surplus'): void;
}

/** What the sources of a scene send to: the engine, and the preview of the same pictures. */
export interface ProgramSink extends FrameSink {
  /** @param isRepeated the picture is the one that was sent before. */
  send(frame: RawFrame, isRepeated?: boolean): void;
  /** Whether the preview wants a frame that finds no credit. @param isRepeated the preview had this picture before. */
  wantsUnsent(isRepeated: boolean): boolean;
  /** For the preview alone. @param costUs how long the frame took to make. */
  showUnsent(frame: RawFrame, costUs: number): void;
}

export interface SoundSink {
  sendSound(trackId: string, block: AudioBlock): void;
}

export interface FrameSource {
  start(): void;
  /** The program's size or rate has changed. */
  setProgram(program: ProgramFormat): void;
  /** Frames may be sent again. */
  onCredit(): void;
  /** The device is gone: sends its last picture until `end`. A made picture has no device to lose. */
  hold?(): void;
  end(): void;
}
