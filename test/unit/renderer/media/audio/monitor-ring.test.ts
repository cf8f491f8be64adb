/** What waits for the headphones. */
import { expect, test } from 'vitest';
import { MonitorRing } from '../../../../../renderer/media/audio/monitor-ring.ts';

const RATE = 48_000;
const block = (frames: number, value: number): Float32Array => new Float32Array(frames * 2).fill(value);

/** Pulls as an audio thread does. */
function pull(ring: MonitorRing, frames = 128): Float32Array {
  const left = new Float32Array(frames);
  ring.pull(left, new Float32Array(frames));
  return left;
}

test('nothing plays until a little waits, and then each frame comes out once, in order', () => {
  const ring = new MonitorRing(RATE);
  ring.push(block(480, 0.5));
  expect([...new Set(pull(ring))]).toEqual([0]);
  ring.push(Float32Array.from({ length: 1920 }, (_, at) => 0.5 + Math.floor(at / 2) * 1e-4));
  const out = [...pull(ring, 480), ...pull(ring, 480)];
  // It is faded in within 2 ms.
  expect(out.slice(96, 480)).toEqual(Array.from({ length: 384 }, () => 0.5));
  expect(out[480]).toBeCloseTo(0.5, 4);
  expect(out[500]).toBeCloseTo(0.502, 4);
});

test('what comes more than can be played is left out: never more than 50 ms wait', () => {
  const ring = new MonitorRing(RATE);
  for (let at = 0; at < 500; at += 1) {
    ring.push(block(480, 0.5));
    if (at % 3 !== 0) pull(ring, 480);
    expect(ring.waiting).toBeLessThanOrEqual(0.05 * RATE);
  }
});

test('a step to newer sound is no click, and neither are an end and a beginning', () => {
  const ring = new MonitorRing(RATE);
  const out: number[] = [];
  ring.push(block(960, 0.5));
  out.push(...pull(ring, 480));
  for (let at = 0; at < 5; at += 1) ring.push(block(480, -0.5));
  out.push(...pull(ring, 960), ...pull(ring, 480));
  ring.push(block(1920, 0.5));
  out.push(...pull(ring, 480));
  const steps = out.slice(1).map((value, at) => Math.abs(value - (out[at] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(0.02);
  expect(out.at(-1)).toBe(0.5);
});

test('goes on for as long as it likes, whatever the blocks are', () => {
  const ring = new MonitorRing(RATE);
  ring.push(block(200_000, 0.25));
  ring.push(new Float32Array(0));
  for (let at = 0; at < 2000; at += 1) {
    ring.push(block(500, 0.25));
    const out = pull(ring, 500);
    if (at > 0) expect(out[250]).toBe(0.25);
  }
});

test('what a burst left behind is left out again, once it has been of no use for a while', () => {
  const ring = new MonitorRing(RATE);
  ring.push(block(1920, 0.5));
  const waited: number[] = [];
  for (let at = 0; at < 400; at += 1) {
    ring.push(block(480, 0.5));
    const out = pull(ring, 480);
    waited.push(ring.waiting);
    if (at > 0) expect(Math.min(...out)).toBe(0.5);
  }
  expect(waited[0]).toBeGreaterThan(0.03 * RATE);
  expect(waited.at(-1)).toBeLessThan(0.005 * RATE);
});
