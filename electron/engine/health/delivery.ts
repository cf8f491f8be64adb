/**
 * How many of a connection's bytes have arrived, by the server's acknowledgements (RTMP 1.0 §5.4.3): how full the path is, and
 * since when an acknowledgement is overdue. Without acknowledgements nothing is known. Pure.
 */
import { DELIVERY, LIVE } from './deadlines.ts';

interface Arrival {
  readonly timeMs: number;
  readonly bytes: number;
}

export interface Delivery {
  /** All that was ever handed to the connection, bytes. */
  readonly handedBytes: number;
  /** As the server counts; undefined while it never acknowledged. */
  readonly acknowledgedBytes: number | undefined;
  /** Distances between acknowledgements, the newest last, and the longest of them. */
  readonly steps: readonly number[];
  readonly stepBytes: number;
  /** Least distance between what was handed over and what was acknowledged: the path's own share. */
  readonly pathBytes: number;
  readonly arrivals: readonly Arrival[];
  readonly acknowledgedAtMs: number;
  readonly overdueSinceMs: number | undefined;
}

export const newDelivery: Delivery = {
  handedBytes: 0,
  acknowledgedBytes: undefined,
  steps: [],
  stepBytes: 0,
  pathBytes: Infinity,
  arrivals: [],
  acknowledgedAtMs: 0,
  overdueSinceMs: undefined,
};

/** The connection was given bytes: `totalBytes` in all. */
export function handOver(delivery: Delivery, totalBytes: number, nowMs: number): Delivery {
  const { overdueSinceMs } = delivery;
  const isDue = overdueSinceMs === undefined && isTrusted(delivery) && totalBytes > settledBytes(delivery);
  const { acknowledgedBytes, steps, stepBytes, pathBytes, arrivals, acknowledgedAtMs } = delivery;
  // Spelt out, since it runs for each packet and a spread is slower.
  return {
    handedBytes: totalBytes,
    acknowledgedBytes,
    steps,
    stepBytes,
    pathBytes,
    arrivals,
    acknowledgedAtMs,
    overdueSinceMs: isDue ? nowMs : overdueSinceMs,
  };
}

/** The server acknowledged `totalBytes` as it counts; where it begins to count does not matter. */
export function acknowledge(delivery: Delivery, totalBytes: number, nowMs: number): Delivery {
  const known = delivery.acknowledgedBytes ?? 0;
  const step = totalBytes - known;
  if (step <= 0) return { ...delivery, acknowledgedBytes: known };
  const arrivals = [...delivery.arrivals, { timeMs: nowMs, bytes: totalBytes }];
  while (arrivals.length > 2 && nowMs - (arrivals[1]?.timeMs ?? nowMs) >= DELIVERY.rateWindowMs)
    arrivals.shift();
  const steps = known > 0 ? [...delivery.steps, step].slice(-DELIVERY.rememberedSteps) : delivery.steps;
  return {
    ...delivery,
    acknowledgedBytes: totalBytes,
    steps,
    stepBytes: Math.max(0, ...steps),
    pathBytes: Math.min(delivery.pathBytes, delivery.handedBytes - totalBytes),
    arrivals,
    acknowledgedAtMs: nowMs,
    overdueSinceMs: undefined,
  };
}

/** Two acknowledgements came: their distance is known. */
export function isTrusted({ steps }: Delivery): boolean {
  return steps.length > 0;
}

/** The server acknowledges in small steps. */
export function isFrequent(delivery: Delivery): boolean {
  return isTrusted(delivery) && delivery.stepBytes <= LIVE.frequentStepBytes;
}

/** Bytes that have arrived, or that no acknowledgement is due for yet. Meaningful when trusted. */
export function settledBytes(delivery: Delivery): number {
  return (delivery.acknowledgedBytes ?? 0) + delivery.pathBytes + delivery.stepBytes;
}

/** Bytes that have certainly arrived, the path's own share included. */
export function arrivedBytes({ acknowledgedBytes, pathBytes }: Delivery): number {
  // An acknowledgement of nothing, before anything was handed over, says nothing of the path.
  return acknowledgedBytes === undefined || pathBytes === Infinity ? 0 : acknowledgedBytes + pathBytes;
}

/** More would only wait in the system's buffers, out of the drop policy's sight. */
export function isFull(delivery: Delivery, nowMs: number): boolean {
  if (!isTrusted(delivery) || nowMs - delivery.acknowledgedAtMs > DELIVERY.freshMs) return false;
  const limitBytes = Math.max(DELIVERY.aheadBytes, (bytesPerSecond(delivery) * DELIVERY.aheadMs) / 1000);
  return backlogBytes(delivery) >= limitBytes;
}

/** How long an acknowledgement has been due, ms; 0 while none is. */
export function overdueMs({ overdueSinceMs }: Delivery, nowMs: number): number {
  return overdueSinceMs === undefined ? 0 : nowMs - overdueSinceMs;
}

function backlogBytes(delivery: Delivery): number {
  return Math.max(0, delivery.handedBytes - settledBytes(delivery));
}

function bytesPerSecond({ arrivals }: Delivery): number {
  const first = arrivals[0];
  const last = arrivals.at(-1);
  if (!first || !last || last.timeMs <= first.timeMs) return 0;
  return ((last.bytes - first.bytes) * 1000) / (last.timeMs - first.timeMs);
}
