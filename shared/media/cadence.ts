/**
 * The one pacer: puts frames on the grid of a constant frame rate by their capture times. A frame that comes a little early or late keeps
 * its turn, one too many is surplus, and a gap stays a gap. Pure.
 *
 * The page's worker applies it to live sources before a frame costs anything, so that frames leave the page on the grid. The engine puts
 * what comes on an encoder's grid, whose zero is another: frames that are on a grid already pass as they are, and only gaps are filled.
 */
export interface Placement {
  /** Grid position, 0 is the first frame. */
  readonly slot: number;
  /** Positions before it that no frame came for. */
  readonly missed: number;
}

/** In frame times. Wide enough for a capture that jitters by half a frame, narrow enough to keep step with the sound. */
const SURPLUS_BELOW = -0.6;
const GAP_ABOVE = 0.9;

export class Cadence {
  readonly #frameUs: number;
  #next = 0;

  /** @param fps of the grid. */
  constructor(fps: number) {
    this.#frameUs = 1_000_000 / fps;
  }

  /** @param timeUs since the grid's origin. @returns undefined for a surplus frame. */
  place(timeUs: number): Placement | undefined {
    const late = timeUs / this.#frameUs - this.#next;
    if (late < SURPLUS_BELOW && this.#next > 0) return undefined;
    const slot = late > GAP_ABOVE && this.#next > 0 ? Math.round(timeUs / this.#frameUs) : this.#next;
    const missed = slot - this.#next;
    this.#next = slot + 1;
    return { slot, missed };
  }

  /** Where a frame would go that came in time. */
  get nextSlot(): number {
    return this.#next;
  }

  /** Time of a slot since the origin, microseconds. */
  timeUs(slot: number): number {
    return slot * this.#frameUs;
  }
}
