import { describe, expect, it } from 'vitest';
import { placeLayer, placeReduced } from '../../../../../renderer/media/canvas/layer-placement.ts';
import { canvasTransform, centredTransform } from '../../../../../shared/studio/transform.ts';
import type { Transform } from '../../../../../shared/studio/transform-schema.ts';

const canvas = { width: 1280, height: 720 };

const layer = (transform: Transform, ...outer: readonly Transform[]) => ({
  ...{ id: 'item', sourceId: 'source', opacity: 1 },
  ...{ transform, outer },
});
/** A quarter of the canvas, its top left corner at these pixels. */
const quarterAt = (x: number, y: number): Transform => ({
  ...centredTransform(canvas),
  alignment: 'topLeft',
  position: { x: (2 * x - canvas.width) / canvas.height, y: (2 * y) / canvas.height - 1 },
  scale: { x: 0.5, y: 0.5, referenceHeight: canvas.height },
});

describe('a layer of a nested scene', () => {
  it('lies where both transforms put it', () => {
    const placed = placeLayer(layer(quarterAt(100, 50), quarterAt(640, 360)), canvas, canvas);
    expect(placed?.crop).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
    expect(placed?.matrix).toEqual([0.25, 0, 0, 0.25, 640 + 50, 360 + 25]);
  });

  it('is cut off at the edge of the nested scene', () => {
    // The right half of a picture in its own size sticks out of the nested scene.
    const placed = placeLayer(layer(quarterAt(960, 0), quarterAt(0, 0)), canvas, canvas);
    expect(placed?.crop).toEqual({ x: 0, y: 0, width: 640, height: 720 });
    expect(placed?.matrix).toEqual([0.25, 0, 0, 0.25, 480, 0]);
  });

  it('does not show where it lies outside of the nested scene', () => {
    expect(placeLayer(layer(quarterAt(1280, 0), quarterAt(0, 0)), canvas, canvas)).toBeUndefined();
  });

  it('a scene that is shown whole changes nothing', () => {
    const whole = canvasTransform('inner', canvas);
    const alone = placeLayer(layer(quarterAt(33, 77)), { width: 640, height: 480 }, canvas);
    expect(placeLayer(layer(quarterAt(33, 77), whole), { width: 640, height: 480 }, canvas)).toEqual(alone);
  });
});

describe('a picture that is smaller than its source', () => {
  const source = { width: 3840, height: 2160 };

  it('is copied, not scaled, where it has the size that it shows in', () => {
    const placed = placeLayer(layer(canvasTransform('inner', canvas)), source, canvas);
    expect(placed && placeReduced(placed, source, canvas)).toEqual({
      crop: { x: 0, y: 0, width: 1280, height: 720 },
      matrix: [1, 0, 0, 1, 0, 0],
    });
  });

  it('shows the same part at the same place', () => {
    const placement = {
      crop: { x: 300, y: 601, width: 900, height: 600 },
      matrix: [0, 2, -0.5, 0, 40, 50],
    } as const;
    const { crop, matrix } = placeReduced(placement, source, canvas);
    expect(crop).toEqual({ x: 100, y: 200, width: 300, height: 201 });
    const at = ([a, b, c, d, e, f]: readonly number[], x: number, y: number): readonly number[] =>
      [a, b, c, d, e, f].includes(undefined)
        ? []
        : [Number(a) * x + Number(c) * y + Number(e), Number(b) * x + Number(d) * y + Number(f)];
    // Pixel 150, 250 of the picture is pixel 450, 750 of the source.
    const wanted = at(placement.matrix, 450 - 300, 750 - 601);
    at(matrix, 150 - crop.x, 250 - crop.y).forEach((value, axis) =>
      expect(value).toBeCloseTo(wanted[axis] ?? NaN, 9),
    );
  });

  it('of the same size stays as it is', () => {
    const placement = { crop: { x: 1, y: 2, width: 3, height: 4 }, matrix: [1, 0, 0, 1, 5, 6] } as const;
    expect(placeReduced(placement, canvas, canvas)).toEqual(placement);
  });
});
