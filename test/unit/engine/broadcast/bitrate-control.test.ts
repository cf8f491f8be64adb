import { describe, expect, test } from 'vitest';
import {
  decideBitrate,
  initialBitrate,
  pickReferenceLink,
} from '../../../../electron/engine/broadcast/bitrate-control.ts';

const limits = { ceilingKbps: 2500, floorKbps: 250, audioKbps: 160 };
const HAND_OVER_MS = 800;

/** A path of changing capacity under a queue: what the encoder gives is what was asked for a hand-over ago. */
function simulate(capacityAt: (atMs: number) => number, lengthMs: number) {
  let state = initialBitrate(limits);
  let encoderKbps = limits.ceilingKbps;
  let pending: { atMs: number; kbps: number } | undefined;
  /** What waits, a quarter of a second of media each. */
  const queue: { kbit: number; ms: number }[] = [];
  const trace: { atMs: number; kbps: number; queueMs: number }[] = [];
  for (let atMs = 0; atMs < lengthMs; atMs += 250) {
    if (pending && atMs >= pending.atMs) encoderKbps = pending.kbps;
    queue.push({ kbit: (encoderKbps + limits.audioKbps) / 4, ms: 250 });
    let roomKbit = capacityAt(atMs) / 4;
    let outKbit = 0;
    for (let head = queue[0]; head && roomKbit > 0; head = queue[0]) {
      const taken = Math.min(head.kbit, roomKbit);
      head.ms *= 1 - taken / head.kbit;
      head.kbit -= taken;
      roomKbit -= taken;
      outKbit += taken;
      if (head.kbit <= 1e-9) queue.shift();
    }
    const queueMs = queue.reduce((sum, { ms }) => sum + ms, 0);
    const decision = decideBitrate(state, [{ queueMs, sentKbps: outKbit * 4 }], limits, atMs);
    state = decision.state;
    if (decision.changeToKbps !== undefined)
      pending = { atMs: atMs + HAND_OVER_MS, kbps: decision.changeToKbps };
    trace.push({ atMs, kbps: encoderKbps, queueMs });
  }
  return trace;
}

describe('an uplink narrowed to 1200 kbit/s for a minute', () => {
  const trace = simulate((atMs) => (atMs >= 10_000 && atMs < 70_000 ? 1200 : 8000), 130_000);

  test('nothing changes before', () => {
    expect(trace.filter(({ atMs }) => atMs < 10_000).every(({ kbps }) => kbps === 2500)).toBe(true);
  });

  test('the queue stays under the drop limits of dynamic bitrate', () => {
    expect(Math.max(...trace.map(({ queueMs }) => queueMs))).toBeLessThan(1600);
  });

  test('the bitrate settles under what the path carries and not far under', () => {
    const settled = trace.filter(({ atMs }) => atMs > 20_000 && atMs < 70_000).map(({ kbps }) => kbps);
    const mean = settled.reduce((sum, kbps) => sum + kbps, 0) / settled.length;
    expect(mean).toBeGreaterThan(600);
    expect(mean).toBeLessThan(1200);
  });

  test('it is back to full within a minute', () => {
    expect(trace.find(({ atMs, kbps }) => atMs >= 70_000 && kbps === 2500)?.atMs).toBeLessThan(130_000);
  });

  test('it never goes above the ceiling', () => {
    expect(Math.max(...trace.map(({ kbps }) => kbps))).toBe(2500);
  });
});

test('one bad destination among good ones does not speak for all', () => {
  const bad = { queueMs: 3000, sentKbps: 100 };
  const good = { queueMs: 0, sentKbps: 2660 };
  expect(pickReferenceLink([bad, good])).toBe(good);
  expect(pickReferenceLink([bad, bad, good])).toBe(bad);
  expect(pickReferenceLink([])).toBeUndefined();
});

test('it never goes under the floor', () => {
  const trace = simulate(() => 100, 60_000);
  expect(Math.min(...trace.map(({ kbps }) => kbps))).toBe(250);
});

test('a lower ceiling is followed at once', () => {
  const decision = decideBitrate(initialBitrate(limits), [], { ...limits, ceilingKbps: 1000 }, 0);
  expect(decision.changeToKbps).toBe(1000);
});
