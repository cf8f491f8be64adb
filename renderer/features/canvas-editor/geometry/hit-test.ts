/** Which items lie under the pointer, or in a rectangle. Pure. */
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import { extentOf } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { Point, Rectangle } from '../../../../shared/studio/geometry/placement.ts';
import { isInside } from './box-points.ts';

interface Boxed {
  readonly box: ItemBox;
}

/** The frontmost of `items`, which go from back to front. A transparent picture counts with all of its box. */
export function hitTest<T extends Boxed>(items: readonly T[], point: Point): T | undefined {
  return items.findLast(({ box }) => isInside(box, point));
}

export function rectangleOf(one: Point, other: Point): Rectangle {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

/** A turned box counts with all that it reaches over. */
export function touchedBy<T extends Boxed>(items: readonly T[], rectangle: Rectangle): readonly T[] {
  const { x, y, width, height } = rectangle;
  return items.filter(({ box }) => {
    const { left, top, right, bottom } = extentOf(box);
    return left < x + width && right > x && top < y + height && bottom > y;
  });
}
