/** Where a layer of a scene lies on the canvas, also when the layer lies in nested scenes. */
import { multiply, placeItem } from '../../../shared/studio/geometry/placement.ts';
import type { Matrix, Placement, Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { SceneLayer } from '../../../shared/studio/scene-layers.ts';
import { frameOn } from '../../../shared/studio/groups/group-frame.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';

/** Undefined when no part of the layer shows. A nested scene is as large as the canvas; a group cuts nothing off but by its crop. */
export function placeLayer(layer: SceneLayer, source: Size, canvas: Size): Placement | undefined {
  let placed: Placement | undefined = placeItem(layer.transform, source, canvas);
  for (const transform of layer.outer) {
    const { group } = transform;
    const frame = group === undefined ? { x: 0, y: 0, ...canvas } : frameOn(group, canvas);
    const outer = placeItem(transform, frame, canvas);
    const [x, y] = [frame.x + outer.crop.x, frame.y + outer.crop.y];
    if (group === undefined || isCropped(transform)) placed = cutTo(placed, { ...outer.crop, x, y });
    if (placed === undefined) return undefined;
    const [a, b, c, d, e, f] = placed.matrix;
    const inner: Matrix = [a, b, c, d, e - x, f - y];
    placed = { crop: placed.crop, matrix: multiply(outer.matrix, inner) };
  }
  return placed;
}

/** The same place for a picture of another size than its source. The part that shows is rounded outwards to whole samples. */
export function placeReduced({ crop, matrix }: Placement, source: Size, picture: Size): Placement {
  if (source.width === picture.width && source.height === picture.height) return { crop, matrix };
  const [across, down] = [picture.width / source.width, picture.height / source.height];
  const x = Math.floor(crop.x * across);
  const y = Math.floor(crop.y * down);
  const width = Math.min(picture.width, Math.ceil((crop.x + crop.width) * across)) - x;
  const height = Math.min(picture.height, Math.ceil((crop.y + crop.height) * down)) - y;
  const [wider, higher] = [source.width / picture.width, source.height / picture.height];
  const inner: Matrix = [wider, 0, 0, higher, x * wider - crop.x, y * higher - crop.y];
  const [a, b, c, d, e, f] = multiply(matrix, inner);
  return {
    crop: { x, y, width, height },
    matrix: [whole(a), whole(b), whole(c), whole(d), whole(e), whole(f)],
  };
}

/** A number that is whole but for rounding: a picture of the right size is copied, not scaled. */
function whole(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-9 ? nearest + 0 : value;
}

function isCropped({ crop, bounds }: Transform): boolean {
  return bounds.isCropped || Object.values(crop).some((pixels) => pixels > 0);
}

/** What sticks out of the nested scene's own canvas doesn't show. A turned layer is left whole: its edge would be slanted. */
function cutTo(placed: Placement, box: Rectangle): Placement | undefined {
  const { crop, matrix } = placed;
  const [a, b, c, d, e, f] = matrix;
  if (b !== 0 || c !== 0) return placed;
  const across = cutLine(crop.width, a, e, box.x, box.width);
  const down = cutLine(crop.height, d, f, box.y, box.height);
  if (across === undefined || down === undefined) return undefined;
  return {
    crop: { x: crop.x + across.first, y: crop.y + down.first, width: across.length, height: down.length },
    matrix: [a, b, c, d, e + a * across.first, f + d * down.first],
  };
}

/** Whole samples that touch the box. */
function cutLine(
  samples: number,
  scale: number,
  start: number,
  boxStart: number,
  boxLength: number,
): { readonly first: number; readonly length: number } | undefined {
  const ends = [(boxStart - start) / scale, (boxStart + boxLength - start) / scale];
  const first = Math.max(0, Math.floor(Math.min(...ends)));
  const end = Math.min(samples, Math.ceil(Math.max(...ends)));
  return end > first ? { first, length: end - first } : undefined;
}
