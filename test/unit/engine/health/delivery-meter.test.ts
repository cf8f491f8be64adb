import { beforeEach, expect, test } from 'vitest';
import { DeliveryMeter } from '../../../../electron/engine/health/delivery-meter.ts';

const STEP = 32 * 1024;
let meter: DeliveryMeter;
let nowMs: number;
let handed: number;
let acknowledged: number;

beforeEach(() => {
  meter = new DeliveryMeter();
  nowMs = 0;
  handed = 0;
  acknowledged = 0;
});

/** A program of 320 kB/s over a path that takes `bytesPerSecond` and is `pathBytes` long. */
function run(forMs: number, bytesPerSecond: number, pathBytes = 0): void {
  let room = 0;
  for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += 20) {
    handed += 6400;
    meter.handed(handed, nowMs, nowMs);
    room = Math.min(handed - pathBytes - acknowledged, room + (bytesPerSecond * 20) / 1000);
    while (room >= STEP) {
      room -= STEP;
      acknowledged += STEP;
      meter.acknowledged(acknowledged + 3073, nowMs);
    }
  }
}

test('without acknowledgements nothing is known and nothing is held back', () => {
  run(5000, 0);
  expect(meter.isTrusted).toBe(false);
  expect(meter.aheadMs).toBe(0);
  expect(meter.isFull(nowMs)).toBe(false);
  expect(meter.overdueMs(nowMs)).toBe(0);
});

test.each([0, 64_000])('a free path of %d bytes holds nothing up', (pathBytes) => {
  run(5000, 1_000_000, pathBytes);
  expect(meter.isTrusted).toBe(true);
  expect(meter.aheadMs).toBeLessThan(100);
  expect(meter.isFull(nowMs)).toBe(false);
  expect(meter.overdueMs(nowMs)).toBeLessThan(500);
});

test('congestion that the system hides is seen within a second, and ends', () => {
  run(3000, 1_000_000);
  run(1000, 150_000);
  expect(meter.aheadMs).toBeGreaterThan(200);
  expect(meter.isFull(nowMs)).toBe(true);
  run(4000, 1_000_000);
  expect(meter.aheadMs).toBeLessThan(100);
  expect(meter.isFull(nowMs)).toBe(false);
});

test('silence is timed from when the next acknowledgement was due', () => {
  run(3000, 1_000_000);
  run(2400, 0);
  expect(meter.overdueMs(nowMs)).toBeGreaterThan(2000);
  expect(meter.isFull(nowMs)).toBe(true);
  run(1000, 0);
  expect(meter.isFull(nowMs)).toBe(false);
});
