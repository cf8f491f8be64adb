/** Between sources and encoders: what takes a program's frames and sound, and what gives them. */
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import type { CapturedFrame } from './picture-bytes.ts';

export interface MediaSink {
  /** Must call `FrameInput.frameConsumed` once for each frame, when its bytes are no longer waiting. */
  pushVideo(frame: CapturedFrame): void;
  pushAudio(block: AudioBlock): void;
}

export interface FrameInput {
  /** Starts feeding. */
  open(sink: MediaSink): void;
  /** Frames that are still on their way are let go. */
  close(): void;
  /** One frame's bytes were taken, or it was skipped: the source may send another, now or a little later. */
  frameConsumed(): void;
}
