/** Masks against counting small squares. */
import { assert, double, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import {
  chromaBox,
  edgeMask,
  fullMask,
  meanMask,
  roundCorners,
  slantMask,
} from '../../../../../renderer/media/compositor/mask.ts';
import type { FreePath } from '../../../../../renderer/media/compositor/compile.ts';

function rotated(degrees: number, width: number, height: number, x: number, y: number): FreePath {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    type: 'free',
    placement: { crop: { x: 0, y: 0, width, height }, matrix: [cos, sin, -sin, cos, x, y] },
  };
}

const STEPS = 16;

/** The share of a pixel that lies in the picture. */
function share({ placement }: FreePath, x: number, y: number): number {
  const [a, b, , , e, f] = placement.matrix;
  let count = 0;
  for (let row = 0; row < STEPS; row += 1)
    for (let column = 0; column < STEPS; column += 1) {
      const across = x + (column + 0.5) / STEPS - e;
      const down = y + (row + 0.5) / STEPS - f;
      const [u, v] = [a * across + b * down, a * down - b * across];
      if (u >= 0 && u < placement.crop.width && v >= 0 && v < placement.crop.height) count += 1;
    }
  return count / STEPS ** 2;
}

test('a slanted picture fills its pixels by as much as it covers of them', () => {
  const places = tuple(double({ min: 0, max: 360, noNaN: true }), double({ min: -4, max: 30, noNaN: true }));
  const sides = tuple(integer({ min: 3, max: 40 }), integer({ min: 3, max: 40 }));
  assert(
    property(places, sides, ([degrees, place], [width, height]) => {
      const path = rotated(degrees, width, height, place, 20);
      const region = { x: 3, y: 5, width: 40, height: 32 };
      const { bytes, stride } = slantMask(path, region, 48, 200);
      for (let y = 0; y < region.height; y += 1)
        for (let x = 0; x < region.width; x += 1) {
          const exact = share(path, region.x + x, region.y + y) * 200;
          // An edge through a pixel's corner is where distance and area differ most.
          expect(Math.abs((bytes[y * stride + x] ?? 0) - exact)).toBeLessThanOrEqual(0.14 * 200);
        }
    }),
    { numRuns: 60 },
  );
});

test('chroma at the odd edges of a region counts by the pixels that are in it', () => {
  const region = { x: 3, y: 2, width: 6, height: 5 };
  expect(chromaBox(region)).toEqual({ x: 1, y: 1, width: 4, height: 3 });
  const mask = edgeMask(region, 4, 255);
  expect([...(mask?.bytes ?? [])]).toEqual([128, 255, 255, 128, 128, 255, 255, 128, 64, 128, 128, 64]);
  expect(edgeMask({ x: 4, y: 2, width: 6, height: 4 }, 4, 255)).toBe(undefined);
});

test('the mask of chroma is the mean of four', () => {
  const mask = { bytes: Uint8Array.from([10, 20, 30, 40]), stride: 2 };
  const region = { x: 1, y: 1, width: 2, height: 2 };
  expect([...meanMask(mask, region, 2).bytes]).toEqual([3, 5, 8, 10]);
});

test('round corners are quarters of a circle, however the picture lies', () => {
  const shares = (degrees: number): number => {
    const { placement } = rotated(degrees, 60, 40, 70, 50);
    const region = { x: -50, y: -50, width: 240, height: 240 };
    const mask =
      degrees === 0
        ? fullMask({ x: 70, y: 50, width: 60, height: 40 }, 60, 255)
        : slantMask({ type: 'free', placement }, region, 240, 255);
    const place = degrees === 0 ? { x: 70, y: 50, width: 60, height: 40 } : region;
    roundCorners(mask, place, { placement, radius: 12 });
    return mask.bytes.reduce((sum, each) => sum + each, 0) / 255;
  };
  const area = 60 * 40 - (4 - Math.PI) * 12 ** 2;
  for (const degrees of [0, 30, 77, 200]) expect(Math.abs(shares(degrees) - area)).toBeLessThan(5);
});
