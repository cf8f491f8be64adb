/**
 * The timestamps of a session's packets, and the round trip and retransmission timeout that follow from their echoes (RFC 7016
 * §3.5.2.2). Time is an argument: monotonic milliseconds.
 */
import type { SessionPacket } from '../wire/chunks.ts';
import {
  ACK_DELAY_MS,
  FIRST_TIMEOUT_MS,
  MAX_ECHO_AGE_MS,
  MAX_TIMEOUT_MS,
  MIN_TIMEOUT_MS,
  TIMEOUT_GROWTH,
  TIMESTAMP_TICK_MS,
} from './timings.ts';

const RANGE = 0x10000;
/** More than half of the range is a step back. */
const MAX_TICKS = 0x7fff;
/** The shortest round trip is remembered for one such time, at most two: paths change. */
const SHORTEST_WINDOW_MS = 30_000;

type PacketTimes = Pick<SessionPacket, 'timestamp' | 'timestampEcho'>;

function ticksAt(nowMs: number): number {
  return Math.floor(nowMs / TIMESTAMP_TICK_MS) % RANGE;
}

export class PacketClock {
  #peerTimestamp: number | undefined;
  #peerChangedMs = 0;
  #lastEchoSent: number | undefined;
  #lastEchoReceived: number | undefined;
  #smoothedMs: number | undefined;
  #variationMs = 0;
  #baseTimeoutMs = MIN_TIMEOUT_MS;
  #timeoutMs = FIRST_TIMEOUT_MS;
  #shortestMs = Infinity;
  #shortestBeforeMs = Infinity;
  #shortestSinceMs = 0;
  /** Since `measureShortest`; Infinity before the first. */
  #measuringMs: number | undefined;

  /** Undefined until the first echo. 0 on a path faster than the timestamps can tell. */
  get roundTripMs(): number | undefined {
    return this.#smoothedMs;
  }

  /** Of the last half minute or so. */
  get shortestRoundTripMs(): number | undefined {
    const shortest = Math.min(this.#shortestMs, this.#shortestBeforeMs);
    return shortest === Infinity ? undefined : shortest;
  }

  /** The shortest round trip is measured apart from now on. */
  measureShortest(): void {
    this.#measuringMs = Infinity;
  }

  /** There was an echo since `measureShortest`. */
  get hasMeasured(): boolean {
    return this.#measuringMs !== undefined && this.#measuringMs !== Infinity;
  }

  /** What was measured since `measureShortest` takes the place of the shortest; where nothing was, that stays. */
  takeShortest(): void {
    if (this.hasMeasured) {
      this.#shortestMs = this.#measuringMs ?? Infinity;
      this.#shortestBeforeMs = Infinity;
    }
    this.#measuringMs = undefined;
  }

  get timeoutMs(): number {
    return this.#timeoutMs;
  }

  /** Of the packet that is sent now. A timestamp is in each: not every server reads a packet without one. */
  stamp(nowMs: number): PacketTimes {
    return { timestamp: ticksAt(nowMs), timestampEcho: this.#echo(nowMs) };
  }

  #echo(nowMs: number): number | undefined {
    if (this.#peerTimestamp === undefined) return undefined;
    const ageMs = nowMs - this.#peerChangedMs;
    if (ageMs > MAX_ECHO_AGE_MS) return undefined;
    const echo = (this.#peerTimestamp + Math.floor(ageMs / TIMESTAMP_TICK_MS)) % RANGE;
    if (echo === this.#lastEchoSent) return undefined;
    this.#lastEchoSent = echo;
    return echo;
  }

  receive({ timestamp, timestampEcho }: PacketTimes, nowMs: number): void {
    if (timestamp !== undefined && timestamp !== this.#peerTimestamp) {
      this.#peerTimestamp = timestamp;
      this.#peerChangedMs = nowMs;
    }
    if (timestampEcho === undefined || timestampEcho === this.#lastEchoReceived) return;
    this.#lastEchoReceived = timestampEcho;
    const ticks = (ticksAt(nowMs) - timestampEcho + RANGE) % RANGE;
    if (ticks <= MAX_TICKS) this.#measured(ticks * TIMESTAMP_TICK_MS, nowMs);
  }

  /** Data in flight was not acknowledged in time. */
  backOff(): void {
    this.#timeoutMs = Math.max(
      Math.min(this.#timeoutMs * TIMEOUT_GROWTH, MAX_TIMEOUT_MS),
      this.#baseTimeoutMs,
    );
  }

  #measured(roundTripMs: number, nowMs: number): void {
    if (this.#smoothedMs === undefined) {
      this.#smoothedMs = roundTripMs;
      this.#variationMs = roundTripMs / 2;
    } else {
      this.#variationMs = (3 * this.#variationMs + Math.abs(this.#smoothedMs - roundTripMs)) / 4;
      this.#smoothedMs = (7 * this.#smoothedMs + roundTripMs) / 8;
    }
    // A peer that makes up echoes cannot make the timeout longer than it may become by itself.
    const base = this.#smoothedMs + 4 * this.#variationMs + ACK_DELAY_MS;
    this.#baseTimeoutMs = Math.min(Math.max(base, MIN_TIMEOUT_MS), MAX_TIMEOUT_MS);
    this.#timeoutMs = this.#baseTimeoutMs;
    if (nowMs - this.#shortestSinceMs > SHORTEST_WINDOW_MS) {
      this.#shortestBeforeMs = this.#shortestMs;
      this.#shortestMs = Infinity;
      this.#shortestSinceMs = nowMs;
    }
    this.#shortestMs = Math.min(this.#shortestMs, roundTripMs);
    if (this.#measuringMs !== undefined) this.#measuringMs = Math.min(this.#measuringMs, roundTripMs);
  }
}
