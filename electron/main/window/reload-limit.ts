/** How often a page that died is loaded anew without asking. Pure: time is an argument. */

const RELOADS = 3;
const WINDOW_MS = 60_000;

export class ReloadLimit {
  #timesMs: number[] = [];

  /** Whether one more reload is within the limit; counts it. `nowMs` of a clock that never steps. */
  take(nowMs: number): boolean {
    this.#timesMs = this.#timesMs.filter((at) => nowMs - at < WINDOW_MS);
    if (this.#timesMs.length >= RELOADS) return false;
    this.#timesMs.push(nowMs);
    return true;
  }
}
