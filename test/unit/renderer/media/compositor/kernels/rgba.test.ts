/** Pixels to planes against plain arithmetic: the RGB is multiplied by alpha, rounded, then converted; means of 2x2 for chroma. */
import { assert, constantFrom, integer, property } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import {
  allocatePicture,
  convertPixels,
  freePicture,
  pixelStride,
} from '../../../../../../renderer/media/compositor/picture.ts';
import type { PixelFormat, Plane } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { noise } from '../../../../../support/compositor/test-planes.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const clamp = (value: number): number => Math.min(255, Math.max(0, value));
/** BT.709-6 §3 for 8 bits of limited range, by 2^15. */
const luma = ([red, green, blue]: Pixel): number =>
  clamp((5983 * red + 20_127 * green + 2032 * blue + (16 << 15) + (1 << 14)) >> 15);
const cb = ([red, green, blue]: Pixel): number =>
  clamp((-3298 * red - 11_094 * green + 14_392 * blue + 4 * (128 << 15) + 4 * (1 << 14)) >> 17);
const cr = ([red, green, blue]: Pixel): number =>
  clamp((14_393 * red - 13_073 * green - 1320 * blue + 4 * (128 << 15) + 4 * (1 << 14)) >> 17);

function readPixel(bytes: Uint8Array, at: number, { order, alpha }: PixelFormat): Pixel {
  const [first = 0, green = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const [red, blue] = order === 'RGBA' ? [first, third] : [third, first];
  if (alpha === 'none') return [red, green, blue, 255];
  if (alpha === 'premultiplied') return [red, green, blue, fourth];
  const through = (value: number): number => Math.round((value * fourth) / 255);
  return [through(red), through(green), through(blue), fourth];
}

/** Undefined without a plane, so that a picture without alpha compares too. */
function readPlane(plane: Plane | undefined, width: number, height: number): readonly number[] | undefined {
  if (plane === undefined) return undefined;
  return Array.from({ length: height }, (_, y) => {
    const start = plane.offset + y * plane.stride;
    return [...memory.bytes.subarray(start, start + width)];
  }).flat();
}

test('pixels of every order, size and kind of alpha become planes', () => {
  assert(
    property(
      integer({ min: 1, max: 37 }),
      integer({ min: 1, max: 7 }),
      integer({ min: 1, max: 1e6 }),
      constantFrom('RGBA', 'BGRA'),
      constantFrom('none', 'straight', 'premultiplied'),
      (width, height, seed, order, alpha) => {
        const format = { order, alpha } as const;
        const stride = pixelStride(width);
        const bytes = noise(stride * height, seed);
        const pixels = memory.place(bytes);
        const target = allocatePicture(memory, { width, height }, alpha !== 'none');
        const picture = convertPixels(memory, pixels, format, target);

        const pixel = (x: number, y: number): Pixel =>
          readPixel(bytes, Math.min(y, height - 1) * stride + Math.min(x, width - 1) * 4, format);
        const block = (x: number, y: number): Pixel => {
          const four = [pixel(2 * x, 2 * y), pixel(2 * x + 1, 2 * y), pixel(2 * x, 2 * y + 1)];
          four.push(pixel(2 * x + 1, 2 * y + 1));
          const sum = (channel: number): number => four.reduce((all, each) => all + (each[channel] ?? 0), 0);
          return [sum(0), sum(1), sum(2), sum(3)];
        };
        const half = [Math.ceil(width / 2), Math.ceil(height / 2)] as const;
        const all = (size: readonly [number, number], sample: (x: number, y: number) => number): number[] =>
          Array.from({ length: size[0] * size[1] }, (_, at) =>
            sample(at % size[0], Math.floor(at / size[0])),
          );

        expect(readPlane(picture.y, width, height)).toEqual(
          all([width, height], (x, y) => luma(pixel(x, y))),
        );
        expect(readPlane(picture.cb, ...half)).toEqual(all(half, (x, y) => cb(block(x, y))));
        expect(readPlane(picture.cr, ...half)).toEqual(all(half, (x, y) => cr(block(x, y))));
        const alphas = all([width, height], (x, y) => pixel(x, y)[3]);
        const hasAlpha = alpha !== 'none';
        expect(readPlane(picture.alpha, width, height)).toEqual(hasAlpha ? alphas : undefined);
        expect(readPlane(picture.alphaChroma, ...half)).toEqual(
          hasAlpha ? all(half, (x, y) => (block(x, y)[3] + 2) >> 2) : undefined,
        );
        expect(picture.isOpaque).toBe(alphas.every((value) => value === 255));
        expect(picture.revision).toBe(target.revision + 1);
        memory.free(pixels);
        freePicture(memory, picture);
      },
    ),
  );
  expect(memory.usedBytes).toBe(0);
});

test.each([
  ['white', [255, 255, 255, 255], [235, 128, 128]],
  ['black', [0, 0, 0, 255], [16, 128, 128]],
  ['red', [255, 0, 0, 255], [63, 102, 240]],
  ['blue', [0, 0, 255, 255], [32, 240, 118]],
  ['nothing', [200, 100, 50, 0], [16, 128, 128]],
] as const)('%s has the codes of BT.709', (_, [...pixel], expected) => {
  const pixels = memory.allocate(pixelStride(2) * 2);
  for (const at of [0, 4, 16, 20]) memory.bytes.set(pixel, pixels + at);
  const target = allocatePicture(memory, { width: 2, height: 2 }, true);
  const {
    y,
    cb: blue,
    cr: red,
  } = convertPixels(memory, pixels, { order: 'RGBA', alpha: 'straight' }, target);
  expect([y, blue, red].map(({ offset }) => memory.bytes[offset])).toEqual(expected);
  memory.free(pixels);
  freePicture(memory, target);
});
