/**
 * Which frame of an animation shows at a moment, from how long each frame lasts: a function of time alone, so no play is ever late by the
 * sum of small delays. Lengths are learned one frame after the other, as the frames are decoded.
 */

/** Browsers show a frame that asks for 10 ms or less for 100 ms: files that old programs wrote rely on it. */
const LEAST_FRAME_US = 10_000;
const HASTY_FRAME_US = 100_000;

export interface FrameAtTime {
  readonly index: number;
  /** When the next frame begins, in the animation's time. Infinity where none does, the asked time itself where that isn't known yet. */
  readonly changeUs: number;
}

export class AnimationTimeline {
  #frameCount: number;
  readonly #plays: number;
  /** When each known frame ends, in the first play. */
  readonly #endsUs: number[] = [];

  /** @param plays how many times the animation plays: 1 or more, or Infinity. */
  constructor(frameCount: number, plays: number) {
    this.#frameCount = frameCount;
    this.#plays = plays;
  }

  /** How many frames, from the first on, have a known length. */
  get knownCount(): number {
    return this.#endsUs.length;
  }

  get frameCount(): number {
    return this.#frameCount;
  }

  /** The next frame's length as the file says it. */
  add(durationUs: number): void {
    const lengthUs = durationUs > LEAST_FRAME_US ? durationUs : HASTY_FRAME_US;
    this.#endsUs.push((this.#endsUs.at(-1) ?? 0) + lengthUs);
  }

  /** No frame comes after the known ones: the rest of the file is damaged. */
  endHere(): void {
    this.#frameCount = this.knownCount;
  }

  /** @param elapsedUs since the animation began; before that, its first frame shows. */
  at(elapsedUs: number): FrameAtTime {
    if (this.#frameCount === 1) return { index: 0, changeUs: Infinity };
    const totalUs = this.#endsUs.at(-1) ?? 0;
    const sinceUs = Math.max(0, elapsedUs);
    if (this.knownCount < this.#frameCount) {
      if (sinceUs < totalUs) return this.#inPlay(sinceUs, 0);
      return { index: Math.max(0, this.knownCount - 1), changeUs: elapsedUs };
    }
    const play = Math.floor(sinceUs / totalUs);
    if (play >= this.#plays) return { index: this.#frameCount - 1, changeUs: Infinity };
    const found = this.#inPlay(sinceUs - play * totalUs, play * totalUs);
    const isLast = play === this.#plays - 1 && found.index === this.#frameCount - 1;
    return isLast ? { index: found.index, changeUs: Infinity } : found;
  }

  #inPlay(withinUs: number, startUs: number): FrameAtTime {
    let low = 0;
    let high = this.#endsUs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (withinUs < (this.#endsUs[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return { index: low, changeUs: startUs + (this.#endsUs[low] ?? 0) };
  }
}
