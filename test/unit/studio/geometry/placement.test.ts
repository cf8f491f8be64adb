/** Where an item lies, worked out by hand from OBS's rules. The canvas is 1280x720 and the source 640x480 where nothing else is said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeItem } from '../../../../shared/studio/geometry/placement.ts';
import type { Matrix } from '../../../../shared/studio/geometry/placement.ts';
import { canvasTransform, centredTransform } from '../../../../shared/studio/transform.ts';
import { transformSchema } from '../../../../shared/studio/transform-schema.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { Transform } from '../../../../shared/studio/transform-schema.ts';
import { anyTransform } from '../../../support/studio/any-transform.ts';

const canvas = { width: 1280, height: 720 };
const source = { width: 640, height: 480 };
const whole = { x: 0, y: 0, ...source };
const plain = centredTransform(canvas);

/** The position in pixels, as OBS keeps it relative. */
function at(x: number, y: number): Transform['position'] {
  return { x: (2 * x - 1280) / 720, y: (2 * y) / 720 - 1 };
}

function boxed(bounds: Partial<Transform['bounds']>): Transform {
  const transform = canvasTransform('inner', canvas);
  return { ...transform, bounds: { ...transform.bounds, ...bounds } };
}

function rounded(matrix: Matrix): readonly number[] {
  return matrix.map((entry) => Math.round(entry * 1e9) / 1e9 + 0);
}

function mirrored(transform: Transform, x: number, y: number): Transform {
  return { ...transform, scale: { ...transform.scale, x, y } };
}

