/** Every sample times a factor: the gain filter, and polarity, whose factor is −1. */
import type { SoundFilter } from './sound-filter.ts';

export class Gain implements SoundFilter {
  readonly latencyFrames = 0;
  readonly isBounded: boolean;
  readonly reductionDb = 0;
  readonly #factor: number;

  constructor(factor: number) {
    this.#factor = factor;
    this.isBounded = Math.abs(factor) <= 1;
  }

  process(left: Float32Array, right: Float32Array): void {
    const factor = this.#factor;
    for (let at = 0; at < left.length; at += 1) {
      left[at] = (left[at] as number) * factor;
      right[at] = (right[at] as number) * factor;
    }
  }
}
