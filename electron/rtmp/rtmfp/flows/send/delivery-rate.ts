/** How much arrives at the peer, by what it acknowledges: the most of the last few seconds, since a stream's frames come in bursts. */

/** Shorter times measure bursts of acknowledgements. */
const SAMPLE_MS = 200;
/** The best sample counts for one such time, at most two. */
const BEST_MS = 2_000;

export class DeliveryRate {
  #sampleBytes = 0;
  #sampleFromMs = -Infinity;
  #best = 0;
  #bestBefore = 0;
  #bestFromMs = -Infinity;

  get bytesPerMs(): number {
    return Math.max(this.#best, this.#bestBefore);
  }

  add(bytes: number, nowMs: number): void {
    this.#sampleBytes += bytes;
    const elapsedMs = nowMs - this.#sampleFromMs;
    if (elapsedMs < SAMPLE_MS) return;
    if (nowMs - this.#bestFromMs > BEST_MS) {
      this.#bestBefore = this.#best;
      this.#best = 0;
      this.#bestFromMs = nowMs;
    }
    this.#best = Math.max(this.#best, this.#sampleBytes / elapsedMs);
    this.#sampleBytes = 0;
    this.#sampleFromMs = nowMs;
  }
}
