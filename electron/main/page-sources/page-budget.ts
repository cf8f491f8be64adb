/** Bounds what a page makes main do: each line to the console, title, navigation is work of main's one thread. Pure. */

const WINDOW_MS = 1000;
/** In one window, by what each kind costs. */
const BUDGET = 3000;
const costs = { consoleMessage: 1, title: 1, refusal: 20, placeInDocument: 100, document: 300 } as const;

export class PageBudget {
  #startMs = -Infinity;
  #spent = 0;

  /** False when the page has spent more than a page ever needs. `nowMs` of a clock that never steps. */
  spend(kind: keyof typeof costs, nowMs: number): boolean {
    if (nowMs - this.#startMs >= WINDOW_MS) {
      this.#startMs = nowMs;
      this.#spent = 0;
    }
    this.#spent += costs[kind];
    return this.#spent <= BUDGET;
  }
}
