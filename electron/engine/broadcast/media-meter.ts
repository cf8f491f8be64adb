/** Measures how much of the program went out, so that a broadcast can end after an exact length of media. */
import type { MediaPacket } from '../../rtmp/flv/packet.ts';

export interface MediaMeterOptions {
  readonly lengthMs: number;
  /** Length of one frame, ms: the last one's is part of the whole. */
  readonly frameMs: number;
  /** Called once, right after the last frame of the length was handed over. */
  readonly onReached: () => void;
}

/** Timestamps are rounded to whole milliseconds. */
const ROUNDING_MS = 1.5;

export class MediaMeter {
  readonly #options: MediaMeterOptions;
  #firstMs: number | undefined;
  #isReached = false;

  constructor(options: MediaMeterOptions) {
    this.#options = options;
  }

  /** Counts from the first video frame that any connection got. */
  sent(packet: MediaPacket, timestampMs: number): void {
    if (packet.kind !== 'video' || packet.isSequenceHeader || this.#isReached) return;
    this.#firstMs ??= timestampMs;
    const { lengthMs, frameMs, onReached } = this.#options;
    if (timestampMs + frameMs - this.#firstMs < lengthMs - ROUNDING_MS) return;
    this.#isReached = true;
    onReached();
  }
}
