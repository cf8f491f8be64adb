/**
 * Makes a source's frames regular: at most the program's rate, and evenly spaced timestamps where the source is only
 * jittery. A grid of frame times follows the source's own phase; a frame takes the nearest free place on it, a frame
 * that finds none is surplus. Gaps stay gaps: the encoder fills them.
 */

/** A frame may come this much of a frame time before its place. Beyond it belongs to a faster source. */
const EARLY_TOLERANCE = 0.4;
/** How much of each frame's error moves the grid. */
const FOLLOW = 0.05;
/** A clock that jumps by more starts a new grid. */
const JUMP_US = 2_000_000;

export class FramePacer {
  readonly #periodUs: number;
  #gridUs: number | undefined;
  #place = 0;

  /** @param fps frames per second of the program. */
  constructor(fps: number) {
    this.#periodUs = 1_000_000 / fps;
  }

  /** The timestamp to send the frame with, or nothing when it is surplus. Timestamps only grow. */
  place(timestampUs: number): number | undefined {
    const period = this.#periodUs;
    if (this.#gridUs === undefined || Math.abs(timestampUs - this.#at(this.#place)) > JUMP_US) {
      const isBack = this.#gridUs !== undefined && timestampUs <= this.#at(this.#place);
      if (isBack) return undefined;
      this.#gridUs = timestampUs;
      this.#place = 0;
      return Math.round(timestampUs);
    }
    if (timestampUs < this.#at(this.#place + 1) - EARLY_TOLERANCE * period) return undefined;
    this.#place = Math.max(this.#place + 1, Math.round((timestampUs - this.#gridUs) / period));
    const placedUs = this.#at(this.#place);
    this.#gridUs += FOLLOW * (timestampUs - placedUs);
    return Math.round(placedUs);
  }

  #at(place: number): number {
    return (this.#gridUs ?? 0) + place * this.#periodUs;
  }
}
