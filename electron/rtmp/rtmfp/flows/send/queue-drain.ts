/**
 * Tells a queue on the path from a path that has become longer: both lengthen the round trip. After a while of either, little is sent
 * until a queue would be empty, and the shortest round trip is measured anew. Pure.
 */
import type { PacketClock } from '../packet-clock.ts';

/** The round trip has been long for so long. */
const STANDING_MS = 3_000;
/** From the end of one drain to the next. */
const APART_MS = 10_000;
/** The round trip of an empty path is measured for so long, and for one round trip at least. */
const MEASURING_MS = 200;
/** A drain that goes on for more round trips than this measures nothing. */
const MOST_ROUND_TRIPS = 4;

type Phase =
  | { readonly type: 'idle' }
  /** What is in flight arrives; hardly anything follows. */
  | { readonly type: 'emptying'; readonly untilMs: number }
  | { readonly type: 'measuring'; readonly fromMs: number; readonly untilMs: number };

export class QueueDrain {
  readonly #clock: PacketClock;
  readonly #onMeasured: (shortestBeforeMs: number) => void;
  #phase: Phase = { type: 'idle' };
  #longSinceMs: number | undefined;
  #endedMs = -Infinity;

  /** @param onMeasured the shortest round trip is measured anew. */
  constructor(clock: PacketClock, onMeasured: (shortestBeforeMs: number) => void) {
    this.#clock = clock;
    this.#onMeasured = onMeasured;
  }

  /** Little may be in flight. */
  get isOn(): boolean {
    return this.#phase.type !== 'idle';
  }

  /** When something happens by time alone. */
  get dueMs(): number {
    return this.#phase.type === 'idle' ? Infinity : this.#phase.untilMs;
  }

  /**
   * @param isLong the round trip is longer than the shortest by as much as a queue makes it.
   * @param isLow as little is in flight as may be.
   */
  advance(nowMs: number, isLong: boolean, isLow: boolean): void {
    const { roundTripMs = 0 } = this.#clock;
    switch (this.#phase.type) {
      case 'idle':
        this.#longSinceMs = isLong ? (this.#longSinceMs ?? nowMs) : undefined;
        if (this.#longSinceMs === undefined || nowMs - this.#longSinceMs < STANDING_MS) return;
        if (nowMs - this.#endedMs < APART_MS) return;
        this.#phase = { type: 'emptying', untilMs: nowMs + MOST_ROUND_TRIPS * roundTripMs };
        return;
      case 'emptying':
        if (nowMs >= this.#phase.untilMs) this.#end(nowMs);
        else if (isLow) {
          const lengthMs = Math.max(MEASURING_MS, roundTripMs);
          this.#clock.measureShortest();
          this.#phase = { type: 'measuring', fromMs: nowMs, untilMs: nowMs + lengthMs };
        }
        return;
      case 'measuring': {
        const { fromMs, untilMs } = this.#phase;
        const lastMs = fromMs + MOST_ROUND_TRIPS * (untilMs - fromMs);
        if (nowMs < untilMs || (!this.#clock.hasMeasured && nowMs < lastMs)) return;
        const { shortestRoundTripMs = 0 } = this.#clock;
        this.#clock.takeShortest();
        this.#end(nowMs);
        this.#onMeasured(shortestRoundTripMs);
      }
    }
  }

  #end(nowMs: number): void {
    this.#phase = { type: 'idle' };
    this.#longSinceMs = undefined;
    this.#endedMs = nowMs;
  }
}
