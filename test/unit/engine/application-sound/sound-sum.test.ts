/** Several streams of one application as one. */
import { expect, test } from 'vitest';
import { SoundSum } from '../../../../electron/engine/application-sound/sound-sum.ts';

const RATE = 1000;
/** So many frames of two sides, ten of them a hundredth of a second. */
const level = (value: number, frames = 10) => new Float32Array(frames * 2).fill(value);
const values = (sum: { readonly samples: Float32Array } | undefined): readonly number[] | undefined =>
  sum && [...new Set(sum.samples)].map((value) => Number(value.toFixed(3)));

test('one stream passes as it is', () => {
  const sum = new SoundSum(RATE);
  expect(values(sum.add(1, level(0.25), 0))).toEqual([0.25]);
  expect(sum.add(1, level(0.5, 3), 10)?.samples.length).toBe(6);
});

test('a second stream is added once enough of it waits, and never sets the pace', () => {
  const sum = new SoundSum(RATE);
  const out = Array.from({ length: 8 }, (_, at) => {
    const first = values(sum.add(1, level(0.25), at * 10));
    expect(sum.add(2, level(0.5), at * 10 + 5)).toBeUndefined();
    return first;
  });
  expect(out).toEqual([
    ...Array.from({ length: 4 }, () => [0.25]),
    ...Array.from({ length: 4 }, () => [0.75]),
  ]);
});

test('when the stream that sets the pace ends, the other one goes on without a gap', () => {
  const sum = new SoundSum(RATE);
  for (let at = 0; at < 8; at += 1) {
    sum.add(1, level(0.25), at * 10);
    sum.add(2, level(0.5), at * 10 + 5);
  }
  sum.remove(1);
  const next = sum.add(2, level(0.5), 85);
  expect([values(next), next?.isNewLine]).toEqual([[0.5], false]);
});

test('a stream that stalls hands the pace on, as a new line', () => {
  const sum = new SoundSum(RATE);
  sum.add(1, level(0.25), 0);
  expect(sum.add(2, level(0.5), 30)).toBeUndefined();
  expect(sum.add(2, level(0.5), 100)?.isNewLine).toBe(true);
  expect(sum.add(1, level(0.25), 101)).toBeUndefined();
});

test('a stream that pauses begins a new line, and one that is only read late goes on', () => {
  const sum = new SoundSum(RATE);
  const lines = [0, 10, 210, 220, 500, 510].map((atMs) => sum.add(1, level(0.25), atMs)?.isNewLine);
  expect(lines).toEqual([false, false, false, false, true, false]);
});

test('what waits for nobody is bounded', () => {
  const sum = new SoundSum(RATE);
  sum.add(1, level(0.25), 0);
  for (let at = 0; at < 50; at += 1) {
    sum.add(1, level(0.25, 1), at * 10);
    sum.add(2, level(0.5), at * 10);
  }
  sum.remove(1);
  // 200 ms at most had waited.
  const out = sum.add(2, level(1, 300), 500);
  expect(out?.samples.findIndex((value) => value === 1)).toBeLessThanOrEqual(400);
});
