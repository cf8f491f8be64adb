import { expect, test } from 'vitest';
import { LagWatch } from '../../../../electron/engine/encode/lag-watch.ts';
import { FrameSkipper } from '../../../../electron/engine/encode/frame-skipper.ts';
import type { LagReport } from '../../../../electron/engine/encode/lag-watch.ts';
import { STALL_TICK_MS, StallWatch } from '../../../../electron/engine/encode/stall-watch.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { decideStepDown } from '../../../../shared/encoding/step-down.ts';

const LIMIT = 15;

/** Feeds seconds of 30 fps to an encoder of this capacity; gives the reports and the numbers of skipped frames. */
function overload(capacity: number, seconds: number, startQueue = 0) {
  const watch = new LagWatch();
  const reports: (LagReport & { atSeconds: number })[] = [];
  const skipped: number[] = [];
  let queue = startQueue;
  for (let number = 0; number < seconds * 30; number += 1) {
    queue = Math.max(0, queue - capacity);
    const isSkipped = queue >= LIMIT;
    if (isSkipped) skipped.push(number);
    else queue += 1;
    const facts = {
      timeUs: (number * 1e6) / 30,
      queuedFrames: Math.floor(queue),
      isSkipped,
      hasOutput: true,
    };
    const report = watch.frame(facts);
    if (report !== undefined) reports.push({ ...report, atSeconds: number / 30 });
  }
  return { reports, skipped };
}

test.each([0.9, 0.7, 0.5, 0.3])('sees an encoder that does %f of the work within two seconds', (capacity) => {
  const { reports } = overload(capacity, 6);
  expect(reports[0]?.atSeconds).toBeLessThanOrEqual(2);
  expect(Math.abs((reports.at(-1)?.capacity ?? 0) - capacity)).toBeLessThan(0.1);
});

test('skips evenly', () => {
  const { skipped } = overload(0.75, 20);
  const steps = skipped.slice(1).map((number, index) => number - (skipped[index] ?? 0));
  expect(new Set(steps)).toEqual(new Set([4]));
});

test('says nothing of one that keeps up, or that works off its start', () => {
  expect(overload(1.5, 10).reports).toEqual([]);
  expect(overload(1.5, 10, 14).reports).toEqual([]);
});

const at = (change: object) => ({ ...defaultEncodingProfile, ...change });

test.each([
  ['less effort', at({}), 0.8, { preset: 'superfast' }],
  ['still less', at({}), 0.6, { preset: 'ultrafast' }],
  ['half the rate', at({ fps: 60, preset: 'ultrafast' }), 0.7, { fps: 30 }],
  ['a smaller picture', at({ preset: 'ultrafast' }), 0.7, { width: 960, height: 540 }],
  [
    'upright as it was',
    at({ width: 1080, height: 1920, preset: 'ultrafast' }),
    0.6,
    { width: 720, height: 1280 },
  ],
])('steps down to %s', (_name, profile, capacity, change) => {
  expect(decideStepDown(profile, capacity, true)).toEqual({ ...profile, ...change });
});

test('a hardware encoder is not asked for less effort, and the smallest picture has no step left', () => {
  expect(decideStepDown(at({}), 0.8, false)).toEqual(at({ width: 960, height: 540 }));
  expect(decideStepDown(at({ width: 640, height: 360, preset: 'ultrafast' }), 0.5, true)).toBeUndefined();
});

/** Turns of the timer until the watch calls it a hang; `each` is done before each. */
function ticksUntilStalled(watch: StallWatch, each: (tick: number) => void): number {
  for (let tick = 1; tick <= 100; tick += 1) {
    each(tick);
    const verdict = watch.tick();
    if (verdict?.type === 'stalled') return verdict.afterMs / STALL_TICK_MS;
  }
  return Infinity;
}

test('an encoder that gave pictures and then none for two and a half seconds hangs', () => {
  const watch = new StallWatch(false);
  watch.gave();
  for (let picture = 0; picture < 5; picture += 1) watch.written();
  expect(ticksUntilStalled(watch, () => watch.written()) * STALL_TICK_MS).toBe(2500);
});

test('one that starts has six seconds, a slow one and one without work have as long as they like', () => {
  const starting = new StallWatch(false);
  for (let picture = 0; picture < 5; picture += 1) starting.written();
  expect(ticksUntilStalled(starting, () => starting.written()) * STALL_TICK_MS).toBe(6000);
  const slow = new StallWatch(false);
  const oneInTwoSeconds = (tick: number): void => {
    slow.written();
    if (tick % 8 === 0) slow.gave();
  };
  expect(ticksUntilStalled(slow, oneInTwoSeconds)).toBe(Infinity);
  const idle = new StallWatch(false);
  idle.written();
  idle.gave();
  // What a look-ahead holds while nothing follows.
  for (let picture = 0; picture < 4; picture += 1) idle.written();
  expect(ticksUntilStalled(idle, () => {})).toBe(Infinity);
  // Nor does the time without work count once there is some.
  idle.written();
  expect(ticksUntilStalled(idle, () => {}) * STALL_TICK_MS).toBe(2500);
});

/** Frames that get in while a queue is emptied in bursts; the distances between them once it has been full. */
function letIn(capacity: number, burst: number): number[] {
  const skipper = new FrameSkipper();
  const numbers: number[] = [];
  let queue = 0;
  for (let number = 0; number < 1800; number += 1) {
    if (number % burst === 0) queue = Math.max(0, queue - capacity * burst);
    if (!skipper.accepts(Math.ceil(queue), LIMIT)) continue;
    queue += 1;
    numbers.push(number);
  }
  return numbers
    .slice(1)
    .map((number, index) => number - (numbers[index] ?? 0))
    .slice(Math.floor(numbers.length / 3));
}

test.each([
  [0.8, 1, 2],
  [0.5, 1, 3],
  [0.3, 1, 5],
  [0.8, 10, 2],
  [0.5, 10, 3],
  [0.3, 10, 5],
  [0.5, 20, 4],
  [0.3, 20, 6],
])(
  'an encoder of %f that takes frames in bursts of %i misses at most %i in a row',
  (capacity, burst, most) => {
    const distances = letIn(capacity, burst);
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    expect(Math.max(...distances)).toBeLessThanOrEqual(most);
    expect(1 / mean).toBeGreaterThan(capacity * 0.9);
  },
);

test('before a queue was ever full, nothing is skipped, and nothing after it has emptied', () => {
  const skipper = new FrameSkipper();
  for (let queue = 0; queue < LIMIT; queue += 1) expect(skipper.accepts(queue, LIMIT)).toBe(true);
  expect(skipper.accepts(LIMIT, LIMIT)).toBe(false);
  for (let count = 0; count < 100; count += 1) skipper.accepts(0, LIMIT);
  for (let queue = 0; queue < LIMIT; queue += 1) expect(skipper.accepts(queue, LIMIT)).toBe(true);
});
