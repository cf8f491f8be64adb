/**
 * Sound that is to be heard later. The ring keeps the longest delay, so that a longer one finds what it needs. What it keeps
 * begins softly, within 10 ms: a delay that is switched on in the middle of a sound plays that beginning.
 */
import { MAX_SOUND_DELAY_MS } from '../../../../shared/studio/mixer/sound-filter-limits.ts';
import type { SoundFilter } from './sound-filter.ts';

const SOFT_SECONDS = 0.01;

export class Delay implements SoundFilter {
  readonly latencyFrames = 0;
  readonly isBounded = true;
  readonly reductionDb = 0;
  readonly #frames: number;
  readonly #left: Float32Array;
  readonly #right: Float32Array;
  readonly #softFrames: number;
  #at = 0;
  /** Of the beginning. */
  #softAt = 0;

  /**
   * Of whole frames.
   * @param isSameInput whether the sound goes on where the one before ends; else what is kept ends softly, and the new sound begins so
   */
  constructor(ms: number, sampleRate: number, before?: SoundFilter, isSameInput = true) {
    this.#frames = Math.round((ms * sampleRate) / 1000);
    this.#softFrames = Math.round(SOFT_SECONDS * sampleRate);
    if (before instanceof Delay) {
      this.#left = before.#left.slice();
      this.#right = before.#right.slice();
      this.#at = before.#at;
      if (isSameInput) this.#softAt = before.#softAt;
      else this.#fadeEnd();
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
    if (this.#softAt < this.#softFrames) this.#soften(left, right);
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

  /** Of what is kept. */
  #fadeEnd(): void {
    const size = this.#left.length;
    for (let back = 0; back < this.#softFrames; back += 1) {
      const place = (this.#at - 1 - back + size) % size;
      const weight = this.#weightOf(back);
      this.#left[place] = (this.#left[place] as number) * weight;
      this.#right[place] = (this.#right[place] as number) * weight;
    }
  }

  #weightOf(frame: number): number {
    return 0.5 - 0.5 * Math.cos((Math.PI * (frame + 0.5)) / this.#softFrames);
  }

  #soften(left: Float32Array, right: Float32Array): void {
    for (let frame = 0; frame < left.length && this.#softAt < this.#softFrames; frame += 1) {
      const weight = this.#weightOf(this.#softAt);
      left[frame] = (left[frame] as number) * weight;
      right[frame] = (right[frame] as number) * weight;
      this.#softAt += 1;
    }
  }
}
