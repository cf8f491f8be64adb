/** The messages of a flow that are given up when they are late, and when the next one is. */
import type { OutgoingMessage } from './fragment.ts';

function expiryOf({ hasBegun, startByMs = Infinity, finishByMs = Infinity }: OutgoingMessage): number {
  return hasBegun ? finishByMs : Math.min(startByMs, finishByMs);
}

export class MessageDeadlines {
  #messages: OutgoingMessage[] = [];
  #dueMs = Infinity;

  /** May be too early, never too late. */
  get dueMs(): number {
    return this.#dueMs;
  }

  add(message: OutgoingMessage): void {
    const expiryMs = expiryOf(message);
    if (expiryMs === Infinity) return;
    this.#messages.push(message);
    this.#dueMs = Math.min(this.#dueMs, expiryMs);
  }

  takeExpired(nowMs: number): readonly OutgoingMessage[] {
    if (nowMs < this.#dueMs) return [];
    const waiting = this.#messages.filter(({ held, isAbandoned }) => held > 0 && !isAbandoned);
    this.#messages = waiting.filter((message) => nowMs < expiryOf(message));
    this.#dueMs = this.#messages.reduce((dueMs, message) => Math.min(dueMs, expiryOf(message)), Infinity);
    return waiting.filter((message) => nowMs >= expiryOf(message));
  }
}
