/** Cropping by a handle: the picture stays where it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, flip } from '../../../../../shared/studio/geometry/edit-transform.ts';
import { placeItem } from '../../../../../shared/studio/geometry/placement.ts';
import { canvasTransform, centredTransform } from '../../../../../shared/studio/transform.ts';
import { transformSchema } from '../../../../../shared/studio/transform-schema.ts';
import type { Transform } from '../../../../../shared/studio/transform-schema.ts';
import {
  cropHandlePoint,
  cropTo,
  withoutBounds,
} from '../../../../../renderer/features/canvas-editor/geometry/crop.ts';
import { handles } from '../../../../../renderer/features/canvas-editor/geometry/handles.ts';
import { anyTransform } from '../../../../support/studio/any-transform.ts';
import { anyPoint } from './any-box.ts';

const canvas = { width: 1280, height: 720 };
const source = { width: 640, height: 360 };
/** From 320, 180 to 960, 540. */
const plain = centredTransform(canvas);
/** Position and size are half pixels. */
const PIXEL = 1 + 1e-6;

/** Where a pixel of the source lies on the canvas, whether it shows or not. */
function onCanvas(transform: Transform, x: number, y: number) {
  const { crop, matrix } = placeItem(transform, source, canvas);
  const [a, b, c, d, e, f] = matrix;
  return { x: a * (x - crop.x) + c * (y - crop.y) + e, y: b * (x - crop.x) + d * (y - crop.y) + f };
}

/** By how many canvas pixels a crop may be rounded: those of one source pixel. */
function sourcePixel(transform: Transform): number {
  const { matrix } = placeItem(transform, source, canvas);
  const [a, b, c, d] = matrix;
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}

describe('cropTo', () => {
  it.each([
    ['right', { x: 860, y: 0 }, [0, 0, 100, 0], [320, 180, 540, 360]],
    ['topLeft', { x: 330, y: 200 }, [10, 20, 0, 0], [330, 200, 630, 340]],
    ['bottom', { x: 0, y: 500.4 }, [0, 0, 0, 40], [320, 180, 640, 320]],
    // Nothing comes out of the picture that isn't in it.
    ['right', { x: 1200, y: 0 }, [0, 0, 0, 0], [320, 180, 640, 360]],
    // Two pixels stay.
    ['left', { x: 5000, y: 0 }, [638, 0, 0, 0], [958, 180, 2, 360]],
  ] as const)('by %s to %o', (handle, point, crop, box) => {
    const next = cropTo(plain, { handle, point }, source, canvas);
    const { left, top, right, bottom } = next.crop;
    expect([left, top, right, bottom]).toEqual(crop);
    const { x, y, width, height } = boxOf(next, source, canvas);
    expect([x, y, width, height]).toEqual(box);
  });

  it('at the right of a mirrored item cuts the left of its source', () => {
    const mirrored = flip(plain, 'horizontal', source, canvas);
    const next = cropTo(mirrored, { handle: 'right', point: { x: 860, y: 0 } }, source, canvas);
    expect(next.crop).toEqual({ left: 100, top: 0, right: 0, bottom: 0 });
    expect(boxOf(next, source, canvas)).toMatchObject({ x: 320, width: 540 });
  });

  it('of an item in a box takes the picture out of the box', () => {
    const fitted = canvasTransform('inner', canvas);
    const next = cropTo(fitted, { handle: 'left', point: { x: 640, y: 0 } }, source, canvas);
    expect(next.bounds.type).toBe('none');
    expect(next.crop).toEqual({ left: 320, top: 0, right: 0, bottom: 0 });
    expect(boxOf(next, source, canvas)).toMatchObject({ x: 640, y: 0, width: 640, height: 720 });
  });

  it('keeps every pixel of the picture where it was', () => {
    fc.assert(
      fc.property(anyTransform(), fc.constantFrom(...handles), anyPoint, (transform, handle, point) => {
        const free = withoutBounds(transform, source, canvas);
        const next = cropTo(transform, { handle, point }, source, canvas);
        // Further out than the document goes.
        fc.pre(sourcePixel(free) < 100);
        expect(transformSchema.safeParse(next).success).toBe(true);
        for (const [x, y] of [
          [0, 0],
          [640, 360],
        ] as const) {
          const [before, after] = [onCanvas(free, x, y), onCanvas(next, x, y)];
          const far = PIXEL + sourcePixel(free);
          expect(Math.abs(before.x - after.x)).toBeLessThanOrEqual(far);
          expect(Math.abs(before.y - after.y)).toBeLessThanOrEqual(far);
        }
      }),
    );
  });

  it('to where the handle is changes nothing', () => {
    fc.assert(
      fc.property(anyTransform(), fc.constantFrom(...handles), (transform, handle) => {
        const free = withoutBounds(transform, source, canvas);
        const point = cropHandlePoint(transform, handle, source, canvas);
        const next = cropTo(transform, { handle, point }, source, canvas);
        expect(placeItem(next, source, canvas).crop).toEqual(placeItem(free, source, canvas).crop);
      }),
    );
  });
});

describe('withoutBounds', () => {
  it('shows the same part in the same place', () => {
    fc.assert(
      fc.property(anyTransform(), (transform) => {
        const free = withoutBounds(transform, source, canvas);
        const [before, after] = [placeItem(transform, source, canvas), placeItem(free, source, canvas)];
        // Further out than the document goes.
        fc.pre(sourcePixel(transform) < 100);
        expect(after.crop).toEqual(before.crop);
        const { x, y, width, height } = before.crop;
        for (const [across, down] of [
          [x, y],
          [x + width, y + height],
        ] as const) {
          const [from, to] = [onCanvas(transform, across, down), onCanvas(free, across, down)];
          expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeLessThanOrEqual(PIXEL);
        }
      }),
    );
  });
});
