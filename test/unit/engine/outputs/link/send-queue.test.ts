import { describe, expect, test } from 'vitest';
import type { MediaPacket } from '../../../../../electron/rtmp/flv/packet.ts';
import {
  defaultQueueLimits,
  emptyDropCounters,
  SendQueue,
  totalDropped,
} from '../../../../../electron/engine/outputs/link/send-queue.ts';
import { mediaBetween } from '../../broadcast/stage/packets.ts';

function fill(fromMs: number, toMs: number) {
  const counters = emptyDropCounters();
  const queue = new SendQueue(defaultQueueLimits, counters);
  for (const packet of mediaBetween(fromMs, toMs)) queue.push(packet);
  const left: MediaPacket[] = [];
  const durationMs = queue.durationMs;
  for (let next = queue.shift(); next; next = queue.shift()) left.push(next);
  return { counters, left, durationMs };
}

describe('the drop policy', () => {
  test('under the first limit nothing goes', () => {
    const { counters, left } = fill(0, 700);
    expect(totalDropped(counters)).toBe(0);
    expect(left).toHaveLength(36);
  });

  test('over the first limit only disposable frames go', () => {
    const { counters, left } = fill(0, 840);
    expect(counters.disposable).toBeGreaterThan(0);
    expect(counters.restOfGop).toBe(0);
    expect(left.some((packet) => packet.isDisposable)).toBe(false);
  });

  test('over the second limit the rest of the GOP goes, to the next keyframe and no further', () => {
    const counters = emptyDropCounters();
    const queue = new SendQueue(defaultQueueLimits, counters);
    for (const packet of mediaBetween(1600, 2560)) queue.push(packet);
    const frames: number[] = [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (next.kind === 'video') frames.push(next.timestampMs);
    }
    // 1600 to 1960 went; the keyframe at 2000 and all behind it stayed, but for what the first limit took.
    expect(frames[0]).toBe(2000);
    expect(frames.at(-1)).toBeGreaterThanOrEqual(2480);
    expect(counters.restOfGop).toBeGreaterThan(0);
    expect(counters.wholeGop).toBe(0);
  });

  test('sound is never dropped', () => {
    const { left } = fill(0, 10_000);
    expect(left.filter((packet) => packet.kind === 'audio')).toHaveLength(250);
  });

  test('what is left always decodes: a frame follows its keyframe without a gap but disposable ones', () => {
    for (let endMs = 0; endMs < 9000; endMs += 120) {
      const { left } = fill(0, endMs);
      let lastMs = -Infinity;
      for (const frame of left.filter((packet) => packet.kind === 'video')) {
        if (!frame.isKeyframe) expect(frame.timestampMs - lastMs).toBeLessThanOrEqual(80);
        lastMs = frame.timestampMs;
      }
    }
  });

  test('a keyframe that comes into a full queue takes its GOP along: memory stays bounded', () => {
    const { counters, left } = fill(0, 60_000);
    expect(counters.wholeGop).toBeGreaterThan(0);
    expect(left.filter((packet) => packet.kind === 'video').length).toBeLessThan(60);
  });

  test('after a stall that ends, the next keyframe goes through', () => {
    const counters = emptyDropCounters();
    const queue = new SendQueue(defaultQueueLimits, counters);
    for (const packet of mediaBetween(0, 3000)) queue.push(packet);
    while (queue.length > 0) queue.shift();
    const frames: number[] = [];
    for (const packet of mediaBetween(3000, 4080)) {
      queue.push(packet);
      const next = queue.shift();
      if (next?.kind === 'video') frames.push(next.timestampMs);
    }
    expect(frames).toEqual([4000, 4040]);
  });
});

test('what waits when the connection is lost counts as lost', () => {
  const counters = emptyDropCounters();
  const queue = new SendQueue(defaultQueueLimits, counters);
  for (const packet of mediaBetween(0, 200)) queue.push(packet);
  queue.clear();
  expect(counters.connectionLost).toBe(5);
  expect(queue.length).toBe(0);
});
