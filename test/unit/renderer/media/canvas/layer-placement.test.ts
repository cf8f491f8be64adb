import { describe, expect, it } from 'vitest';
import { placeLayer } from '../../../../../renderer/media/canvas/layer-placement.ts';
import { canvasTransform, centredTransform } from '../../../../../shared/studio/transform.ts';
import type { Transform } from '../../../../../shared/studio/transform.ts';

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
