/**
 * How many lines each area of the log may write: a burst, then a few a second, so that one area that floods leaves room for
 * what came before and for the others. Pure: time is an argument.
 */

export const BURST_LINES = 300;
export const LINES_PER_SECOND = 10;
/** Areas are few and ours; what comes on top shares one budget. */
const MAX_AREAS = 100;

interface Account {
  lines: number;
  atMs: number;
  leftOut: number;
}

export class LogBudget {
  readonly #accounts = new Map<string, Account>();

  /**
   * Whether an area may write a line now, and how many of it were left out since its last one. `nowMs` may be any clock:
   * a step back gives nothing and takes nothing.
   */
  take(area: string, nowMs: number): { readonly isAllowed: boolean; readonly leftOut: number } {
    const account = this.#accountOf(area, nowMs);
    const refill = (Math.max(0, nowMs - account.atMs) / 1000) * LINES_PER_SECOND;
    account.lines = Math.min(BURST_LINES, account.lines + refill);
    account.atMs = nowMs;
    if (account.lines < 1) {
      account.leftOut += 1;
      return { isAllowed: false, leftOut: 0 };
    }
    account.lines -= 1;
    const { leftOut } = account;
    account.leftOut = 0;
    return { isAllowed: true, leftOut };
  }

  #accountOf(area: string, nowMs: number): Account {
    const name = this.#accounts.has(area) || this.#accounts.size < MAX_AREAS ? area : 'others';
    const known = this.#accounts.get(name);
    if (known !== undefined) return known;
    const account: Account = { lines: BURST_LINES, atMs: nowMs, leftOut: 0 };
    this.#accounts.set(name, account);
    return account;
  }
}
