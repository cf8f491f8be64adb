/** Sound that is to be heard later. The ring keeps the longest delay, so that a longer one finds what it needs. */
import { MAX_SOUND_DELAY_MS } from '../../../../shared/studio/mixer/sound-filter.ts';
import type { SoundFilter } from './sound-filter.ts';

export class Delay implements SoundFilter {
  readonly latencyFrames = 0;
  readonly reductionDb = 0;
  readonly #frames: number;
  readonly #left: Float32Array;
  readonly #right: Float32Array;
  #at = 0;

  /** Of whole frames. */
  constructor(ms: number, sampleRate: number, before?: SoundFilter) {
    this.#frames = Math.round((ms * sampleRate) / 1000);
    if (before instanceof Delay) {
      this.#left = before.#left.slice();
      this.#right = before.#right.slice();
      this.#at = before.#at;
      return;
    }
    const size = Math.ceil((MAX_SOUND_DELAY_MS * sampleRate) / 1000) + 1;
    this.#left = new Float32Array(size);
    this.#right = new Float32Array(size);
  }

  process(left: Float32Array, right: Float32Array): void {
    const ringLeft = this.#left;
    const ringRight = this.#right;
    const size = ringLeft.length;
    let at = this.#at;
    let from = at - this.#frames;
    if (from < 0) from += size;
    for (let frame = 0; frame < left.length; frame += 1) {
      ringLeft[at] = left[frame] as number;
      ringRight[at] = right[frame] as number;
      left[frame] = ringLeft[from] as number;
      right[frame] = ringRight[from] as number;
      at += 1;
      if (at === size) at = 0;
      from += 1;
      if (from === size) from = 0;
    }
    this.#at = at;
  }
}
