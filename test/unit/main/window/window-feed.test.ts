import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BroadcastEvent } from '../../../../shared/broadcast/statistics.ts';
import { WindowFeed } from '../../../../electron/main/window/window-feed.ts';
import { ReloadLimit } from '../../../../electron/main/window/reload-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const event = (timeMs: number): BroadcastEvent => ({
  type: 'event',
  timeMs,
  kind: 'serverSaid',
  code: 'moveRefused',
  details: {},
});

test('the first goes out at once, a flood at most twenty times a second, and nothing of the end is missing', () => {
  const revisions: number[] = [];
  const batches: number[] = [];
  const feed = new WindowFeed({
    sendSnapshot: ({ revision }) => revisions.push(revision),
    sendEvents: (events) => batches.push(events.length),
  });
  for (let index = 1; index <= 2500; index += 1) {
    feed.pushEvent(event(index));
    feed.pushSnapshot({
      revision: index,
      nowMs: index,
      broadcast: { phase: 'idle' },
      destinations: [],
      recorder: { phase: 'off' },
      encoders: [],
    });
    if (index === 1) expect(batches).toEqual([1]);
    if (index % 100 === 0) vi.advanceTimersByTime(40);
  }
  vi.advanceTimersByTime(1000);
  expect(batches.length).toBeLessThanOrEqual(22);
  expect(batches.reduce((sum, count) => sum + count, 0)).toBe(2500);
  expect(revisions.at(-1)).toBe(2500);
  expect(revisions.length).toBeLessThanOrEqual(22);
});

test('a window that dies is loaded anew three times a minute at most', () => {
  const limit = new ReloadLimit();
  expect([0, 1000, 2000, 3000, 59_000].map((at) => limit.take(at))).toEqual([true, true, true, false, false]);
  expect(limit.take(60_500)).toBe(true);
});
