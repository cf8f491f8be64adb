/** A wipe by a mask against plain arithmetic. */
import { expect, test } from 'vitest';
import { freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import { MaskWipe } from '../../../../../../renderer/media/compositor/transitions/mask-wipe.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';
import { noise } from '../../../../../support/compositor/test-planes.ts';

const SIZE = { width: 52, height: 30 };
const blend = (one: number, other: number, weight: number): number =>
  Math.round((one * weight + other * (255 - weight)) / 255);
/** The mean of two, as the kernel `scale` rounds it. */
const mean = (one: number, other: number): number =>
  ((64 * (one - 128) + 64 * (other - 128) + 64) >> 7) + 128;

test.each([0, 0.2, 0.5, 0.77, 1])(
  'with a share of %d, each sample shows as much as the pattern says',
  (share) => {
    const memory = openMemory();
    const { width, height } = SIZE;
    const pattern = noise(width * height, 7);
    const [before, next] = [1, 2].map((seed) => placeNoise(memory, width, height, seed, 'opaque'));
    if (before === undefined || next === undefined) throw new Error('no pictures');
    const wipe = new MaskWipe(memory, SIZE, pattern, 0.25);
    const got = readPicture(memory, wipe.paint(before, next, share));
    const [from, to] = [readPicture(memory, before), readPicture(memory, next)];
    const mask = (x: number, y: number): number => {
      const passed = (share * 1.25 - (pattern[y * width + x] ?? 0) / 255) / 0.25;
      return Math.round(Math.min(1, Math.max(0, passed)) * 255);
    };
    for (const name of ['y', 'cb', 'cr'] as const) {
      const columns = from[name]?.width ?? 0;
      const expected = from[name]?.samples.map((sample, at) => {
        const [x, y] = [at % columns, Math.floor(at / columns)];
        const column = (left: number): number => mean(mask(left, 2 * y), mask(left, 2 * y + 1));
        const weight = name === 'y' ? mask(x, y) : mean(column(2 * x), column(2 * x + 1));
        return blend(to[name]?.samples[at] ?? 0, sample, weight);
      });
      expect(got[name]?.samples).toEqual(expected);
      if (share === 0) expect(got[name]).toEqual(from[name]);
      if (share === 1) expect(got[name]).toEqual(to[name]);
    }
    wipe.end();
    for (const picture of [before, next]) freePicture(memory, picture);
    expect(memory.usedBytes).toBe(0);
  },
);
