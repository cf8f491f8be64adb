/** Changes of a transform by hand, in pixels of a 1280x720 canvas. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  centre,
  fitToCanvas,
  flip,
  rotate,
  stretchToCanvas,
  transformFrom,
} from '../../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import { placeItem } from '../../../../shared/studio/geometry/placement.ts';
import type { Placement } from '../../../../shared/studio/geometry/placement.ts';
import { canvasTransform, centredTransform } from '../../../../shared/studio/transform.ts';
import { transformSchema } from '../../../../shared/studio/transform-schema.ts';
import type { Transform } from '../../../../shared/studio/transform-schema.ts';
import { anyTransform } from '../../../support/studio/any-transform.ts';

const canvas = { width: 1280, height: 720 };
const source = { width: 640, height: 480 };
const plain = centredTransform(canvas);
/** To half a pixel, each way. */
const HALF_PIXEL = 0.25 + 1e-6;

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyBox: fc.Arbitrary<ItemBox> = fc.record({
  ...{ x: double(-2000, 2000), y: double(-2000, 2000) },
  ...{ width: double(8, 3000), height: double(8, 3000) },
  rotation: fc.oneof(fc.constantFrom(0, 90, 180, 270), double(-360, 360)),
});

/** What a placed picture covers. */
function extent({ crop, matrix: [a, b, c, d, e, f] }: Placement) {
  const corners = [0, crop.width].flatMap((x) => [0, crop.height].map((y) => [x, y] as const));
  const across = corners.map(([x, y]) => a * x + c * y + e);
  const down = corners.map(([x, y]) => b * x + d * y + f);
  return {
    ...{ left: Math.min(...across), right: Math.max(...across) },
    ...{ top: Math.min(...down), bottom: Math.max(...down) },
  };
}

describe('transformFrom', () => {
  it('gives the wanted box', () => {
    fc.assert(
      fc.property(anyTransform(), anyBox, (transform, box) => {
        const next = transformFrom(transform, { box }, source, canvas);
        expect(transformSchema.safeParse(next).success).toBe(true);
        const got = boxOf(next, source, canvas);
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(got[side] - box[side])).toBeLessThanOrEqual(HALF_PIXEL);
        expect(got.rotation % 360).toBeCloseTo(box.rotation % 360, 9);
      }),
    );
  });

  it('places the picture there, mirrored as it was', () => {
    fc.assert(
      fc.property(anyTransform(), anyBox, (transform, box) => {
        const free = { ...transform, bounds: { ...transform.bounds, type: 'none' as const } };
        const upright = { ...box, rotation: 0 };
        const next = transformFrom(free, { box: upright }, source, canvas);
        const placed = placeItem(next, source, canvas);
        const { left, right, top, bottom } = extent(placed);
        expect(Math.abs(left - box.x)).toBeLessThanOrEqual(HALF_PIXEL);
        expect(Math.abs(right - box.x - box.width)).toBeLessThanOrEqual(HALF_PIXEL);
        expect(Math.abs(top - box.y)).toBeLessThanOrEqual(HALF_PIXEL);
        expect(Math.abs(bottom - box.y - box.height)).toBeLessThanOrEqual(HALF_PIXEL);
        expect(Math.sign(placed.matrix[0])).toBe(Math.sign(free.scale.x));
        expect(Math.sign(placed.matrix[3])).toBe(Math.sign(free.scale.y));
      }),
    );
  });

  it('gives the same box back for the box that an item has', () => {
    fc.assert(
      fc.property(anyTransform(), (transform) => {
        const box = boxOf(transform, source, canvas);
        const again = boxOf(transformFrom(transform, { box }, source, canvas), source, canvas);
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(again[side]).toBeCloseTo(box[side], 6);
      }),
    );
  });

  it('cuts by hand: the part that shows stays in its place', () => {
    const box = { ...boxOf(plain, source, canvas), x: 420, width: 540 };
    const crop = { left: 100, top: 0, right: 0, bottom: 0 };
    expect(placeItem(transformFrom(plain, { box, crop }, source, canvas), source, canvas)).toEqual({
      crop: { x: 100, y: 0, width: 540, height: 480 },
      matrix: [1, 0, 0, 1, 420, 120],
    });
  });
});

describe('the Transform menu', () => {
  const cropped: Transform = { ...plain, crop: { left: 0, top: 0, right: 0, bottom: 120 }, rotation: 30 };

  it('fits to the canvas and stretches over it, and keeps the crop', () => {
    const fitted = placeItem(fitToCanvas(cropped, canvas), source, canvas);
    expect(fitted).toEqual({
      crop: { x: 0, y: 0, width: 640, height: 360 },
      matrix: [2, 0, 0, 2, 0, 0],
    });
    const stretched = placeItem(stretchToCanvas(plain, canvas), source, canvas);
    expect(stretched.matrix).toEqual([2, 0, 0, 1.5, 0, 0]);
  });

  it('leaves a nested scene without a height of a canvas', () => {
    const nested = { ...plain, scale: { x: 1, y: 1 } };
    expect(fitToCanvas(nested, canvas).scale.referenceHeight).toBeUndefined();
    expect(stretchToCanvas(plain, { width: 1920, height: 1080 }).scale.referenceHeight).toBe(1080);
  });

  it('centres both ways, or one way', () => {
    const corner = { ...plain, alignment: 'topLeft' as const, position: { x: -1280 / 720, y: -1 } };
    const place = (transform: Transform) => placeItem(transform, source, canvas).matrix.slice(4);
    expect(place(corner)).toEqual([0, 0]);
    expect(place(centre(corner, source, canvas))).toEqual([320, 120]);
    expect(place(centre(corner, source, canvas, 'horizontal'))).toEqual([320, 0]);
    expect(place(centre(corner, source, canvas, 'vertical'))).toEqual([0, 120]);
  });

  it('turns and mirrors with the top left of what is covered in its place', () => {
    const { left, top } = extent(placeItem(plain, source, canvas));
    for (const degrees of [90, -90, 180] as const) {
      const turned = rotate(plain, degrees, source, canvas);
      expect(turned.rotation).toBe(degrees);
      expect(extent(placeItem(turned, source, canvas))).toMatchObject({ left, top });
    }
    for (const direction of ['horizontal', 'vertical'] as const) {
      const mirrored = flip({ ...plain, alignment: 'topLeft' }, direction, source, canvas);
      const before = extent(placeItem({ ...plain, alignment: 'topLeft' }, source, canvas));
      expect(extent(placeItem(mirrored, source, canvas))).toEqual(before);
    }
  });

  it('comes back after four quarter turns, and after mirroring twice', () => {
    fc.assert(
      fc.property(anyTransform(), (transform) => {
        // Whole pixels: what a turned odd width leaves over is rounded.
        const even = { ...transform, rotation: 0, bounds: canvasTransform('inner', canvas).bounds };
        const before = placeItem(even, source, canvas);
        const turn = (each: Transform) => rotate(each, 90, source, canvas);
        const around = turn(turn(turn(turn(even))));
        expect(around.rotation).toBe(0);
        const after = placeItem(around, source, canvas);
        for (const [index, entry] of after.matrix.entries())
          expect(entry).toBeCloseTo(before.matrix[index]!, 6);
        const twice = flip(flip(even, 'vertical', source, canvas), 'vertical', source, canvas);
        expect(placeItem(twice, source, canvas)).toEqual(before);
      }),
    );
  });
});
