/** Boxes for property tests. */
import fc from 'fast-check';
import type { ItemBox } from '../../../../../shared/studio/geometry/edit-transform.ts';
import type { Point } from '../../../../../shared/studio/geometry/placement.ts';

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const anyPoint: fc.Arbitrary<Point> = fc.record({ x: double(-2000, 3000), y: double(-2000, 3000) });

export const anyBox: fc.Arbitrary<ItemBox> = fc.record({
  ...{ x: double(-1000, 2000), y: double(-1000, 2000) },
  ...{ width: double(4, 2000), height: double(4, 2000) },
  rotation: fc.oneof(fc.constantFrom(0, 90, 180, 270, -90, 360), double(-360, 360)),
});

export function expectPoint(point: Point, wanted: Point, within = 1e-6): void {
  if (Math.hypot(point.x - wanted.x, point.y - wanted.y) > within)
    throw new Error(`${JSON.stringify(point)} is not ${JSON.stringify(wanted)}`);
}
