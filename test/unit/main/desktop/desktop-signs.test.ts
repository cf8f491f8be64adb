/** Somebody whose game fills the screen learns that the stream dropped, once, and sees on the icon that they are live. */
import { expect, test } from 'vitest';
import { DesktopSigns } from '../../../../electron/main/desktop/desktop-signs.ts';
import { DOT_SIZE, drawLiveDot } from '../../../../electron/main/desktop/live-dot.ts';
import type { StreamNotice } from '../../../../electron/main/desktop/stream-notices.ts';
import type { DestinationState, EngineSnapshot } from '../../../../shared/broadcast/state.ts';

const cause = { code: 'transport/reset', details: {} } as const;
const isLive: DestinationState = { phase: 'live', sinceMs: 1, isBackup: false };
const waits: DestinationState = { phase: 'reconnecting', attempt: 1, cause, retryAtMs: 9 };
const retries: DestinationState = { phase: 'reconnecting', attempt: 1, cause, step: 'tcp' };

function snapshot(state: DestinationState, more: Partial<EngineSnapshot> = {}): EngineSnapshot {
  return {
    ...{ revision: 1, nowMs: 1, broadcast: { phase: 'live', sinceMs: 1 }, recorder: { phase: 'off' } },
    destinations: [{ kind: 'destination', id: 'one', name: 'Twitch', state }],
    encoders: [],
    ...more,
  };
}

function open({ isInFront = false } = {}) {
  const notices: StreamNotice[] = [];
  const badge: boolean[] = [];
  let calls = 0;
  const signs = new DesktopSigns({
    isInFront: () => isInFront,
    setLive: (live) => badge.push(live),
    callAttention: () => (calls += 1),
    notify: (notice) => notices.push(notice),
  });
  const follow = (...states: readonly EngineSnapshot[]): void => states.forEach((each) => signs.follow(each));
  return { follow, badge, titles: () => notices.map(({ title }) => title), notices, calls: () => calls };
}

test('a destination that drops is told once, however many attempts it takes, and again when it drops again', () => {
  const { follow, titles, notices, calls } = open();
  follow(snapshot(isLive), snapshot(waits), snapshot(retries), snapshot(waits), snapshot(isLive));
  expect(titles()).toEqual(['Reconnecting to Twitch']);
  expect(notices[0]?.text).toBe('The server reset the connection.');
  expect(calls()).toBe(1);
  follow(snapshot(waits));
  expect(titles()).toHaveLength(2);
});

test('a destination that gives up is told', () => {
  const { follow, titles } = open();
  follow(snapshot(isLive), snapshot(waits), snapshot({ phase: 'failed', error: cause }));
  expect(titles()).toEqual(['Reconnecting to Twitch', 'Stopped streaming to Twitch']);
});

test('a stream that ends by itself is told, and one that its owner ends is not', () => {
  const crashed = (isRestarted: boolean) =>
    ({
      broadcast: { phase: 'idle', lastError: { code: 'internal/engine-exited', details: { isRestarted } } },
    }) as const;
  const ended = { broadcast: { phase: 'idle' } } as const;
  const one = open();
  one.follow(snapshot(isLive), snapshot({ phase: 'idle' }, crashed(false)));
  expect(one.titles()).toEqual(['Your stream ended']);
  const again = open();
  again.follow(snapshot(isLive), snapshot({ phase: 'idle' }, crashed(true)));
  expect(again.titles()).toEqual(['Your stream was interrupted']);
  const other = open();
  other.follow(
    snapshot(isLive),
    snapshot({ phase: 'stopping', deadlineMs: 9 }),
    snapshot({ phase: 'idle' }, ended),
  );
  expect(other.titles()).toEqual([]);
});

test('a recording that stops by itself is told', () => {
  const { follow, titles, notices } = open();
  const recorder = {
    phase: 'failed',
    path: '/a.mp4',
    error: { code: 'record/disk-full', details: {} },
  } as const;
  follow(snapshot(isLive), snapshot(isLive, { recorder }), snapshot(isLive, { recorder }));
  expect(titles()).toEqual(['Recording stopped']);
  expect(notices[0]?.text).toBe('The disk is full.');
});

test('nobody is told what they see: the window is in front', () => {
  const { follow, titles, calls } = open({ isInFront: true });
  follow(snapshot(isLive), snapshot(waits));
  expect([titles(), calls()]).toEqual([[], 0]);
});

test('the icon says live for as long as viewers can see it, and not in a rehearsal', () => {
  const { follow, badge, titles } = open();
  const rehearsal = (state: DestinationState) =>
    snapshot(state, { destinations: [{ kind: 'rehearsal', id: 'r', name: 'Rehearsal', state }] });
  follow(rehearsal(isLive), rehearsal(waits));
  expect([badge, titles()]).toEqual([[], []]);
  follow(snapshot(isLive), snapshot(waits), snapshot({ phase: 'idle' }, { broadcast: { phase: 'idle' } }));
  expect(badge).toEqual([true, false]);
});

test('the dot is round: solid in the middle, nothing in the corners', () => {
  const pixels = drawLiveDot();
  const alphaAt = (x: number, y: number): number => pixels.readUInt8((y * DOT_SIZE + x) * 4 + 3);
  expect([alphaAt(0, 0), alphaAt(16, 16), alphaAt(31, 31)]).toEqual([0, 255, 0]);
});
