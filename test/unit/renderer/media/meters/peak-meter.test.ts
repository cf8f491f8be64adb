import { expect, it } from 'vitest';
import { PeakMeter } from '../../../../../renderer/media/meters/peak-meter.ts';

it('shows silence until the first reading', () => {
  const { levelDb, heldDb } = new PeakMeter();
  expect([levelDb, heldDb]).toEqual([-Infinity, -Infinity]);
});

it('rises at once, falls slowly, and holds the peak for about a second', () => {
  const meter = new PeakMeter();
  meter.read(-50);
  meter.read(-10);
  expect([meter.levelDb, meter.heldDb]).toEqual([-10, -10]);
  for (let reading = 0; reading < 30; reading += 1) meter.read(-100);
  expect(meter.levelDb).toBeCloseTo(-31);
  expect(meter.heldDb).toBe(-10);
  for (let reading = 0; reading < 10; reading += 1) meter.read(-100);
  expect(meter.heldDb).toBeCloseTo(-17);
  for (let reading = 0; reading < 200; reading += 1) meter.read(-100);
  expect([meter.levelDb, meter.heldDb]).toEqual([-100, -100]);
});
