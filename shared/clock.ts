/**
 * Time. What is measured or awaited goes by a monotonic clock, which no setting of the system's clock moves; the wall clock is read
 * for what is shown or kept, and here alone: a test holds all other files to that.
 */
import type { Disposable } from './disposable.ts';

/** Time, so that tests own it. */
export interface Clock {
  /** Monotonic milliseconds from an origin without a meaning. Time that the computer slept counts. */
  now(): number;
  /** Milliseconds since the epoch. May step either way at any time: never to be subtracted. */
  wallMs(): number;
  /** Calls once after `delayMs` unless disposed before. */
  after(delayMs: number, run: () => void): Disposable;
}

/** Milliseconds since the epoch by the system's clock, which may be set at any time. */
export function wallMs(): number {
  return Date.now();
}

export interface ClockReadings {
  /** Monotonic; need not count sleep. */
  readonly monotonicMs: () => number;
  /** Time since the system was started, sleep included, however coarse. May throw where it can't be read. */
  readonly uptimeMs: () => number;
}

/** The uptime is read at most this often. */
const READ_UPTIME_AFTER_MS = 200;
/** A lead of the uptime below this is its own coarseness. */
const LEAST_SLEEP_MS = 1000;

/**
 * The monotonic clock of Linux (CLOCK_MONOTONIC) stands still while the computer is suspended; those of macOS and Windows go on. The
 * uptime goes on everywhere, and no setting of the clock moves it either: what it gains on the monotonic clock was sleep, and is added.
 */
export class SteadyTime {
  readonly #readings: ClockReadings;
  #readMs = -Infinity;
  /** Uptime less monotonic time, as far as it is accounted for. */
  #leadMs: number | undefined;
  #asleepMs = 0;

  constructor(readings: ClockReadings) {
    this.#readings = readings;
  }

  /** Monotonic milliseconds in which sleep counts. */
  now(): number {
    const monotonicMs = this.#readings.monotonicMs();
    if (monotonicMs - this.#readMs >= READ_UPTIME_AFTER_MS) {
      this.#readMs = monotonicMs;
      this.#addSleep(monotonicMs);
    }
    return monotonicMs + this.#asleepMs;
  }

  #addSleep(monotonicMs: number): void {
    let leadMs: number;
    try {
      leadMs = this.#readings.uptimeMs() - monotonicMs;
    } catch {
      // A sleep is then seen by the network watch and by the system's own notice of waking alone.
      return;
    }
    const gainedMs = leadMs - (this.#leadMs ?? leadMs);
    if (gainedMs >= LEAST_SLEEP_MS) this.#asleepMs += gainedMs;
    // Followed either way, so that clocks that drift apart never add up to a sleep.
    this.#leadMs = leadMs;
  }
}
