/**
 * Places the times of a page on the engine's clock: microseconds of this process' monotonic clock. A page has a monotonic clock of its
 * own, whose origin means nothing here and changes with each load. Questions over the media port measure how far the two are apart. The
 * wall clock has no part in it: it may be set between two loads of the page.
 */

/** The time of what the engine itself captures, and of what it compares with capture times. */
export function mediaNowUs(): number {
  return performance.now() * 1000;
}

/**
 * A page that has just loaded, or a busy one, answers late, and its reply says little. It is asked on at once until its clock is known this
 * well: a frame that is placed anew by half of it stays in its turn.
 */
const WELL_KNOWN_US = 10_000;
/** One that never answers sooner is believed after so many replies. */
const MOST_FIRST_REQUESTS = 20;
/** Asked again this often while media arrives: during a sleep, one of the clocks may stand still. */
const REQUEST_AFTER_US = 2_000_000;
/** A page reads its clock coarsely. */
const COARSENESS_US = 500;

/** How far the engine's clock is ahead of the page's. */
interface Bounds {
  readonly leastUs: number;
  readonly mostUs: number;
}

export class PageClock {
  readonly #ask: (id: number) => void;
  readonly #nowUs: () => number;
  #waiting: { readonly id: number; readonly askedUs: number } | undefined;
  #requests = 0;
  #askedUs = -Infinity;
  #bounds: Bounds | undefined;
  #isKnown = false;

  /** @param ask puts the question to the page, which answers with the same id and its time. */
  constructor(ask: (id: number) => void, nowUs: () => number = mediaNowUs) {
    this.#ask = ask;
    this.#nowUs = nowUs;
  }

  /** Whether the page has answered well enough: its times can be placed. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Asks when the last reply is old. One question is open at a time. */
  refresh(): void {
    const nowUs = this.#nowUs();
    if (this.#waiting !== undefined || nowUs - this.#askedUs < REQUEST_AFTER_US) return;
    this.#request(nowUs);
  }

  /** False for a reply to what was not asked. */
  reply(id: number, pageUs: number): boolean {
    const waiting = this.#waiting;
    if (waiting === undefined || waiting.id !== id) return false;
    this.#waiting = undefined;
    const nowUs = this.#nowUs();
    // The page read its clock after the question and before the answer came.
    const { leastUs, mostUs } = this.#narrow({
      leastUs: waiting.askedUs - pageUs - COARSENESS_US,
      mostUs: nowUs - pageUs + COARSENESS_US,
    });
    this.#isKnown ||= mostUs - leastUs <= WELL_KNOWN_US || this.#requests >= MOST_FIRST_REQUESTS;
    if (!this.#isKnown) this.#request(nowUs);
    return true;
  }

  /** A time of the page on the engine's clock. Call it once `isKnown`. */
  toEngineUs(pageUs: number): number {
    const { leastUs, mostUs } = this.#bounds ?? { leastUs: 0, mostUs: 0 };
    return Math.round(pageUs + (leastUs + mostUs) / 2);
  }

  #request(nowUs: number): void {
    this.#requests += 1;
    this.#askedUs = nowUs;
    this.#waiting = { id: this.#requests, askedUs: nowUs };
    this.#ask(this.#requests);
  }

  #narrow(reply: Bounds): Bounds {
    const known = this.#bounds;
    const hasMoved = known === undefined || reply.leastUs > known.mostUs || reply.mostUs < known.leastUs;
    this.#bounds = hasMoved
      ? reply
      : {
          leastUs: Math.max(known.leastUs, reply.leastUs),
          mostUs: Math.min(known.mostUs, reply.mostUs),
        };
    return this.#bounds;
  }
}
