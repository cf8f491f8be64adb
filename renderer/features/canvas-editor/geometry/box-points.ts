/** Points of an item's box, in canvas pixels. The box is turned about its own top left corner. Pure. */
import { turned } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../../shared/studio/transform.ts';

/** A place in a box: 0 is left or top, 1 is right or bottom. */
export type Share = Point;

export const middle: Share = { x: 0.5, y: 0.5 };

export function pointIn(box: ItemBox, share: Share): Point {
  const offset = turned({ x: box.width * share.x, y: box.height * share.y }, box.rotation);
  return { x: box.x + offset.x, y: box.y + offset.y };
}

/** From the box's top left corner, in the box's own directions. */
export function toBox(box: ItemBox, point: Point): Point {
  return turned({ x: point.x - box.x, y: point.y - box.y }, -box.rotation);
}

export function isInside(box: ItemBox, point: Point): boolean {
  const { x, y } = toBox(box, point);
  return x >= 0 && y >= 0 && x <= box.width && y <= box.height;
}

/** The box of this size and rotation whose point at `share` lies at `point`. */
export function boxWith(point: Point, share: Share, size: Size, rotation: number): ItemBox {
  const offset = turned({ x: size.width * share.x, y: size.height * share.y }, rotation);
  return { x: point.x - offset.x, y: point.y - offset.y, width: size.width, height: size.height, rotation };
}
