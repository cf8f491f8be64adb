/** Scaling with weights below 0, against sums of whole numbers: every byte is the same. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { cubicTaps } from '../../../../../../renderer/media/compositor/sampling/cubic-taps.ts';
import { Resampler } from '../../../../../../renderer/media/compositor/sampling/resampler.ts';
import { tapsOf } from '../../../../../../renderer/media/compositor/sampling/taps.ts';
import type { Sampling } from '../../../../../../renderer/media/compositor/sampling/taps.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placePlane, sampleAt, withSamples } from '../../../../../support/compositor/test-planes.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const sizes = tuple(
  integer({ min: 1, max: 60 }),
  integer({ min: 1, max: 12 }),
  integer({ min: 1, max: 60 }),
  integer({ min: 1, max: 12 }),
  integer({ min: 1, max: 1e6 }),
  constantFrom(1, 2),
);

const whole = (samples: number, count: number): Sampling => ({
  ...{ first: 0, end: samples, count, filter: 'bicubic' },
  ...{ centre: samples / count / 2, scale: samples / count },
});

test('bicubic samples are sums of their neighbours', () => {
  assert(
    property(sizes, ([width, height, newWidth, newHeight, seed, step]) => {
      const source = placePlane(memory, width * step, height, seed);
      const target = placePlane(memory, newWidth, newHeight, seed + 1);
      const across = whole(width, newWidth);
      const down = whole(height, newHeight);
      const planeStep = step === 2 ? 2 : 1;
      const resampler = new Resampler(memory, across, down, { stride: source.stride, step: planeStep });
      const [columns, rows] = [cubicTaps(across), cubicTaps(down)];
      const sum = (taps: typeof rows, position: number, of: (index: number) => number): number => {
        let total = 2048;
        for (let tap = position * taps.most; tap < (position + 1) * taps.most; tap += 1)
          total += (taps.weights[tap] ?? 0) * of(taps.indices[tap] ?? 0);
        return Math.min(255, Math.max(0, total >> 12));
      };
      const expected = withSamples(memory, target, (_, x, y, before) =>
        sum(columns, x, (column) => sum(rows, y, (row) => sampleAt(before, source, column * step, row))),
      );
      resampler.run(source.offset, target);
      for (let y = 0; y < newHeight; y += 1) {
        const start = target.offset + y * target.stride;
        const row = Buffer.from(memory.bytes.subarray(start, start + target.stride - 1));
        expect(row).toEqual(expected.subarray(start, start + target.stride - 1));
      }
      resampler.free();
      memory.free(source.block);
      memory.free(target.block);
    }),
  );
});

test('weights add up, and a picture of the same size stays as it is', () => {
  const { most, weights } = cubicTaps(whole(37, 101));
  for (let position = 0; position < 101; position += 1) {
    const of = weights.subarray(position * most, (position + 1) * most);
    expect([...of].reduce((total, weight) => total + weight, 0)).toBe(4096);
  }
  const same = cubicTaps(whole(9, 9));
  expect([...same.weights].filter((weight) => weight !== 0)).toEqual(Array.from({ length: 9 }, () => 4096));
});

test.each([
  ['point', [10, 10, 10, 20, 20, 20]],
  ['area', [10, 10, 10, 20, 20, 20]],
  ['bilinear', [10, 10, 13, 17, 20, 20]],
] as const)('two samples become six by %s', (filter, expected) => {
  const { most, indices, weights } = tapsOf({ ...whole(2, 6), filter });
  const samples = Array.from({ length: 6 }, (_, position) => {
    let total = 0;
    for (let tap = position * most; tap < (position + 1) * most; tap += 1)
      total += (weights[tap] ?? 0) * (indices[tap] === 0 ? 10 : 20);
    return Math.round(total / 128);
  });
  expect(samples).toEqual(expected);
});
