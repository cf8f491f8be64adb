/**
 * How much of a server's words one connection passes on: the first few at once, then one each two seconds, one a minute when it
 * goes on. Equal words and those beyond are counted; the count is told with the next one. Pure: time is an argument.
 */

const BURST = 5;
const GAP_MS = 2000;
/** So many told are enough to know the server: from then on one a minute. */
const MANY = 50;
const LONG_GAP_MS = 60_000;

export interface SaidWords {
  /** The newest. */
  readonly text: string;
  /** How many came since the last that was told, this one among them; 1 when none was left out. */
  readonly times: number;
  /** All of these were what was told last. */
  readonly isRepeated: boolean;
}

export class WordsBudget {
  #told = 0;
  #toldMs = -Infinity;
  #toldText: string | undefined;
  #pending = 0;
  #newest = '';
  #isRepeated = true;

  /** Counts one; returns what is to be told now, if anything. `nowMs` is monotonic. */
  take(text: string, nowMs: number): SaidWords | undefined {
    this.#pending += 1;
    this.#newest = text;
    this.#isRepeated &&= text === this.#toldText;
    const isFirst = this.#pending === 1 && !this.#isRepeated && this.#told < BURST;
    return isFirst ? this.#tell(nowMs) : this.due(nowMs);
  }

  /** What was counted and may be told by now; asked now and then, so that the last count is told too. */
  due(nowMs: number): SaidWords | undefined {
    const gapMs = this.#told < MANY ? GAP_MS : LONG_GAP_MS;
    if (this.#pending === 0 || nowMs - this.#toldMs < gapMs) return undefined;
    return this.#tell(nowMs);
  }

  #tell(nowMs: number): SaidWords {
    const said = { text: this.#newest, times: this.#pending, isRepeated: this.#isRepeated };
    this.#told += 1;
    this.#toldMs = nowMs;
    this.#toldText = this.#newest;
    this.#pending = 0;
    this.#isRepeated = true;
    return said;
  }
}
