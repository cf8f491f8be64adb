/** A box as it shows on the canvas: that of an item in a group is moved, scaled, mirrored and slanted as the group is. Pure. */
import { turned } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import { mapPoint } from '../../../../shared/studio/geometry/placement.ts';
import type { Matrix, Point } from '../../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { Share } from './box-points.ts';

/** The directions of a box's sides, one pixel long. */
export interface BoxAxes {
  readonly across: Point;
  readonly down: Point;
}

export interface ShownBox extends Size, BoxAxes {
  /** The box's own top left. */
  readonly corner: Point;
}

/** @param matrix from the pixels of the box to those of the canvas; the same ones when absent. */
export function shownBox(box: ItemBox, matrix: Matrix = [1, 0, 0, 1, 0, 0]): ShownBox {
  const side = (length: Point): Point => {
    const { x, y } = turned(length, box.rotation);
    const [a, b, c, d] = matrix;
    return { x: a * x + c * y, y: b * x + d * y };
  };
  const across = side({ x: 1, y: 0 });
  const down = side({ x: 0, y: 1 });
  return {
    corner: mapPoint(matrix, box),
    width: box.width * lengthOf(across),
    height: box.height * lengthOf(down),
    ...{ across: unit(across), down: unit(down) },
  };
}

export function pointOfShown({ corner, width, height, across, down }: ShownBox, { x, y }: Share): Point {
  return {
    x: corner.x + across.x * width * x + down.x * height * y,
    y: corner.y + across.y * width * x + down.y * height * y,
  };
}

function lengthOf({ x, y }: Point): number {
  return Math.hypot(x, y);
}

function unit(point: Point): Point {
  const length = Math.max(Number.MIN_VALUE, lengthOf(point));
  return { x: point.x / length, y: point.y / length };
}
