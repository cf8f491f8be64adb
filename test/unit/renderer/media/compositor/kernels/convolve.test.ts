/** Sharpening, blurring and the way back from premultiplied samples against plain arithmetic: every byte is the same. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placePlane, sampleAt, withSamples } from '../../../../../support/compositor/test-planes.ts';
import type { TestPlane } from '../../../../../support/compositor/test-planes.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const clamp = (value: number, most = 255): number => Math.min(most, Math.max(0, value));

/** Planes of one size at different places. */
const planes = tuple(
  integer({ min: 1, max: 70 }),
  integer({ min: 1, max: 9 }),
  integer({ min: 1, max: 1e6 }),
  integer({ min: 0, max: 17 }),
).map(([width, height, seed, shift]) => {
  const place = (index: number): TestPlane =>
    placePlane(memory, width, height, seed + index, index % 2 === 0 ? shift : 3);
  return [place(0), place(1), place(2)] as const;
});

const places = (...all: readonly TestPlane[]): readonly number[] =>
  all.flatMap(({ offset, stride }) => [offset, stride]);

function free(all: readonly TestPlane[]): void {
  for (const { block } of all) memory.free(block);
}

test('a sample is farther from the eight around', () => {
  assert(
    property(planes, integer({ min: 0, max: 32_767 }), (all, weight) => {
      const [target, source] = all;
      const { width, height } = target;
      const expected = withSamples(memory, target, (_, x, y, before) => {
        const at = (right: number, below: number): number =>
          sampleAt(before, source, clamp(x + right, width - 1), clamp(y + below, height - 1));
        let nine = 0;
        for (const right of [-1, 0, 1]) for (const below of [-1, 0, 1]) nine += at(right, below);
        const change = (16 * (9 * at(0, 0) - nine) * weight + 16_384) >> 15;
        return clamp((16 * at(0, 0) + change + 8) >> 4);
      });
      memory.kernels.sharpen(...places(target, source), width, height, weight);
      expect(expected.equals(memory.bytes)).toBe(true);
      free(all);
    }),
  );
});

test('a sample is the mean of those above and below', () => {
  assert(
    property(planes, integer({ min: 1, max: 128 }), (all, radius) => {
      const [target, source] = all;
      const { width, height } = target;
      const reciprocal = Math.round(65_536 / (2 * radius + 1));
      const sums = memory.allocate(2 * (width + 15));
      const expected = withSamples(memory, target, (_, x, y, before) => {
        let sum = 0;
        for (let row = y - radius; row <= y + radius; row += 1)
          sum += sampleAt(before, source, x, clamp(row, height - 1));
        return Math.floor((sum * reciprocal + 32_768) / 65_536);
      });
      memory.kernels.boxDown(...places(target, source), width, height, radius, reciprocal, sums);
      for (let y = 0; y < height; y += 1) {
        const start = target.offset + y * target.stride;
        expect(Buffer.from(memory.bytes.subarray(start, start + target.stride - 1))).toEqual(
          expected.subarray(start, start + target.stride - 1),
        );
      }
      memory.free(sums);
      free(all);
    }),
  );
});

test('a plane is as it was before its alpha', () => {
  assert(
    property(planes, constantFrom(0, 16, 128), (all, black) => {
      const [target, source, alpha] = all;
      const expected = withSamples(memory, target, (at) => {
        if (at(alpha) === 0) return black;
        const exact = Math.fround(((at(source) - black) * 255) / at(alpha));
        return clamp(black + nearest(exact));
      });
      memory.kernels.unpremultiply(...places(target, source, alpha), target.width, target.height, black);
      expect(expected.equals(memory.bytes)).toBe(true);
      free(all);
    }),
  );
});

/** Half-way numbers go to the even one. */
function nearest(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest === 0.5 ? below + (Math.abs(below) % 2) : Math.round(value);
}
