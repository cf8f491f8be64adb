/** Blend modes: against the same whole numbers, byte for byte, and against colours in floating point. */
import { assert, boolean, integer, property, tuple } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { allocatePicture, freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import type { Picture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { blendPlainly } from '../../../../../support/compositor/plain-modes.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';
import type { PlainPicture, PlaneName } from '../../../../../support/compositor/plain-scene.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

function blendAll(mode: number, target: Picture, source: Picture): void {
  const { y, cb, cr, alpha, alphaChroma, width, height } = target;
  const upper = source;
  memory.kernels.blendColours(
    mode,
    ...[y.offset, cb.offset, cr.offset, alpha?.offset ?? 0, alphaChroma?.offset ?? 0, y.stride, cb.stride],
    ...[upper.y.offset, upper.cb.offset, upper.cr.offset],
    ...[upper.alpha?.offset ?? 0, upper.alphaChroma?.offset ?? 0, upper.y.stride, upper.cb.stride],
    ...[width, height],
  );
}

const sizes = tuple(
  integer({ min: 1, max: 5 }),
  integer({ min: 1, max: 4 }),
  integer({ min: 1, max: 1e6 }),
  integer({ min: 1, max: 6 }),
);

test('two pictures are blended as whole numbers say', () => {
  assert(
    property(sizes, boolean(), ([across, down, seed, mode], isOpaque) => {
      const [width, height] = [8 * across, 2 * down];
      const target = placeNoise(memory, width, height, seed, isOpaque ? 'opaque' : 'alpha');
      const source = placeNoise(memory, width, height, seed + 10, 'alpha');
      const expected = blendPlainly(mode, readPicture(memory, target), readPicture(memory, source));
      blendAll(mode, target, source);
      expect(readPicture(memory, target)).toEqual(expected);
      freePicture(memory, target);
      freePicture(memory, source);
    }),
  );
});

const RED = 0.2126;
const BLUE = 0.0722;
const modes = [
  ['additive', 1, (below: number, above: number) => Math.min(1, below + above)],
  ['subtract', 2, (below: number, above: number) => Math.max(0, below - above)],
  ['screen', 3, (below: number, above: number) => below + above - below * above],
  ['multiply', 4, (below: number, above: number) => below * above],
  ['lighten', 5, Math.max],
  ['darken', 6, Math.min],
] as const;

test.each(modes)('%s is within one code of exact sums', (_name, mode, mix) => {
  assert(
    property(sizes, ([across, down, seed]) => {
      const [width, height] = [8 * across, 2 * down];
      const target = placeNoise(memory, width, height, seed, 'opaque');
      const source = placeNoise(memory, width, height, seed + 10, 'alpha');
      const [below, above] = [readPicture(memory, target), readPicture(memory, source)];
      blendAll(mode, target, source);
      const got = readPicture(memory, target);
      const at = (picture: PlainPicture, name: PlaneName, x: number, y: number): number =>
        picture[name]?.samples[y * (picture[name]?.width ?? 0) + x] ?? 255;
      /** Red, green and blue times alpha. */
      const colourAt = (picture: PlainPicture, x: number, y: number, alpha: number): Triple => {
        const luma = (at(picture, 'y', x, y) - 16) / 219;
        const red = luma + ((at(picture, 'cr', x >> 1, y >> 1) - 128) * (1 - RED)) / 112;
        const blue = luma + ((at(picture, 'cb', x >> 1, y >> 1) - 128) * (1 - BLUE)) / 112;
        const green = (luma - RED * red - BLUE * blue) / (1 - RED - BLUE);
        const within = (value: number): number => Math.min(alpha, Math.max(0, value));
        return [within(red), within(green), within(blue)];
      };
      const mixedAt = (x: number, y: number): Triple => {
        const alpha = at(above, 'alpha', x, y) / 255;
        const upper = colourAt(above, x, y, alpha);
        const [red, green, blue] = colourAt(below, x, y, 1).map((value, index) => {
          const own = upper[index] ?? 0;
          return alpha === 0 ? value : value * (1 - alpha) + alpha * mix(value, own / alpha);
        });
        return [red ?? 0, green ?? 0, blue ?? 0];
      };
      let most = 0;
      const compare = (name: PlaneName, x: number, y: number, code: number): void => {
        most = Math.max(most, Math.abs(at(got, name, x, y) - Math.min(255, Math.max(0, code))));
      };
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          if (at(above, 'alpha', x, y) > 0) compare('y', x, y, encode(mixedAt(x, y))[0]);
      for (let y = 0; y < height; y += 2)
        for (let x = 0; x < width; x += 2) {
          if (at(above, 'alphaChroma', x / 2, y / 2) === 0) continue;
          const four = [mixedAt(x, y), mixedAt(x + 1, y), mixedAt(x, y + 1), mixedAt(x + 1, y + 1)];
          const mean = (index: 0 | 1 | 2): number => four.reduce((sum, each) => sum + each[index], 0) / 4;
          const [, cb, cr] = encode([mean(0), mean(1), mean(2)]);
          compare('cb', x / 2, y / 2, cb);
          compare('cr', x / 2, y / 2, cr);
        }
      expect(most).toBeLessThanOrEqual(1);
      freePicture(memory, target);
      freePicture(memory, source);
    }),
  );
});

test.each(modes)('%s is what it is in red, green and blue', (_name, mode, mix) => {
  const levels = [0, 0.3, 0.7, 1];
  const colours = levels.flatMap((red) =>
    levels.flatMap((green) => levels.map((blue) => [red, green, blue] as const)),
  );
  const width = 8;
  const target = allocatePicture(memory, { width, height: 2 }, false);
  const source = allocatePicture(memory, { width, height: 2 }, true);
  let most = 0;
  colours.forEach((below, index) => {
    const above = colours[(index * 29 + 7) % colours.length] ?? below;
    for (const share of [1, 0.4]) {
      fill(target, below, 1);
      fill(source, above, share);
      blendAll(mode, target, source);
      const mixed = below.map(
        (value, at) => value * (1 - share) + share * mix(value, above[at] ?? 0),
      ) as unknown as Triple;
      const got = readPicture(memory, target);
      encode(mixed).forEach((code, at) => {
        const plane = got[(['y', 'cb', 'cr'] as const)[at] ?? 'y'];
        most = Math.max(most, Math.abs((plane?.samples[0] ?? 0) - code));
      });
    }
  });
  // Both pictures are rounded to codes first: a code of chroma is up to 2.1 of blue.
  expect(most).toBeLessThanOrEqual(2);
  freePicture(memory, target);
  freePicture(memory, source);
});

type Triple = readonly [number, number, number];

function encode([red, green, blue]: Triple): Triple {
  const y = RED * red + (1 - RED - BLUE) * green + BLUE * blue;
  return [16 + 219 * y, 128 + (112 * (blue - y)) / (1 - BLUE), 128 + (112 * (red - y)) / (1 - RED)];
}

function fill(
  { y, cb, cr, alpha, alphaChroma, width, height }: Picture,
  colour: Triple,
  share: number,
): void {
  const [luma, blue, red] = encode(colour);
  const whole = Math.round(share * 255);
  const through = (value: number, black: number): number =>
    Math.round(black + ((value - black) * whole) / 255);
  memory.kernels.fill(y.offset, y.stride, width, height, through(luma, 16));
  memory.kernels.fill(cb.offset, cb.stride, width / 2, height / 2, through(blue, 128));
  memory.kernels.fill(cr.offset, cr.stride, width / 2, height / 2, through(red, 128));
  if (alpha === undefined || alphaChroma === undefined) return;
  memory.kernels.fill(alpha.offset, alpha.stride, width, height, whole);
  memory.kernels.fill(alphaChroma.offset, alphaChroma.stride, width / 2, height / 2, whole);
}
