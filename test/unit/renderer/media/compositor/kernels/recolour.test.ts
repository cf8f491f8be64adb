/** Other colours and tables against plain arithmetic: every byte is the same; and against the colours themselves. */
import { assert, boolean, constantFrom, integer, property, tuple } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { toOwnColours, weightsOf } from '../../../../../../renderer/media/compositor/colours.ts';
import type { PlanarColour } from '../../../../../../renderer/media/compositor/colours.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { noise, placePlane, withSamples } from '../../../../../support/compositor/test-planes.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const COLOURS = ['bt601-limited', 'bt601-full', 'bt709-full', 'bt709-limited'] as const;
const clamp = (value: number): number => Math.min(255, Math.max(0, value));
const short = (value: number): number => Math.min(32_767, Math.max(-32_768, value));

test('other matrices and ranges become BT.709 of limited range', () => {
  const sizes = tuple(
    integer({ min: 1, max: 70 }),
    integer({ min: 1, max: 5 }),
    integer({ min: 1, max: 1e6 }),
  );
  assert(
    property(
      sizes,
      constantFrom(...COLOURS.slice(0, 3)),
      boolean(),
      ([width, height, seed], colour, isTogether) => {
        const picture = placeNoise(memory, width, height, seed, isTogether ? 'together' : 'opaque');
        const before = readPicture(memory, picture);
        const [black = 0, yy = 0, ycb = 0, ycr = 0, bb = 0, br = 0, rb = 0, rr = 0] = weightsOf(colour);
        const half = Math.ceil(width / 2);
        const chroma = (x: number, y: number): readonly [number, number] => {
          const at = y * half + x;
          return [(before.cb?.samples[at] ?? 0) - 128, (before.cr?.samples[at] ?? 0) - 128];
        };
        toOwnColours(memory, picture, colour);
        const after = readPicture(memory, picture);
        const luma = before.y?.samples.map((value, at) => {
          const [cb, cr] = chroma((at % width) >> 1, Math.floor(at / width) >> 1);
          const part = (ycb * cb + ycr * cr + 128) >> 8;
          return clamp(short(((value - black) * yy + part * 256 + (16 << 14) + 8192) >> 14));
        });
        expect(after.y?.samples).toEqual(luma);
        const chromaOf = (ofCb: number, ofCr: number): Uint8Array =>
          Uint8Array.from({ length: before.cb?.samples.length ?? 0 }, (_, at) => {
            const [cb, cr] = chroma(at, 0);
            return clamp((ofCb * cb + ofCr * cr + (128 << 14) + 8192) >> 14);
          });
        expect(after.cb?.samples).toEqual(chromaOf(bb, br));
        expect(after.cr?.samples).toEqual(chromaOf(rb, rr));
        if (isTogether) memory.free(picture.cb.offset);
        freePicture(memory, picture);
      },
    ),
  );
});

/** BT.601-7 and BT.709-6, in floating point. */
function encode(colour: PlanarColour, rgb: readonly [number, number, number]): readonly number[] {
  const [kr, kb] = colour.startsWith('bt601') ? [0.299, 0.114] : [0.2126, 0.0722];
  const [r, g, b] = rgb;
  const y = kr * r + (1 - kr - kb) * g + kb * b;
  const [cb, cr] = [(b - y) / (2 * (1 - kb)), (r - y) / (2 * (1 - kr))];
  return colour.endsWith('full')
    ? [255 * y, 255 * cb + 128, 255 * cr + 128]
    : [219 * y + 16, 224 * cb + 128, 224 * cr + 128];
}

test.each(COLOURS)('%s keeps its colours', (colour) => {
  for (let red = 0; red <= 1; red += 0.25)
    for (let green = 0; green <= 1; green += 0.25)
      for (let blue = 0; blue <= 1; blue += 0.25) {
        const picture = placeNoise(memory, 2, 2, 1, 'opaque');
        const [y = 0, cb = 0, cr = 0] = encode(colour, [red, green, blue]).map(Math.round);
        memory.kernels.fill(picture.y.offset, picture.y.stride, 2, 2, clamp(y));
        memory.kernels.fill(picture.cb.offset, picture.cb.stride, 1, 1, clamp(cb));
        memory.kernels.fill(picture.cr.offset, picture.cr.stride, 1, 1, clamp(cr));
        toOwnColours(memory, picture, colour);
        const got = readPicture(memory, picture);
        const expected = encode('bt709-limited', [red, green, blue]);
        const values = [got.y?.samples[3], got.cb?.samples[0], got.cr?.samples[0]];
        values.forEach((value, at) => {
          expect(Math.abs((value ?? 0) - (expected[at] ?? 0))).toBeLessThanOrEqual(1.5);
        });
        freePicture(memory, picture);
      }
});

test('a table says what each value becomes', () => {
  const table = memory.place(noise(256, 9));
  assert(
    property(integer({ min: 1, max: 70 }), integer({ min: 1, max: 1e6 }), (width, seed) => {
      const target = placePlane(memory, width, 3, seed, 3);
      const source = placePlane(memory, width, 3, seed + 1);
      const expected = withSamples(memory, target, (at, _x, _y, before) => before[table + at(source)] ?? 0);
      memory.kernels.lookUp(...[target.offset, target.stride, source.offset, source.stride, width, 3, table]);
      expect(expected.equals(memory.bytes)).toBe(true);
      memory.free(target.block);
      memory.free(source.block);
    }),
  );
});
