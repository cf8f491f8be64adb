/**
 * How many of a server's messages one connection reports: the first few at once, then one each two seconds, later one a minute.
 * Equal messages and those beyond the limit are counted; the next report has the count. Pure: time is an argument.
 */

const BURST = 5;
const GAP_MS = 2000;
/** After so many reports the server is known well enough: from then on one a minute. */
const MANY = 50;
const LONG_GAP_MS = 60_000;

export interface ServerMessage {
  /** The newest. */
  readonly text: string;
  /** How many came since the last report, this one among them; 1 when none was left out. */
  readonly times: number;
  /** All of these said what the last report said. */
  readonly isRepeated: boolean;
}

export class ServerMessageLimit {
  #reported = 0;
  #reportedMs = -Infinity;
  #reportedText: string | undefined;
  #pending = 0;
  #newest = '';
  #isRepeated = true;

  /** Counts one; returns what is to be reported now, if anything. `nowMs` is monotonic. */
  count(text: string, nowMs: number): ServerMessage | undefined {
    this.#pending += 1;
    this.#newest = text;
    this.#isRepeated &&= text === this.#reportedText;
    const isFirst = this.#pending === 1 && !this.#isRepeated && this.#reported < BURST;
    return isFirst ? this.#report(nowMs) : this.due(nowMs);
  }

  /** What was counted and may be reported by now; asked now and then, so that the last count is reported too. */
  due(nowMs: number): ServerMessage | undefined {
    const gapMs = this.#reported < MANY ? GAP_MS : LONG_GAP_MS;
    if (this.#pending === 0 || nowMs - this.#reportedMs < gapMs) return undefined;
    return this.#report(nowMs);
  }

  #report(nowMs: number): ServerMessage {
    const message = { text: this.#newest, times: this.#pending, isRepeated: this.#isRepeated };
    this.#reported += 1;
    this.#reportedMs = nowMs;
    this.#reportedText = this.#newest;
    this.#pending = 0;
    this.#isRepeated = true;
    return message;
  }
}
