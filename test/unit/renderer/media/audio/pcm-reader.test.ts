/** Blocks of a track as interleaved samples. */
import { expect, test } from 'vitest';
import { PcmReader } from '../../../../../renderer/media/audio/pcm-reader.ts';
import type { PcmSource } from '../../../../../renderer/media/audio/pcm-reader.ts';

const sourceOf = (...planes: readonly (readonly number[])[]): PcmSource => ({
  numberOfFrames: planes[0]?.length ?? 0,
  numberOfChannels: planes.length,
  sampleRate: 16_000,
  copyTo: (plane, { planeIndex }) => plane.set(planes[planeIndex] ?? []),
});

test.each([
  ['one side', [[0.25, 0.5]], 1, [0.25, 0.5]],
  [
    'two sides',
    [
      [0.25, 0.5],
      [-0.25, -0.5],
    ],
    2,
    [0.25, -0.25, 0.5, -0.5],
  ],
  ['six sides, of which the first two count', [[1], [2], [3], [4], [5], [6]], 2, [1, 2]],
] as const)('reads %s', (_what, planes, channels, samples) => {
  const part = new PcmReader().read(sourceOf(...planes), 1234);
  expect(part).toMatchObject({ timestampUs: 1234, sampleRate: 16_000, channels });
  expect([...part.samples]).toEqual(samples);
});

test('a block is as long as its source, also after a longer one', () => {
  const reader = new PcmReader();
  reader.read(sourceOf([1, 2, 3], [4, 5, 6]), 0);
  expect([...reader.read(sourceOf([7], [8]), 0).samples]).toEqual([7, 8]);
  expect(reader.sides.map((side) => [...side])).toEqual([[7], [8]]);
});
