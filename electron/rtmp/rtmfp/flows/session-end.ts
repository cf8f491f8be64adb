/** The end of a session: who asked for it, and what is still to be said (RFC 7016 §3.5.5). */
import type { Close } from '../wire/chunks.ts';
import { CLOSE_RETRY_MS, FAR_CLOSE_LINGER_MS, NEAR_CLOSE_MS } from './timings.ts';

type State =
  | { readonly phase: 'open' }
  /** We asked, and ask again until the peer agrees. */
  | { readonly phase: 'nearClose'; readonly askMs: number; readonly untilMs: number }
  /** The peer asked; its question may come again. */
  | { readonly phase: 'farClose'; readonly untilMs: number }
  | { readonly phase: 'closed' };

export type SessionPhase = State['phase'];

export class SessionEnd {
  #state: State = { phase: 'open' };
  #owesAck = false;

  get phase(): SessionPhase {
    return this.#state.phase;
  }

  /** Orderly: asks the peer. */
  ask(nowMs: number): void {
    if (this.#state.phase !== 'open') return;
    this.#state = { phase: 'nearClose', askMs: nowMs, untilMs: nowMs + NEAR_CLOSE_MS };
  }

  /** At once, with a last word. */
  abort(): void {
    if (this.#state.phase === 'closed') return;
    this.#owesAck = true;
    this.#state = { phase: 'closed' };
  }

  receive(type: Close['type'], nowMs: number): void {
    if (this.#state.phase === 'closed') return;
    if (type === 'closeAck') this.#state = { phase: 'closed' };
    else {
      this.#owesAck = true;
      if (this.#state.phase === 'open')
        this.#state = { phase: 'farClose', untilMs: nowMs + FAR_CLOSE_LINGER_MS };
    }
  }

  advance(nowMs: number): void {
    const { phase } = this.#state;
    if ((phase === 'nearClose' || phase === 'farClose') && nowMs >= this.#state.untilMs)
      this.#state = { phase: 'closed' };
  }

  /** What is to be said now, if anything. */
  take(nowMs: number): Close | undefined {
    if (this.#owesAck) {
      this.#owesAck = false;
      return { type: 'closeAck' };
    }
    if (this.#state.phase !== 'nearClose' || nowMs < this.#state.askMs) return undefined;
    this.#state = { ...this.#state, askMs: nowMs + CLOSE_RETRY_MS };
    return { type: 'close' };
  }

  get dueMs(): number {
    switch (this.#state.phase) {
      case 'nearClose':
        return Math.min(this.#state.askMs, this.#state.untilMs);
      case 'farClose':
        return this.#state.untilMs;
      default:
        return Infinity;
    }
  }
}
