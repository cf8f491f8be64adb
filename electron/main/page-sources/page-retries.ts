/** When a page that failed is loaded again. Pure: time is an argument. */

const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 60_000;
/** A page that crashes, hangs or takes too much so often within that time is given up. */
const MAX_FAULTS = 5;
const FAULT_WINDOW_MS = 10 * 60_000;

export class PageRetries {
  #faultsMs: readonly number[] = [];
  #failures = 0;

  /** The page couldn't be loaded. Returns the wait until the next attempt: networks and servers come back. */
  loadFailed(): number {
    this.#failures += 1;
    return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(10, this.#failures - 1));
  }

  /** The page did harm. Undefined: it isn't loaded again by itself. `nowMs` of a clock that never steps. */
  faulted(nowMs: number): number | undefined {
    this.#faultsMs = [...this.#faultsMs.filter((at) => nowMs - at < FAULT_WINDOW_MS), nowMs];
    const count = this.#faultsMs.length;
    return count > MAX_FAULTS ? undefined : FIRST_DELAY_MS * 2 ** (count - 1);
  }

  loaded(): void {
    this.#failures = 0;
  }

  /** A person reloads the page, or has changed it. */
  reset(): void {
    this.#failures = 0;
    this.#faultsMs = [];
  }
}
