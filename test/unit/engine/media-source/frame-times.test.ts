/** When the pictures of one time through a file show. */
import { expect, test } from 'vitest';
import { FrameTimes, STILL_US } from '../../../../electron/engine/media-source/frame-times.ts';

test('pictures of a constant rate lie on its grid, however their times are rounded', () => {
  const fps = 30_000 / 1001;
  const times = new FrameTimes(fps, 0);
  for (let frame = 0; frame < 1000; frame += 1)
    expect(times.place(Math.round((frame * 1000) / fps) + 7)).toBeCloseTo((frame * 1e6) / fps, 6);
  expect(times.endUs).toBeCloseTo((1000 * 1e6) / fps, 6);
});

test('times that are on no grid stay what they are, and never go back', () => {
  const times = new FrameTimes(25, 0);
  expect([0, 33, 50, 45, 1010].map((ms) => times.place(ms))).toEqual([0, 33_000, 50_000, 50_000, 1_010_000]);
});

test('without a rate the last picture shows as long as the one before', () => {
  const times = new FrameTimes(undefined, 0);
  times.place(0);
  times.place(200);
  expect(times.endUs).toBe(400_000);
});

test('a pass that begins within the file has its place in the file', () => {
  const times = new FrameTimes(25, 400_000);
  expect(times.place(0)).toBe(400_000);
  expect(times.place(40)).toBe(440_000);
  expect(times.endUs).toBe(480_000);
});

test('a single picture shows for a while, nothing for no time', () => {
  const still = new FrameTimes(25, 0);
  still.place(0);
  expect(still.endUs).toBe(STILL_US);
  expect(new FrameTimes(25, 9_000_000).endUs).toBe(9_000_000);
});
