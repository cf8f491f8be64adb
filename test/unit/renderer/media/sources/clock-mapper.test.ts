import { describe, expect, it } from 'vitest';
import { ClockMapper } from '../../../../../renderer/media/sources/clock-mapper.ts';

/** Deterministic jitter, 0 to 1. */
function jitter(n: number): number {
  return ((Math.imul(n + 1, 0x9e3779b1) >>> 0) % 1000) / 1000;
}

describe('clock mapper', () => {
  it('settles on the smallest delay and keeps spacing in spite of jittery arrival', () => {
    const mapper = new ClockMapper();
    let last = 0;
    for (let n = 0; n < 300; n += 1) {
      const sourceUs = n * 33_333;
      const mapped = mapper.map(sourceUs, 5_000_000_000 + sourceUs + 3000 + 8000 * jitter(n));
      if (n > 100) expect(Math.abs(mapped - last - 33_333)).toBeLessThan(120);
      last = mapped;
    }
    expect(Math.abs(last - (5_000_000_000 + 299 * 33_333 + 3000))).toBeLessThan(500);
  });

  it.each([100e-6, -100e-6])('follows a device whose clock is off by %f', (drift) => {
    const mapper = new ClockMapper();
    let error = 0;
    for (let n = 0; n < 60_000; n += 1) {
      const trueUs = n * 21_333;
      const mapped = mapper.map(trueUs * (1 + drift), 1e12 + trueUs + 2000 * jitter(n));
      error = mapped - (1e12 + trueUs);
      if (n > 1000) expect(Math.abs(error)).toBeLessThan(3000);
    }
  });

  it('starts anew when the device restarts its clock', () => {
    const mapper = new ClockMapper();
    mapper.map(10_000_000, 50_000_000);
    expect(mapper.map(0, 60_000_000)).toBe(60_000_000);
  });
});
