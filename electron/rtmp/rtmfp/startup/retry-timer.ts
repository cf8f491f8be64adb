/** When a startup packet is sent again: each wait is longer than the one before (RFC 7016 §3.5.1). */
import { FIRST_RETRY_MS, RETRY_GROWTH_MS } from '../limits.ts';

export class RetryTimer {
  #dueMs: number;
  #waitMs = FIRST_RETRY_MS;

  /** Due at once. */
  constructor(nowMs: number) {
    this.#dueMs = nowMs;
  }

  get dueMs(): number {
    return this.#dueMs;
  }

  /** True if it is due; then it is set anew. */
  fires(nowMs: number): boolean {
    if (nowMs < this.#dueMs) return false;
    this.#dueMs = nowMs + this.#waitMs;
    this.#waitMs += RETRY_GROWTH_MS;
    return true;
  }
}
