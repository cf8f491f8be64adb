import { expect, test } from 'vitest';
import { SnapshotPacer } from '../../../electron/engine/snapshot-pacer.ts';
import type { BroadcastState, EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { FakeClock } from './broadcast/stage/fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const told: EngineSnapshot[] = [];
  const now = { broadcast: { phase: 'idle' } as BroadcastState, bytes: 0 };
  const pacer = new SnapshotPacer({
    clock,
    read: () => ({
      nowMs: 0,
      broadcast: now.broadcast,
      destinations: [],
      recorder: { phase: 'recording', path: '/videos/a.mp4', sinceMs: 0, bytes: now.bytes },
      encoders: [],
    }),
    send: (snapshot) => told.push(snapshot),
  });
  return { clock, told, now, pacer };
}

test('changes that are no change of phase leave once each 100 ms, the newest last, with a growing revision', async () => {
  const { clock, told, now, pacer } = setUp();
  for (let bytes = 0; bytes < 1000; bytes += 1) {
    now.bytes = bytes;
    pacer.changed();
    await clock.advance(1);
  }
  await clock.advance(100);
  expect(told.length).toBeLessThanOrEqual(12);
  expect(told.at(-1)?.recorder).toMatchObject({ bytes: 999 });
  expect(told.map(({ revision }) => revision)).toEqual(told.map((_, index) => index + 1));
  expect(clock.pending).toBe(0);
});

test('a change of phase leaves at once, twenty in a second at most', async () => {
  const { clock, told, now, pacer } = setUp();
  pacer.changed();
  now.broadcast = { phase: 'starting', sinceMs: 1 };
  pacer.changed();
  expect(told.at(-1)?.broadcast.phase).toBe('starting');
  for (let count = 0; count < 500; count += 1) {
    now.broadcast = count % 2 === 0 ? { phase: 'live', sinceMs: 1 } : { phase: 'idle' };
    pacer.changed();
  }
  expect(told.length).toBeLessThan(25);
  await clock.advance(100);
  expect(told.at(-1)?.broadcast.phase).toBe('idle');
});

test('what waits is told before what comes after it', () => {
  const { told, now, pacer } = setUp();
  pacer.changed();
  now.bytes = 5;
  pacer.changed();
  expect(told).toHaveLength(1);
  pacer.flush();
  expect(told.at(-1)?.recorder).toMatchObject({ bytes: 5 });
  pacer.flush();
  expect(told).toHaveLength(2);
});
