/** Time that a test moves by hand; promises settle between the timers. */
import type { Clock } from '../../../../../shared/clock.ts';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

export class FakeClock implements Clock {
  #nowMs = 1_000_000;
  /** Wall clock less monotonic. */
  #wallOffsetMs = 1_700_000_000_000;
  #timers = new Set<Timer>();

  now(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#nowMs + this.#wallOffsetMs;
  }

  /** Somebody sets the system's clock; no time passes. */
  setWallClock(byMs: number): void {
    this.#wallOffsetMs += byMs;
  }

  after(delayMs: number, run: () => void) {
    const timer = { atMs: this.#nowMs + delayMs, run };
    this.#timers.add(timer);
    return { dispose: () => this.#timers.delete(timer) };
  }

  /** Timers still armed. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Whether somebody waits for just so long from now. */
  hasTimerIn(delayMs: number): boolean {
    return [...this.#timers].some(({ atMs }) => atMs === this.#nowMs + delayMs);
  }

  /** Time passes and no timer fires, as when the machine sleeps. */
  sleep(forMs: number): void {
    this.#nowMs += forMs;
  }

  async advance(byMs: number): Promise<void> {
    const endMs = this.#nowMs + byMs;
    await settle();
    for (;;) {
      const next = [...this.#timers].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
      await settle();
    }
    this.#nowMs = endMs;
  }
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
