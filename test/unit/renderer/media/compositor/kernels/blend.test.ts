/** Blending against plain arithmetic: every byte is the same, and no byte around the plane changes. */
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

const clamp = (value: number): number => Math.min(255, Math.max(0, value));
const blend = (one: number, other: number, weight: number): number =>
  Math.round((one * weight + other * (255 - weight)) / 255);
const over = (target: number, source: number, alpha: number, black: number): number =>
  alpha === 0 ? target : clamp(source + blend(black, target, alpha) - black);

/** Planes of one size at different places. */
const planes = tuple(
  integer({ min: 1, max: 70 }),
  integer({ min: 1, max: 4 }),
  integer({ min: 1, max: 1e6 }),
  integer({ min: 0, max: 17 }),
  integer({ min: 0, max: 17 }),
).map(([width, height, seed, shift, otherShift]) => {
  const place = (index: number): TestPlane =>
    placePlane(memory, width, height, seed + index, index % 2 === 0 ? shift : otherShift);
  return [place(0), place(1), place(2), place(3)] as const;
});

const places = (...all: readonly TestPlane[]): readonly number[] =>
  all.flatMap(({ offset, stride }) => [offset, stride]);

function free(all: readonly TestPlane[]): void {
  for (const { block } of all) memory.free(block);
}

test('a picture with alpha lies over another', () => {
  assert(
    property(planes, constantFrom(0, 16, 128), (all, black) => {
      const [target, source, alpha] = all;
      const expected = withSamples(memory, target, (at) => over(at(target), at(source), at(alpha), black));
      memory.kernels.over(...places(target, source, alpha), target.width, target.height, black);
      expect(expected.equals(memory.bytes)).toBe(true);
      free(all);
    }),
  );
});

test('a picture with alpha lies over another as much as a mask says', () => {
  assert(
    property(planes, constantFrom(0, 16, 128), (all, black) => {
      const [target, source, alpha, mask] = all;
      const expected = withSamples(memory, target, (at) =>
        over(at(target), blend(at(source), black, at(mask)), blend(at(alpha), 0, at(mask)), black),
      );
      memory.kernels.overMasked(...places(target, source, alpha, mask), target.width, target.height, black);
      expect(expected.equals(memory.bytes)).toBe(true);
      free(all);
    }),
  );
});

test('an opaque picture shows as much as a mask says', () => {
  assert(
    property(planes, (all) => {
      const [target, source, mask] = all;
      const expected = withSamples(memory, target, (at) => blend(at(source), at(target), at(mask)));
      memory.kernels.mixMasked(...places(target, source, mask), target.width, target.height);
      expect(expected.equals(memory.bytes)).toBe(true);
      free(all);
    }),
  );
});

test('planes are copied, filled and split', () => {
  assert(
    property(planes, integer({ min: 0, max: 255 }), (all, value) => {
      const [target, source] = all;
      const { width, height } = target;
      const copied = withSamples(memory, target, (at) => at(source));
      memory.kernels.copy(...places(target, source), width, height);
      expect(copied.equals(memory.bytes)).toBe(true);
      const filled = withSamples(memory, target, () => value);
      memory.kernels.fill(...places(target), width, height, value);
      expect(filled.equals(memory.bytes)).toBe(true);
      const half = { ...target, width: Math.ceil(width / 2) };
      const split = withSamples(memory, half, (_, x, y, before) => sampleAt(before, source, 2 * x, y));
      memory.kernels.split(...places(half, source), half.width, height);
      expect(split.equals(memory.bytes)).toBe(true);
      free(all);
    }),
  );
});
