/** Items beside each other: what they cover together, and how far each moves to an edge. Pure. */
import type { Extent } from '../../../shared/studio/geometry/edit-transform.ts';
import type { Point, Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';

export type Edge = 'left' | 'right' | 'top' | 'bottom';

/** Undefined of none. */
export function unionOf(extents: readonly Extent[]): Extent | undefined {
  if (extents.length === 0) return undefined;
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    top: Math.min(...extents.map(({ top }) => top)),
    right: Math.max(...extents.map(({ right }) => right)),
    bottom: Math.max(...extents.map(({ bottom }) => bottom)),
  };
}

/** In whole pixels around it. */
export function boxAround({ left, top, right, bottom }: Extent): Rectangle {
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
}

/** What items are aligned to: one item to the canvas, several to what they cover together. */
export function alignTarget(extents: readonly Extent[], canvas: Size): Extent {
  const union = extents.length > 1 ? unionOf(extents) : undefined;
  return union ?? { left: 0, top: 0, right: canvas.width, bottom: canvas.height };
}

export function alignShift(extent: Extent, target: Extent, edge: Edge): Point {
  const isAcross = edge === 'left' || edge === 'right';
  const by = target[edge] - extent[edge];
  return isAcross ? { x: by, y: 0 } : { x: 0, y: by };
}
