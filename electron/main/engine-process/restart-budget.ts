/** How often an engine that died is started again by itself. Pure but for its memory: the time is an argument. */

/** Deaths within this time count together; after `MAX_DEATHS` of them the next start waits for the user. */
const DEATH_WINDOW_MS = 60_000;
export const MAX_DEATHS = 5;

export class RestartBudget {
  #deathsMs: number[] = [];

  /** An engine died at this monotonic time. True when another one may be started. */
  allow(nowMs: number): boolean {
    this.#deathsMs = [...this.#deathsMs.filter((atMs) => nowMs - atMs < DEATH_WINDOW_MS), nowMs];
    return this.#deathsMs.length < MAX_DEATHS;
  }

  /** The user asked for another one. */
  renew(): void {
    this.#deathsMs = [];
  }
}
