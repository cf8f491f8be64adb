/** Finds where a clap, a snap or a beep begins in sound: a peak that stands out of what was heard before. Pure but for its memory. */

/** Peaks are taken over so long. */
const STEP_SECONDS = 0.001;
/** Quieter than this, linear, is no clap: −26 dBFS. */
const MIN_PEAK = 0.05;
/** Above what was heard before: 12 dB. */
const MIN_RATIO = 4;
/** How fast the memory of what was heard before follows, a step. */
const FOLLOW = 0.005;
/** After one the next is looked for so much later. */
const PAUSE_STEPS = 500;

export class ClapFinder {
  #usual = 0;
  #peak = 0;
  #count = 0;
  #pause = PAUSE_STEPS / 5;

  /** Both sides have the same length. @returns when the first clap in this block begins, on the clock of `timestampUs`. */
  push(left: Float32Array, right: Float32Array, timestampUs: number, sampleRate: number): number | undefined {
    const step = Math.round(STEP_SECONDS * sampleRate);
    let found: number | undefined;
    for (let at = 0; at < left.length; at += 1) {
      const size = Math.max(Math.abs(left[at] ?? 0), Math.abs(right[at] ?? 0));
      // What is no number is no sound.
      if (size > this.#peak) this.#peak = size;
      this.#count += 1;
      if (this.#count < step) continue;
      const begin = timestampUs + ((at + 1 - step) * 1e6) / sampleRate;
      if (this.#isClap()) found ??= begin;
      this.#usual += (this.#peak - this.#usual) * FOLLOW;
      this.#peak = 0;
      this.#count = 0;
    }
    return found;
  }

  #isClap(): boolean {
    if (this.#pause > 0) {
      this.#pause -= 1;
      return false;
    }
    if (this.#peak < MIN_PEAK || this.#peak < this.#usual * MIN_RATIO) return false;
    this.#pause = PAUSE_STEPS;
    return true;
  }
}
