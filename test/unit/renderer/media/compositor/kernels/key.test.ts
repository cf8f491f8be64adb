/** The kernels of keys against plain arithmetic: every byte is the same. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { noise, placePlane, sampleAt, withSamples } from '../../../../../support/compositor/test-planes.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const sizes = tuple(
  integer({ min: 1, max: 40 }),
  integer({ min: 1, max: 4 }),
  integer({ min: 1, max: 1e6 }),
  constantFrom(1, 2),
);

test('Cb and Cr choose their successors and alpha', () => {
  const table = memory.place(noise(65_536 * 4, 4));
  assert(
    property(sizes, ([width, height, seed, step]) => {
      const [cb, cr, alpha] = [0, 1, 2].map((index) => placePlane(memory, width, height, seed + index));
      const source = placePlane(memory, width * step + 8, height, seed + 3);
      if (cb === undefined || cr === undefined || alpha === undefined) throw new Error('no planes');
      const entry = (part: number) => (x: number, y: number, before: Uint8Array) => {
        const blue = sampleAt(before, source, x * step, y);
        const red = sampleAt(before, source, x * step + 1, y);
        return before[table + (blue * 256 + red) * 4 + part] ?? 0;
      };
      const expected = [cb, cr, alpha].map((plane, part) =>
        withSamples(memory, plane, (_, x, y, before) => entry(part)(x, y, before)),
      );
      memory.kernels.keyChroma(
        ...[cb.offset, cr.offset, alpha.offset, cb.stride],
        ...[source.offset, source.offset + 1, source.stride, step, width, height, table],
      );
      for (const [part, plane] of [cb, cr, alpha].entries())
        for (let y = 0; y < height; y += 1) {
          const start = plane.offset + y * plane.stride;
          const row = Buffer.from(memory.bytes.subarray(start, start + width));
          expect(row).toEqual(expected[part]?.subarray(start, start + width));
        }
      for (const { block } of [cb, cr, alpha, source]) memory.free(block);
    }),
  );
});

test('a plane is multiplied by its alpha', () => {
  assert(
    property(sizes, constantFrom(0, 16, 128), ([width, height, seed], black) => {
      const [target, source, alpha] = [0, 1, 2].map((index) =>
        placePlane(memory, width, height, seed + index, index),
      );
      if (target === undefined || source === undefined || alpha === undefined) throw new Error('no planes');
      const expected = withSamples(memory, target, (at) =>
        Math.round((at(source) * at(alpha) + black * (255 - at(alpha))) / 255),
      );
      const places = [target, source, alpha].flatMap(({ offset, stride }) => [offset, stride]);
      memory.kernels.premultiply(...places, width, height, black);
      expect(expected.equals(memory.bytes)).toBe(true);
      for (const { block } of [target, source, alpha]) memory.free(block);
    }),
  );
});