describe('placeItem', () => {
  it.each<[string, Transform, Matrix]>([
    ['in the middle in its own size', plain, [1, 0, 0, 1, 320, 120]],
    ['by its top left', { ...plain, alignment: 'topLeft', position: at(100, 50) }, [1, 0, 0, 1, 100, 50]],
    ['by its top', { ...plain, alignment: 'top', position: at(640, 0) }, [1, 0, 0, 1, 320, 0]],
    ['by its top right', { ...plain, alignment: 'topRight', position: at(1280, 0) }, [1, 0, 0, 1, 640, 0]],
    ['by its left', { ...plain, alignment: 'left', position: at(0, 360) }, [1, 0, 0, 1, 0, 120]],
    ['by its right', { ...plain, alignment: 'right', position: at(1280, 360) }, [1, 0, 0, 1, 640, 120]],
    ['by its bottom left', { ...plain, alignment: 'bottomLeft', position: at(0, 720) }, [1, 0, 0, 1, 0, 240]],
    ['by its bottom', { ...plain, alignment: 'bottom', position: at(640, 720) }, [1, 0, 0, 1, 320, 240]],
    [
      'by its bottom right',
      { ...plain, alignment: 'bottomRight', position: at(1280, 720) },
      [1, 0, 0, 1, 640, 240],
    ],
    ['scaled', mirrored(plain, 0.5, 0.25), [0.5, 0, 0, 0.25, 480, 300]],
    ['turned by 90 degrees', { ...plain, rotation: 90 }, [0, 1, -1, 0, 880, 40]],
    ['turned by 180 degrees', { ...plain, rotation: 180 }, [-1, 0, 0, -1, 960, 600]],
    ['turned by -90 degrees', { ...plain, rotation: -90 }, [0, -1, 1, 0, 400, 680]],
    [
      'turned about its top left',
      { ...plain, alignment: 'topLeft', position: at(720, 0), rotation: 90 },
      [0, 1, -1, 0, 720, 0],
    ],
    ['mirrored in the middle', mirrored(plain, -1, 1), [-1, 0, 0, 1, 960, 120]],
    [
      'mirrored beside its position',
      mirrored({ ...plain, alignment: 'topLeft', position: at(700, 0) }, -1, 1),
      [-1, 0, 0, 1, 700, 0],
    ],
    ['stretched', boxed({ type: 'stretch' }), [2, 0, 0, 1.5, 0, 0]],
    ['stretched and mirrored', mirrored(boxed({ type: 'stretch' }), -3, -1), [-2, 0, 0, -1.5, 1280, 720]],
    ['fitted', boxed({ type: 'inner' }), [1.5, 0, 0, 1.5, 160, 0]],
    ['fitted at the left', boxed({ type: 'inner', alignment: 'left' }), [1.5, 0, 0, 1.5, 0, 0]],
    ['fitted at the right', boxed({ type: 'inner', alignment: 'right' }), [1.5, 0, 0, 1.5, 320, 0]],
    ['fitted and mirrored', mirrored(boxed({ alignment: 'right' }), -1, 1), [-1.5, 0, 0, 1.5, 1280, 0]],
    ['filling', boxed({ type: 'outer' }), [2, 0, 0, 2, 0, -120]],
    ['filling from the top', boxed({ type: 'outer', alignment: 'top' }), [2, 0, 0, 2, 0, 0]],
    ['filling from the bottom', boxed({ type: 'outer', alignment: 'bottom' }), [2, 0, 0, 2, 0, -240]],
    ['to the width', boxed({ type: 'width' }), [2, 0, 0, 2, 0, -120]],
    ['to the height', boxed({ type: 'height' }), [1.5, 0, 0, 1.5, 160, 0]],
    ['never enlarged', boxed({ type: 'maximum' }), [1, 0, 0, 1, 320, 120]],
    ['made smaller only', mirrored(boxed({ type: 'maximum' }), 4, 4), [1.5, 0, 0, 1.5, 160, 0]],
    ['fitted with other proportions', mirrored(boxed({ type: 'inner' }), 2, 1), [2, 0, 0, 1, 0, 120]],
    [
      'in a box that hangs from its bottom right',
      { ...boxed({ type: 'stretch' }), alignment: 'bottomRight', position: at(1280, 720) },
      [2, 0, 0, 1.5, 0, 0],
    ],
    [
      'in a turned box',
      { ...boxed({ type: 'inner' }), alignment: 'centre', position: at(640, 360), rotation: 90 },
      [0, 1.5, -1.5, 0, 1000, -120],
    ],
  ])('places a source %s', (_name, transform, matrix) => {
    const placed = placeItem(transform, source, canvas);
    expect(placed.crop).toEqual(whole);
    expect(rounded(placed.matrix)).toEqual(matrix);
  });

  it('turns clockwise by any angle', () => {
    const { matrix } = placeItem({ ...plain, rotation: 30 }, source, canvas);
    const [cos, sin] = [Math.sqrt(3) / 2, 0.5];
    const wanted = [cos, sin, -sin, cos, 640 - 320 * cos + 240 * sin, 360 - 320 * sin - 240 * cos];
    for (const [index, entry] of matrix.entries()) expect(entry).toBeCloseTo(wanted[index]!, 9);
  });

  it('crops before it scales, and keeps 2 pixels at least', () => {
    const crop = { left: 10, top: 20, right: 30, bottom: 40 };
    expect(placeItem({ ...plain, crop }, source, canvas)).toEqual({
      crop: { x: 10, y: 20, width: 600, height: 420 },
      matrix: [1, 0, 0, 1, 340, 150],
    });
    const far = { left: 640, top: 479, right: 640, bottom: 0 };
    expect(placeItem({ ...plain, crop: far }, source, canvas).crop).toEqual({
      ...{ x: 638, y: 478 },
      ...{ width: 2, height: 2 },
    });
    const dot = { width: 1, height: 1 };
    expect(placeItem(plain, dot, canvas).crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it.each([
    ['centre', false, { x: 0, y: 60, width: 640, height: 360 }],
    ['top', false, { x: 0, y: 0, width: 640, height: 360 }],
    ['bottom', false, { x: 0, y: 120, width: 640, height: 360 }],
    ['top', true, { x: 0, y: 120, width: 640, height: 360 }],
    ['bottom', true, { x: 0, y: 0, width: 640, height: 360 }],
  ] as const)(
    'cuts off what sticks out of a box, aligned at the %s, mirrored: %s',
    (alignment, isFlipped, crop) => {
      const box = boxed({ type: 'outer', alignment, isCropped: true });
      expect(placeItem(mirrored(box, 1, isFlipped ? -1 : 1), source, canvas)).toEqual({
        crop,
        matrix: isFlipped ? [2, 0, 0, -2, 0, 720] : [2, 0, 0, 2, 0, 0],
      });
    },
  );

  it('cuts what the own crop left', () => {
    const box = boxed({ type: 'outer', isCropped: true });
    const placed = placeItem({ ...box, crop: { left: 0, top: 100, right: 0, bottom: 0 } }, source, canvas);
    expect(placed.crop).toEqual({ x: 0, y: 110, width: 640, height: 360 });
  });

  it.each([
    [10.2, 10],
    [10.25, 10.5],
    [10.3, 10.5],
    [-10.3, -10.5],
    [-10.25, -10],
  ])('rounds the position %d to the half pixel %d', (x, wanted) => {
    const transform: Transform = { ...plain, alignment: 'topLeft', position: at(x, 0) };
    expect(placeItem(transform, source, canvas).matrix[4]).toBe(wanted);
    expect(placeItem(transform, source, canvas, 'none').matrix[4]).toBeCloseTo(x, 9);
  });

  it('rounds the bounds to half pixels', () => {
    const transform = boxed({ type: 'stretch', width: (2 * 100.3) / 720, height: (2 * 50.2) / 720 });
    expect(rounded(placeItem(transform, { width: 10, height: 10 }, canvas).matrix)).toEqual([
      ...[10.05, 0],
      ...[0, 5, 0, 0],
    ]);
  });

  it('gives a box without a size one pixel', () => {
    const transform = boxed({ type: 'stretch', width: 0, height: 0 });
    expect(placeItem(transform, { width: 4, height: 2 }, canvas).matrix).toEqual([0.25, 0, 0, 0.5, 0, 0]);
  });

  it('aligns by whole pixels', () => {
    const odd = { width: 101, height: 33 };
    expect(placeItem(plain, odd, canvas).matrix.slice(4)).toEqual([590, 344]);
  });

  it('scales with the canvas, except where no height of a canvas is given', () => {
    const small = { ...plain, scale: { x: 1, y: 1, referenceHeight: 1080 } };
    expect(placeItem(small, { width: 1920, height: 1080 }, canvas).matrix).toEqual([
      ...[2 / 3, 0],
      ...[0, 2 / 3, 0, 0],
    ]);
    const nested = { ...plain, scale: { x: 1, y: 1 } };
    expect(placeItem(nested, canvas, canvas).matrix).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('keeps the layout when the canvas grows', () => {
    fc.assert(
      fc.property(anyTransform(), fc.integer({ min: 2, max: 5 }), (transform, times) => {
        const small: Size = { width: 640, height: 360 };
        const large: Size = { width: 640 * times, height: 360 * times };
        const uncut = { ...transform, bounds: { ...transform.bounds, isCropped: false } };
        const one = placeItem(uncut, source, small, 'none');
        const other = placeItem(uncut, source, large, 'none');
        expect(other.crop).toEqual(one.crop);
        for (const [index, entry] of one.matrix.entries()) {
          // The aligned point is whole pixels on either canvas.
          const tolerance = index < 4 ? 1e-6 * Math.abs(entry * times) + 1e-9 : 4 * times + 4;
          expect(Math.abs(other.matrix[index]! - entry * times)).toBeLessThanOrEqual(tolerance);
        }
      }),
    );
  });

  it('gives finite numbers and a part of the source for every transform', () => {
    fc.assert(
      fc.property(anyTransform(), fc.nat(5000), fc.nat(5000), (transform, width, height) => {
        expect(transformSchema.safeParse(transform).success).toBe(true);
        const { crop, matrix } = placeItem(transform, { width: width + 1, height: height + 1 }, canvas);
        for (const entry of matrix) expect(Number.isFinite(entry)).toBe(true);
        expect(crop.x >= 0 && crop.x + crop.width <= width + 1 && crop.width >= 1).toBe(true);
        expect(crop.y >= 0 && crop.y + crop.height <= height + 1 && crop.height >= 1).toBe(true);
      }),
    );
  });
});
