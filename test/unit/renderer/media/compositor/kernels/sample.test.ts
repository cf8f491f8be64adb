/** Turning and free sampling against plain arithmetic: every byte is the same. */
import { assert, boolean, constantFrom, double, integer, property, tuple } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { placeWeights } from '../../../../../../renderer/media/compositor/sampling/place-weights.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placePlane, sampleAt, withSamples } from '../../../../../support/compositor/test-planes.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const sizes = tuple(
  integer({ min: 1, max: 30 }),
  integer({ min: 1, max: 30 }),
  integer({ min: 1, max: 1e6 }),
  constantFrom(1, 2),
);

test('rows become columns', () => {
  assert(
    property(sizes, ([width, height, seed, step]) => {
      const source = placePlane(memory, width * step, height, seed);
      const stride = Math.ceil(height / 8) * 8;
      const rows = Math.ceil(width / 8) * 8;
      const offset = memory.allocate(stride * rows);
      memory.kernels.transpose(...[offset, stride, source.offset, source.stride, step], ...[width, height]);
      for (let y = 0; y < width; y += 1)
        for (let x = 0; x < height; x += 1)
          expect(memory.bytes[offset + y * stride + x]).toBe(sampleAt(memory.bytes, source, y * step, x));
      memory.free(offset);
      memory.free(source.block);
    }),
  );
});

const slope = double({ min: -2, max: 2, noNaN: true });
const place = double({ min: -20, max: 50, noNaN: true });

test('samples lie anywhere among four', () => {
  assert(
    property(
      sizes,
      tuple(place, place, slope, slope, slope, slope),
      boolean(),
      ([width, height, seed, step], places, isNearest) => {
        const share = isNearest ? 0 : 255;
        const [u, v, uAcross, vAcross, uDown, vDown] = places;
        const source = placePlane(memory, width * step, height, seed);
        const target = placePlane(memory, 20, 7, seed + 1);
        const within = (start: number, change: number, x: number, last: number): number => {
          const fine = (value: number): bigint => BigInt(Math.trunc(value * 2 ** 32));
          const first = Number((fine(start) + BigInt(x - (x % 4)) * fine(change)) >> 16n);
          const place = first + (x % 4) * Number(fine(change) >> 16n);
          return Math.max(0, Math.min(last * 65_536, place)) >> 8;
        };
        const expected = withSamples(memory, target, (_, x, y, before) => {
          const across = within(u + y * uDown, uAcross, x, width - 1);
          const down = within(v + y * vDown, vAcross, x, height - 1);
          const [column, row] = [across >> 8, down >> 8];
          const at = (right: number, below: number): number =>
            sampleAt(
              before,
              source,
              Math.min(width - 1, column + right) * step,
              Math.min(height - 1, row + below),
            );
          const line = (below: number): number =>
            at(0, below) * (256 - (across & share)) + at(1, below) * (across & share);
          return (line(0) * (256 - (down & share)) + line(1) * (down & share) + 32_768) >> 16;
        });
        memory.kernels.sample(
          ...[target.offset, target.stride, target.width, target.height],
          ...[source.offset, source.stride, step, width - 1, height - 1],
          ...places,
          isNearest ? 0 : 255,
        );
        expect(expected.equals(memory.bytes)).toBe(true);
        memory.free(target.block);
        memory.free(source.block);
      },
    ),
  );
});

test.each(['bicubic', 'area'] as const)('samples are sums of sixteen by the weights of %s', (filter) => {
  assert(
    property(
      sizes,
      tuple(place, place, slope, slope, slope, slope),
      tuple(double({ min: 0.1, max: 1.3, noNaN: true }), double({ min: 0.1, max: 1.3, noNaN: true })),
      ([width, height, seed, step], places, spans) => {
        const [u, v, uAcross, vAcross, uDown, vDown] = places;
        const tables = spans.map((span) => placeWeights(filter, span));
        const source = placePlane(memory, width * step, height, seed);
        const target = placePlane(memory, 20, 7, seed + 1);
        const fine = (value: number): bigint => BigInt(Math.trunc(value * 2 ** 32));
        const within = (start: number, change: number, x: number, last: number): number => {
          const at = Number((fine(start) + BigInt(x) * fine(change)) >> 24n);
          return Math.max(0, Math.min(last * 256, at));
        };
        const offsets = tables.map((table) => memory.place(new Uint8Array(table.buffer)));
        const expected = withSamples(memory, target, (_, x, y, before) => {
          const across = within(u + y * uDown, uAcross, x, width - 1);
          const down = within(v + y * vDown, vAcross, x, height - 1);
          const inside = (index: number, last: number): number => Math.max(0, Math.min(last, index));
          const sum = (of: Int16Array | undefined, at: number, read: (tap: number) => number): number =>
            [0, 1, 2, 3].reduce((total, tap) => total + (of?.[4 * (at & 255) + tap] ?? 0) * read(tap), 0);
          const row = (index: number): number =>
            (sum(tables[0], across, (tap) => {
              const column = inside((across >> 8) + tap - 1, width - 1);
              return sampleAt(before, source, column * step, inside(index, height - 1));
            }) +
              32) >>
            6;
          const total = sum(tables[1], down, (tap) => row((down >> 8) + tap - 1));
          return Math.max(0, Math.min(255, (total + 131_072) >> 18));
        });
        memory.kernels.sampleFine(
          ...[target.offset, target.stride, target.width, target.height],
          ...[source.offset, source.stride, step, width - 1, height - 1],
          ...places,
          ...offsets,
        );
        expect(expected.equals(memory.bytes)).toBe(true);
        for (const offset of offsets) memory.free(offset);
        memory.free(target.block);
        memory.free(source.block);
      },
    ),
  );
});

test('weights of a place add up, and a sample’s own place shows it alone', () => {
  for (const filter of ['bicubic', 'area'] as const) {
    const weights = placeWeights(filter, 0.4);
    expect([...weights.subarray(0, 4)]).toEqual([0, 4096, 0, 0]);
    for (let place = 0; place < 256; place += 1) {
      const of = weights.subarray(4 * place, 4 * place + 4);
      expect(of.reduce((total, weight) => total + weight, 0)).toBe(4096);
    }
  }
});
