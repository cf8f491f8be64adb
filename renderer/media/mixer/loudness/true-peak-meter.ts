/**
 * True peak after ITU-R BS.1770-4, annex 2, by four times oversampling. Sound that can't exceed the peak so far, whatever lies
 * between its samples, is not oversampled: a meter that runs for long costs little more than a comparison a sample.
 */
import { bendWithin, peakWithin } from './finite.ts';
import { LARGEST_BEND_GAIN, LARGEST_GAIN, peakFrom, REACH } from './interpolation.ts';
import type { LookBack } from './look-back.ts';

/** Frames that are looked at together. */
const CHUNK = 32;

export class TruePeakMeter {
  #peak = 0;
  #samplePeak = 0;

  /** The highest amplitude since `reset`. A point between samples counts once the `REACH` samples after it are there. */
  get peak(): number {
    return Math.max(this.#peak, this.#samplePeak);
  }

  get samplePeak(): number {
    return this.#samplePeak;
  }

  /** Looks at the newest block of a side that keeps `2 × REACH` frames or more. */
  add({ samples, kept, frames, peak, blockPeak }: LookBack): void {
    if (blockPeak > this.#samplePeak) this.#samplePeak = blockPeak;
    if (peak * LARGEST_GAIN <= this.#peak) return;
    const end = kept + frames - REACH;
    for (let from = kept - REACH; from < end; from += CHUNK) {
      this.#look(samples, from, Math.min(end, from + CHUNK));
    }
  }

  reset(): void {
    this.#peak = 0;
    this.#samplePeak = 0;
  }

  #look(samples: Float32Array, from: number, to: number): void {
    const first = from - REACH + 1;
    const last = to + REACH;
    if (peakWithin(samples, first, last) * LARGEST_GAIN <= this.#peak) return;
    const extra = bendWithin(samples, first, last) * LARGEST_BEND_GAIN;
    let here = Math.abs(samples[from] ?? 0);
    for (let at = from; at < to; at += 1) {
      const next = Math.abs(samples[at + 1] ?? 0);
      if ((here > next ? here : next) + extra > this.#peak) {
        const size = peakFrom(samples, at);
        if (size > this.#peak) this.#peak = size;
      }
      here = next;
    }
  }
}
