import { reduceHealth } from '../../../../electron/engine/health/connection-health.ts';
import type { Health, HealthFact, Verdict } from '../../../../electron/engine/health/connection-health.ts';
import { LIVE } from '../../../../electron/engine/health/deadlines.ts';
import type { Keepalive } from '../../../../electron/engine/health/liveness.ts';
import { unknownServer } from '../../../../electron/engine/health/server-habits.ts';
import type { ServerHabits } from '../../../../electron/engine/health/server-habits.ts';

const TICK_MS = 20;
const BYTES_PER_TICK = 6400;

/** A connection on simulated time: what the server acknowledges and answers, and what the system takes, is the test's to say. */
export class Walk {
  health: Health;
  verdict: Verdict = { status: 'healthy' };
  nowMs = 1_000_000;
  requests: Keepalive[] = [];
  acknowledgesEach: number | undefined;
  answersAfterMs: number | undefined;
  answers: readonly Keepalive[] = ['ping', 'call'];
  isSocketStuck = false;
  #handed = 0;
  #taken = 0;
  #acknowledged = 0;
  #due: { readonly atMs: number; readonly request: Keepalive } | undefined;

  constructor(server: Partial<ServerHabits> = {}) {
    this.health = deepFreeze({ connection: { phase: 'none' }, server: { ...unknownServer, ...server } });
    this.note({ type: 'published' });
  }

  note(fact: HealthFact): Verdict {
    const step = reduceHealth(this.health, fact, this.nowMs);
    this.health = deepFreeze(step.health);
    this.verdict = step.verdict;
    if (step.request !== undefined) {
      this.requests.push(step.request);
      if (this.answersAfterMs !== undefined && this.answers.includes(step.request)) {
        this.#due ??= { atMs: this.nowMs + this.answersAfterMs, request: step.request };
      }
    }
    return step.verdict;
  }

  /** Goes on until the time is over or the connection is stalled. Returns ms. */
  run(forMs: number): number {
    const startMs = this.nowMs;
    while (this.nowMs - startMs < forMs && this.verdict.status !== 'stalled') {
      this.nowMs += TICK_MS;
      this.#tick();
    }
    return this.nowMs - startMs;
  }

  /** Nothing comes from the server any more, not even what was under way. */
  fallSilent(): void {
    this.acknowledgesEach = undefined;
    this.answersAfterMs = undefined;
    this.#due = undefined;
  }

  #tick(): void {
    this.#handed += BYTES_PER_TICK;
    if (!this.isSocketStuck) this.#taken = this.#handed;
    this.note({ type: 'handedOver', totalBytes: this.#handed });
    const each = this.acknowledgesEach;
    if (each !== undefined && this.#handed - this.#acknowledged >= each) {
      this.#acknowledged = this.#handed;
      this.note({ type: 'acknowledged', totalBytes: this.#handed });
    }
    if (this.#due !== undefined && this.nowMs >= this.#due.atMs) {
      const { request } = this.#due;
      this.#due = undefined;
      this.note({ type: 'answered', request });
    }
    if (this.nowMs % LIVE.checkIntervalMs !== 0) return;
    const bytesInSocket = this.#handed - this.#taken;
    this.note({ type: 'checked', takenBytes: this.#taken, bytesInSocket, isQueueEmpty: bytesInSocket === 0 });
  }
}

/** Whoever changes a state instead of making a new one throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
