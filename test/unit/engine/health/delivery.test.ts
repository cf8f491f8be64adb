import { beforeEach, expect, test } from 'vitest';
import {
  acknowledge,
  arrivedBytes,
  handOver,
  isFull,
  isTrusted,
  newDelivery,
  overdueMs,
} from '../../../../electron/engine/health/delivery.ts';
import { MediaInFlight } from '../../../../electron/engine/outputs/link/media-in-flight.ts';

const STEP = 32 * 1024;
let delivery = newDelivery;
let inFlight: MediaInFlight;
let nowMs: number;
let handed: number;
let acknowledged: number;

beforeEach(() => {
  delivery = newDelivery;
  inFlight = new MediaInFlight();
  nowMs = 0;
  handed = 0;
  acknowledged = 0;
});

/** A program of 320 kB/s over a path that takes `bytesPerSecond` and is `pathBytes` long. */
function run(forMs: number, bytesPerSecond: number, pathBytes = 0): void {
  let room = 0;
  for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += 20) {
    handed += 6400;
    inFlight.handedOver(handed, nowMs);
    delivery = handOver(delivery, handed, nowMs);
    room = Math.min(handed - pathBytes - acknowledged, room + (bytesPerSecond * 20) / 1000);
    while (room >= STEP) {
      room -= STEP;
      acknowledged += STEP;
      delivery = acknowledge(delivery, acknowledged + 3073, nowMs);
      inFlight.arrived(arrivedBytes(delivery));
    }
  }
}

test('without acknowledgements nothing is known and nothing is held back', () => {
  run(5000, 0);
  expect(isTrusted(delivery)).toBe(false);
  expect(inFlight.heldUpMs(delivery)).toBe(0);
  expect(isFull(delivery, nowMs)).toBe(false);
  expect(overdueMs(delivery, nowMs)).toBe(0);
});

test('an acknowledgement of nothing, before anything was handed over, lets no packet go', () => {
  const delivery = acknowledge(newDelivery, 0, 0);
  expect(arrivedBytes(delivery)).toBe(0);
  const inFlight = new MediaInFlight();
  inFlight.handedOver(1000, 40);
  inFlight.arrived(arrivedBytes(delivery));
  inFlight.arrived(Infinity);
  expect(inFlight.heldUpMs({ ...delivery, steps: [1], pathBytes: 0 })).toBe(0);
});

test.each([0, 64_000])('a free path of %d bytes holds nothing up', (pathBytes) => {
  run(5000, 1_000_000, pathBytes);
  expect(isTrusted(delivery)).toBe(true);
  expect(inFlight.heldUpMs(delivery)).toBeLessThan(100);
  expect(isFull(delivery, nowMs)).toBe(false);
  expect(overdueMs(delivery, nowMs)).toBeLessThan(500);
});

test('congestion that the system hides is seen within a second, and ends', () => {
  run(3000, 1_000_000);
  run(1000, 150_000);
  expect(inFlight.heldUpMs(delivery)).toBeGreaterThan(200);
  expect(isFull(delivery, nowMs)).toBe(true);
  run(4000, 1_000_000);
  expect(inFlight.heldUpMs(delivery)).toBeLessThan(100);
  expect(isFull(delivery, nowMs)).toBe(false);
});

test('silence is timed from when the next acknowledgement was due', () => {
  run(3000, 1_000_000);
  run(2400, 0);
  expect(overdueMs(delivery, nowMs)).toBeGreaterThan(2000);
  expect(isFull(delivery, nowMs)).toBe(true);
  run(1000, 0);
  expect(isFull(delivery, nowMs)).toBe(false);
});
