/** Pacing of writes as pure arithmetic: time comes in, permission goes out. */
import type { Pacing } from './byte-channel.ts';

export class TokenBucket {
  readonly #pacing: Pacing;
  #tokens: number;
  #lastMs: number;

  constructor(pacing: Pacing, nowMs: number) {
    this.#pacing = pacing;
    this.#tokens = pacing.burstBytes;
    this.#lastMs = nowMs;
  }

  /** Milliseconds until something may be sent; 0 is now. A bucket may go below zero by one chunk and pays it back. */
  waitMs(nowMs: number): number {
    const grown = ((nowMs - this.#lastMs) * this.#pacing.bytesPerSecond) / 1000;
    this.#tokens = Math.min(this.#pacing.burstBytes, this.#tokens + grown);
    this.#lastMs = nowMs;
    return this.#tokens > 0 ? 0 : Math.ceil(((1 - this.#tokens) * 1000) / this.#pacing.bytesPerSecond);
  }

  take(bytes: number): void {
    this.#tokens -= bytes;
  }
}
