/**
 * Which frames a slow encoder gets, so that those it misses are spread evenly. A full queue alone does not see to that: on a busy
 * computer frames come and go in bursts, of which the first few would get in and the rest not. So once a queue has been full,
 * frames are let in apart from each other, the further the fuller it is on average, until it is nearly empty. Pure.
 */

/** Of the limit: at this level every frame is let in; from here on apart. */
const EASY_SHARE = 0.4;
/** Frames apart at the limit. */
const WIDEST = 32;
/** Where the level begins that is followed from then on. */
const FIRST_SHARE = 0.6;
/** How much of the distance to the queue's present length the level makes up with each frame. */
const PACE = 0.05;
/** At a level as low as this, of the limit, it has caught up. */
const CAUGHT_UP_SHARE = 0.15;

export class FrameSkipper {
  #level: number | undefined;
  #sinceLetIn = 0;

  /** Called for each frame. @param limit frames that may wait, at least 1. */
  accepts(queuedFrames: number, limit: number): boolean {
    this.#sinceLetIn += 1;
    const share = queuedFrames / limit;
    if (this.#level !== undefined) this.#level += (share - this.#level) * PACE;
    else if (share >= 1) this.#level = FIRST_SHARE;
    if (this.#level !== undefined && this.#level <= CAUGHT_UP_SHARE) this.#level = undefined;
    const isIn = share < 1 && (this.#level === undefined || this.#sinceLetIn >= spacing(this.#level));
    if (isIn) this.#sinceLetIn = 0;
    return isIn;
  }
}

/** Grows by the same factor from one level to the next. */
function spacing(share: number): number {
  return share <= EASY_SHARE ? 1 : Math.round(WIDEST ** ((share - EASY_SHARE) / (1 - EASY_SHARE)));
}
