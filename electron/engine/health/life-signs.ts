/**
 * Signs of life of a server: when to ask for one, how, and how long an answer has been due. Acknowledgements are the usual sign; a server
 * that sends few or none is asked, at first by a ping, which most answer; one that ignores it and never acknowledged, by a call that
 * every server must answer (RTMP 1.0 §7.2.1.3). Who answers nothing is not asked any more. A question waits its turn behind the media that
 * was sent before it: how much later than at best its answer comes tells how much of that is held up. Pure: time comes in.
 */

export type LifeQuestion = 'ping' | 'call';

/** What the server of a link was last seen to answer; survives its connections. */
export interface LifeMemory {
  answered?: LifeQuestion;
}

/** Without a sign for so long it is asked for one. */
const ASK_AFTER_MS = 2000;
/** The same on a new connection, so that what it answers is known early. */
const FIRST_ASK_AFTER_MS = 500;
/** Eight times what servers are asked to acknowledge at: who took this in silence does not acknowledge. */
const CERTAINLY_SILENT_BYTES = 256 * 1024;
const MOST_CALLS_IN_VAIN = 2;
/** Answers that tell how soon they can come. */
const ANSWERS_TO_TRUST = 2;
/** A server may be so much later by itself. */
const LATENESS_MS = 250;

export class LifeSigns {
  readonly #memory: LifeMemory;
  #seenMs: number;
  #lastAskedMs = 0;
  /** When the oldest question was asked that has no answer, nor any other sign after it. */
  #dueSinceMs: number | undefined;
  #question: LifeQuestion | undefined;
  #isAnswering = false;
  #inVain = 0;
  /** When the oldest and the newest open question were asked; one where they are the same. */
  #openMs: number[] = [];
  #answers = 0;
  #bestMs = Infinity;
  #lastMs = 0;

  constructor(memory: LifeMemory, startedMs: number) {
    this.#memory = memory;
    this.#question = memory.answered ?? 'ping';
    this.#seenMs = startedMs - ASK_AFTER_MS + FIRST_ASK_AFTER_MS;
  }

  /** Something shows that the server gets what is sent. */
  seen(nowMs: number): void {
    this.#seenMs = nowMs;
    this.#dueSinceMs = undefined;
  }

  answered(question: LifeQuestion, nowMs: number): void {
    // A late answer to the gentler question counts more.
    if (!this.#isAnswering || question === 'ping') this.#question = question;
    this.#isAnswering = true;
    this.#measureAnswer(nowMs);
    this.#memory.answered = this.#question ?? question;
    this.seen(nowMs);
  }

  /** What to ask the server now, if anything. `acknowledgedBytes` is absent when it never acknowledged. */
  ask(
    nowMs: number,
    sent: { readonly handedBytes: number; readonly acknowledgedBytes: number | undefined },
  ): LifeQuestion | undefined {
    // What was late is looked at again at once: it may have caught up.
    const isLate = this.#openMs.length === 0 && this.lateMs(nowMs) > 0;
    if (!isLate && nowMs - Math.max(this.#seenMs, this.#lastAskedMs) < ASK_AFTER_MS) return undefined;
    if (!this.#isAnswering && !this.#hasMoreToTry(sent)) return undefined;
    this.#lastAskedMs = nowMs;
    this.#dueSinceMs ??= nowMs;
    this.#inVain += 1;
    this.#openMs = [...this.#openMs.slice(0, 1), nowMs];
    return this.#question;
  }

  /** How much later than at best answers come, ms: the media that is held up on the way. 0 while nothing is known. */
  lateMs(nowMs: number): number {
    if (this.#answers < ANSWERS_TO_TRUST) return 0;
    const [oldestMs = nowMs] = this.#openMs;
    const excessMs = Math.max(this.#lastMs, nowMs - oldestMs) - this.#bestMs;
    return excessMs < LATENESS_MS ? 0 : excessMs;
  }

  /** How long an answer has been due of a server that answers, ms. */
  silentMs(nowMs: number): number {
    return this.#isAnswering && this.#dueSinceMs !== undefined ? nowMs - this.#dueSinceMs : 0;
  }

  #measureAnswer(nowMs: number): void {
    const askedMs = this.#openMs.at(-1);
    if (askedMs === undefined) return;
    this.#lastMs = nowMs - askedMs;
    // With more than one open, one may have been ignored: this is the least that it can have taken.
    if (this.#openMs.length === 1) {
      this.#answers += 1;
      this.#bestMs = Math.min(this.#bestMs, this.#lastMs);
    }
    this.#openMs = [];
  }

  #hasMoreToTry(sent: Parameters<LifeSigns['ask']>[1]): boolean {
    if (this.#question === undefined || this.#inVain === 0) return this.#question !== undefined;
    if (this.#question === 'call') {
      if (this.#inVain >= MOST_CALLS_IN_VAIN) this.#question = undefined;
      return this.#question !== undefined;
    }
    if (sent.acknowledgedBytes !== undefined || sent.handedBytes < CERTAINLY_SILENT_BYTES) return false;
    this.#question = 'call';
    this.#inVain = 0;
    this.#openMs = [];
    return true;
  }
}
