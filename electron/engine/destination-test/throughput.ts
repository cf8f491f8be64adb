/**
 * How fast a test may send, and what it measured: a rate that grows until the socket holds bytes back, then stays a
 * little above what leaves, so that the way is never idle and little waits. What counts is what left, never what was
 * handed over. Pure: readings in, sizes out.
 */
import { MEASURE_MS, WARM_UP_MS } from '../../../shared/destinations/destination-test.ts';

/** Growth and its pace: from 1 to 20 Mbit/s within the warm-up. */
const GROWTH = 1.25;
const GROW_EVERY_MS = 100;
/** Waiting bytes, as time at the present rate: below, the rate grows; above, only the smallest frames go. */
const EASY_MS = 60;
const FULL_MS = 300;
/** Once it holds back: this much above what leaves. */
const ABOVE_DRAIN = 1.2;
const DRAIN_WINDOW_MS = 1_000;
/** This close to the cap, the cap was the limit and not the way. */
const CAP_REACHED = 0.9;
const MIN_KBPS = 200;

/** Counters of the connection, `atMs` since the stream began. */
export interface Reading {
  readonly atMs: number;
  /** Bytes that left for the system since the stream began. */
  readonly leftBytes: number;
  /** Bytes handed over and not gone yet. */
  readonly waitingBytes: number;
}

export interface Throughput {
  readonly capKbps: number;
  readonly rateKbps: number;
  readonly grownAtMs: number;
  /** Oldest first: from the end of the warm-up, and always the last second. */
  readonly readings: readonly Reading[];
}

export function beginThroughput(startKbps: number, capKbps: number): Throughput {
  return { capKbps, rateKbps: Math.min(startKbps, capKbps), grownAtMs: 0, readings: [] };
}

/** Takes a reading; `frameBytes` is what the next frame may weigh, 0 the least possible. */
export function advanceThroughput(
  before: Throughput,
  reading: Reading,
  fps: number,
): { readonly next: Throughput; readonly frameBytes: number } {
  const keepFromMs = Math.min(WARM_UP_MS, reading.atMs - DRAIN_WINDOW_MS - 200);
  const readings = [...before.readings.filter(({ atMs }) => atMs >= keepFromMs), reading];
  const waitingMs = (reading.waitingBytes * 8) / before.rateKbps;
  let { rateKbps, grownAtMs } = before;
  if (waitingMs < EASY_MS && reading.atMs - grownAtMs >= GROW_EVERY_MS) {
    rateKbps = Math.min(before.capKbps, rateKbps * GROWTH);
    grownAtMs = reading.atMs;
  } else if (waitingMs > FULL_MS) {
    const drainKbps = rateBetween(readings, reading.atMs - DRAIN_WINDOW_MS, reading.atMs);
    rateKbps = Math.min(rateKbps, Math.max(MIN_KBPS, drainKbps * ABOVE_DRAIN));
    grownAtMs = reading.atMs;
  }
  const isFull = (reading.waitingBytes * 8) / rateKbps > FULL_MS;
  const frameBytes = isFull ? 0 : Math.floor((rateKbps * 1000) / 8 / fps);
  return { next: { ...before, rateKbps, grownAtMs, readings }, frameBytes };
}

/** kbit/s that left over the last second. */
export function currentKbps({ readings }: Throughput): number {
  const last = readings.at(-1)?.atMs ?? 0;
  return Math.round(rateBetween(readings, last - DRAIN_WINDOW_MS, last));
}

export interface ThroughputResult {
  readonly kbps: number;
  readonly lowestKbps: number;
  readonly isAtLeast: boolean;
}

/** What came after the last frame was handed over. */
export interface Drain {
  /** Until the server had closed, or until it was waited for no longer. */
  readonly ms: number;
  /** The server closed: it has every byte. */
  readonly isWhole: boolean;
}

/**
 * What was measured. What the system had only buffered counts by when it arrived: the time that the server took to get the
 * rest is added. Two averages can be told for certain, from the warm-up on without what was buffered in it, and from the
 * start on with everything; the better one is the result, for both were really carried.
 */
export function concludeThroughput({ readings, capKbps }: Throughput, drain: Drain): ThroughputResult {
  const fromMs = WARM_UP_MS;
  const untilMs = WARM_UP_MS + MEASURE_MS;
  const end = readings.at(-1) ?? { atMs: 0, leftBytes: 0, waitingBytes: 0 };
  const spanMs = Math.max(1, Math.min(untilMs, end.atMs) - fromMs);
  // A round trip and the goodbye are no buffer.
  const lateMs = Math.max(0, drain.ms - 250);
  const afterWarmUp = (rateBetween(readings, fromMs, untilMs) * spanMs) / (spanMs + lateMs);
  const inAll = ((end.leftBytes + end.waitingBytes) * 8) / Math.max(1, end.atMs + lateMs);
  const kbps = Math.round(drain.isWhole ? Math.max(afterWarmUp, inAll) : afterWarmUp);
  const seconds = Array.from({ length: Math.max(1, Math.floor(spanMs / 1000)) }, (_, index) =>
    rateBetween(readings, fromMs + index * 1000, fromMs + (index + 1) * 1000),
  );
  const lowestKbps = Math.min(kbps, Math.round(Math.min(...seconds)));
  return { kbps, lowestKbps, isAtLeast: kbps >= capKbps * CAP_REACHED };
}

function rateBetween(readings: readonly Reading[], fromMs: number, untilMs: number): number {
  const first = readings.find(({ atMs }) => atMs >= fromMs);
  const last = readings.findLast(({ atMs }) => atMs <= untilMs);
  if (first === undefined || last === undefined || last.atMs <= first.atMs) return 0;
  return ((last.leftBytes - first.leftBytes) * 8) / (last.atMs - first.atMs);
}
