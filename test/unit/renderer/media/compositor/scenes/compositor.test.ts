/** Whole scenes against plain arithmetic: every byte is the same. */
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Compositor } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import type { Picture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { composePlainly, placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';
import type { PlainPicture } from '../../../../../support/compositor/plain-scene.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const shapes = record({
  width: integer({ min: 1, max: 40 }),
  height: integer({ min: 1, max: 24 }),
  seed: integer({ min: 1, max: 1e6 }),
  kind: constantFrom('opaque', 'alpha', 'together'),
  x: integer({ min: -40, max: 100 }).map((value) => value / 2),
  y: integer({ min: -20, max: 60 }).map((value) => value / 2),
  scaleX: constantFrom(1, 1, -1, 0.5, 1.5, 0.3, 2.25, -0.7),
  scaleY: constantFrom(1, 1, -1, 0.5, 1.5, 0.3, 2.25, -0.7),
  crop: record({ left: integer({ min: 0, max: 5 }), top: integer({ min: 0, max: 5 }) }),
  isTurned: constantFrom(false, false, true),
  opacity: constantFrom(1, 1, 0.5, 0.123, 0),
  isVisible: constantFrom(true, true, true, false),
});

type Shape = typeof shapes extends { generate(...all: never[]): { value: infer Value } } ? Value : never;

function layerOf(shape: Shape, index: number): Layer {
  const { width, height, seed, kind, x, y, scaleX, scaleY, opacity, isVisible } = shape;
  const left = Math.min(shape.crop.left, width - 1);
  const top = Math.min(shape.crop.top, height - 1);
  return {
    id: `${index}`,
    picture: placeNoise(memory, width, height, seed, kind),
    placement: {
      crop: { x: left, y: top, width: width - left, height: height - top },
      matrix: shape.isTurned ? [0, scaleX, scaleY, 0, x, y] : [scaleX, 0, 0, scaleY, x, y],
    },
    opacity,
    isVisible,
  };
}

function freeLayer({ picture }: Layer): void {
  if (picture.cb.step === 2) memory.free(picture.cb.offset);
  memory.free(picture.y.offset);
}

function expectSame(picture: Picture, expected: PlainPicture): void {
  const got = readPicture(memory, picture);
  for (const [name, plane] of Object.entries(expected)) {
    const samples = got[name as keyof PlainPicture]?.samples;
    expect(samples === undefined ? undefined : [name, ...samples]).toEqual([name, ...plane.samples]);
  }
}

test('layers of every kind, size, place and opacity', () => {
  assert(
    property(array(shapes, { minLength: 1, maxLength: 4 }), boolean(), (all, isTransparent) => {
      const layers = all.map(layerOf);
      const compositor = new Compositor(
        memory,
        { width: 48, height: 28 },
        isTransparent ? 'transparent' : 'black',
      );
      const expected = composePlainly(memory, layers, 48, 28, isTransparent);
      expectSame(compositor.compose(layers), expected);
      // The second and the third time, what was kept is used.
      for (const _ of [2, 3]) {
        const again = layers.map((layer) => ({ ...layer, picture: { ...layer.picture } }));
        expectSame(compositor.compose(again), expected);
      }
      compositor.end();
      layers.forEach(freeLayer);
    }),
    { numRuns: 300 },
  );
  expect(memory.usedBytes).toBe(0);
});
