/** Which sequence numbers of a session's packets have come: each counts once, and only near the highest. */

/** Bits of one number. */
const WINDOW = 32;

export class ReplayWindow {
  #highest = -1;
  /** The lowest bit stands for the highest number, each further one for the number before. */
  #seen = 0;

  /** Counts a number, from 0; false for one that came before or is too old. Any number may be the first. */
  accepts(sequence: number): boolean {
    const ahead = sequence - this.#highest;
    if (ahead > 0) {
      this.#seen = ahead < WINDOW ? (this.#seen << ahead) | 1 : 1;
      this.#highest = sequence;
      return true;
    }
    if (-ahead >= WINDOW) return false;
    const bit = 1 << -ahead;
    if ((this.#seen & bit) !== 0) return false;
    this.#seen |= bit;
    return true;
  }
}
