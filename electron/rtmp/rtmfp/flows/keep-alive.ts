/** When an idle session asks whether its peer is still there, and when the peer no longer is. */
import { SILENCE_MS } from './flow-limits.ts';

/** Questions without an answer before silence means the end. */
const MIN_QUESTIONS = 3;

export class KeepAlive {
  #periodMs: number | undefined;
  #sentMs: number;
  #heardMs: number;
  #askedMs = -Infinity;
  #questions = 0;

  /** @param periodMs of silence on our side before we ask; undefined never asks. */
  constructor(periodMs: number | undefined, nowMs: number) {
    this.#periodMs = periodMs;
    this.#sentMs = nowMs;
    this.#heardMs = nowMs;
  }

  setPeriod(periodMs: number): void {
    this.#periodMs = periodMs;
  }

  sent(nowMs: number): void {
    this.#sentMs = nowMs;
  }

  heard(nowMs: number): void {
    this.#heardMs = nowMs;
    this.#questions = 0;
  }

  /** @param timeoutMs after which a question counts as lost. */
  dueMs(timeoutMs: number): number {
    if (this.#periodMs === undefined) return Infinity;
    if (this.#questions > 0) return this.#askedMs + timeoutMs;
    return this.#sentMs + this.#periodMs;
  }

  asked(nowMs: number): void {
    this.#askedMs = nowMs;
    this.#questions += 1;
  }

  isPeerGone(nowMs: number): boolean {
    return this.#questions >= MIN_QUESTIONS && nowMs - this.#heardMs >= SILENCE_MS;
  }
}
