/** When a receiver that has no room is asked for some: later and later (RFC 7016 §3.6.2.9.1). */
import { FIRST_PROBE_MS, MAX_PROBE_MS } from '../timings.ts';

export class ProbeTimer {
  #running: { readonly sinceMs: number; readonly intervalMs: number; readonly dueMs: number } | undefined;

  /** Undefined while there is room. */
  get sinceMs(): number | undefined {
    return this.#running?.sinceMs;
  }

  /** At once, for `isDue` to begin. */
  get dueMs(): number {
    return this.#running?.dueMs ?? 0;
  }

  /** Called while there is no room. @param timeoutMs after which an answer counts as lost. */
  isDue(nowMs: number, timeoutMs: number): boolean {
    const firstMs = Math.max(FIRST_PROBE_MS, timeoutMs);
    this.#running ??= { sinceMs: nowMs, intervalMs: firstMs, dueMs: nowMs + firstMs };
    if (nowMs < this.#running.dueMs) return false;
    const intervalMs = Math.min(this.#running.intervalMs * 2, Math.max(MAX_PROBE_MS, timeoutMs));
    this.#running = { ...this.#running, intervalMs, dueMs: nowMs + intervalMs };
    return true;
  }

  stop(): void {
    this.#running = undefined;
  }
}
