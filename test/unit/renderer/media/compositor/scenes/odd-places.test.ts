/** Whatever a placement says, composing ends, and nothing but the canvas is written. */
import { assert, array, constantFrom, integer, property, record, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { Compositor } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import type { Picture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';

const numbers = constantFrom(
  ...[0, 0, 1, 1, -1, 0.5, -0.3, 2.5, 17, 45.5, -20, 300],
  ...[1e-3, 1e3, 1e7, -1e7, 1e-8, 1e15, 1e300, Number.NaN, Infinity, -Infinity],
);

const places = record({
  matrix: tuple(numbers, numbers, numbers, numbers, numbers, numbers),
  crop: record({ x: numbers, y: numbers, width: numbers, height: numbers }),
  isWhole: constantFrom(true, true, false),
  opacity: numbers,
  cornerRadius: constantFrom(undefined, undefined, 3, 1e9, -1, Number.NaN),
  kind: constantFrom('opaque', 'alpha', 'together'),
  width: integer({ min: 1, max: 50 }),
  height: integer({ min: 1, max: 50 }),
});

type Place = typeof places extends { generate(...all: never[]): { value: infer Value } } ? Value : never;

function layerOf(memory: PlaneMemory, place: Place, index: number): Layer {
  const { width, height, kind, isWhole, crop, matrix, opacity, cornerRadius } = place;
  const picture = placeNoise(memory, width, height, index + 1, kind);
  const placement = { crop: isWhole ? { x: 0, y: 0, width, height } : crop, matrix };
  return { id: String(index), picture, placement, opacity, isVisible: true, cornerRadius };
}

const bytesOf = (memory: PlaneMemory, picture: Picture): string =>
  JSON.stringify(readPicture(memory, picture));

test('places of all numbers', () => {
  assert(
    property(array(places, { minLength: 1, maxLength: 3 }), (all) => {
      const memory = openMemory();
      const layers = all.map((place, index) => layerOf(memory, place, index));
      const before = layers.map(({ picture }) => bytesOf(memory, picture));
      const compositor = new Compositor(memory, { width: 40, height: 30 }, 'transparent');
      for (const revision of [1, 2])
        compositor.compose(layers.map((layer) => ({ ...layer, picture: { ...layer.picture, revision } })));
      expect(layers.map(({ picture }) => bytesOf(memory, picture))).toEqual(before);
    }),
    { numRuns: 1500 },
  );
});
