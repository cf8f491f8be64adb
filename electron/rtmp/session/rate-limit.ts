/** So many in any one second of session time; bounds what a peer's flood makes us do. */

export class RateLimit {
  readonly #perSecond: number;
  #windowStartMs = -Infinity;
  #count = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts one, if there is room for it. `nowMs` is monotonic. */
  allows(nowMs: number): boolean {
    if (nowMs - this.#windowStartMs >= 1000) {
      this.#windowStartMs = nowMs;
      this.#count = 0;
    }
    if (this.#count >= this.#perSecond) return false;
    this.#count += 1;
    return true;
  }
}
