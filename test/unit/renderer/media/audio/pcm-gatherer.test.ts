/** Blocks of a track become parts of twenty milliseconds. */
import { expect, test } from 'vitest';
import { PcmGatherer } from '../../../../../renderer/media/audio/pcm-gatherer.ts';
import type { PcmSource } from '../../../../../renderer/media/audio/pcm-gatherer.ts';

const RATE = 8000;
/** Ten milliseconds, one value on each side. */
const block = (values: readonly number[], sampleRate = RATE): PcmSource => ({
  ...{ numberOfFrames: sampleRate / 100, numberOfChannels: values.length, sampleRate },
  copyTo: (plane, { planeIndex }) => void plane.fill(values[planeIndex] ?? 0),
});

function gather(blocks: readonly (readonly [PcmSource, number])[]) {
  const parts: { channels: number; timestampUs: number; length: number; first: readonly number[] }[] = [];
  const sides: number[][] = [];
  const gatherer = new PcmGatherer(
    ({ channels, timestampUs, samples }) =>
      parts.push({ channels, timestampUs, length: samples.length, first: [...samples.slice(0, channels)] }),
    (left, right) => sides.push([left[0] ?? 0, right[0] ?? 0]),
  );
  for (const [source, startUs] of blocks) gatherer.add(source, startUs);
  return { parts, sides };
}

test.each([
  ['one side stays one', [0.25], 1, [0.25], []],
  ['two sides lie side by side', [0.25, 0.5], 2, [0.25, 0.5], [0.25, 0.5]],
  ['of six sides the first two count', [0.25, 0.5, 1, 1, 1, 1], 2, [0.25, 0.5], [0.25, 0.5]],
] as const)('%s', (_what, values, channels, first, shown) => {
  const { parts, sides } = gather([
    [block(values), 1000],
    [block(values), 11_000],
  ]);
  expect(parts).toEqual([{ channels, timestampUs: 1000, length: 160 * channels, first }]);
  expect(sides[0] ?? []).toEqual(shown);
});

test('a gap, another rate and another number of sides each begin a part of their own', () => {
  const { parts } = gather([
    [block([0.1]), 0],
    [block([0.2]), 50_000],
    [block([0.3], 16_000), 60_000],
    [block([0.4, 0.4], 16_000), 70_000],
    [block([0.5, 0.5], 16_000), 80_000],
  ]);
  expect(parts.map(({ timestampUs, length, first }) => [timestampUs, length, first[0]])).toEqual([
    [0, 80, expect.closeTo(0.1)],
    [50_000, 80, expect.closeTo(0.2)],
    [60_000, 160, expect.closeTo(0.3)],
    [70_000, 640, expect.closeTo(0.4)],
  ]);
});

test('parts are as short as blocks while somebody hears them at once', () => {
  const lengths: number[] = [];
  const gatherer = new PcmGatherer(({ samples }) => lengths.push(samples.length));
  const give = (atMs: number): void => gatherer.add(block([0.5]), atMs * 1000);
  gatherer.useShortParts(true);
  for (const atMs of [0, 10]) give(atMs);
  gatherer.useShortParts(false);
  for (const atMs of [20, 30]) give(atMs);
  expect(lengths).toEqual([80, 80, 160]);
});
