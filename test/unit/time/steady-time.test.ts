/** The monotonic clock in which sleep counts, on systems whose own stands still and on those whose own goes on. */
import { expect, test } from 'vitest';
import { SteadyTime } from '../../../shared/clock.ts';

function machine() {
  const state = { monotonicMs: 5000, uptimeMs: 900_000 };
  const time = new SteadyTime({
    monotonicMs: () => state.monotonicMs,
    // As coarse as the system's.
    uptimeMs: () => Math.floor(state.uptimeMs / 10) * 10,
  });
  const pass = (awakeMs: number, asleepMs = 0, isCounted = false): void => {
    state.monotonicMs += awakeMs + (isCounted ? asleepMs : 0);
    state.uptimeMs += awakeMs + asleepMs;
  };
  return { time, pass };
}

test('time passes as the monotonic clock says while the computer is awake', () => {
  const { time, pass } = machine();
  const beganMs = time.now();
  for (let beat = 0; beat < 4000; beat += 1) {
    pass(253);
    time.now();
  }
  expect(time.now() - beganMs).toBe(4000 * 253);
});

test('a suspend counts where the monotonic clock stands still meanwhile', () => {
  const { time, pass } = machine();
  const beganMs = time.now();
  pass(250, 3_600_000);
  expect(time.now() - beganMs).toBeCloseTo(3_600_250, -2);
  pass(250);
  expect(time.now() - beganMs).toBeCloseTo(3_600_500, -2);
});

test('a suspend counts once where the monotonic clock goes on meanwhile', () => {
  const { time, pass } = machine();
  const beganMs = time.now();
  pass(250, 3_600_000, true);
  expect(time.now() - beganMs).toBe(3_600_250);
});

test('two clocks that drift apart never add up to a sleep', () => {
  let monotonicMs = 0;
  const time = new SteadyTime({ monotonicMs: () => monotonicMs, uptimeMs: () => monotonicMs * 1.0005 });
  const beganMs = time.now();
  for (; monotonicMs < 86_400_000; monotonicMs += 1000) time.now();
  expect(time.now() - beganMs).toBe(86_400_000);
});

test('a system that does not tell its uptime has its monotonic clock', () => {
  let monotonicMs = 0;
  const uptimeMs = (): number => {
    throw new Error('no /proc here');
  };
  const time = new SteadyTime({ monotonicMs: () => monotonicMs, uptimeMs });
  const beganMs = time.now();
  monotonicMs += 1000;
  expect(time.now() - beganMs).toBe(1000);
});
