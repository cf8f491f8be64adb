/** Lines that a dragged box sticks to: edges and middles of the canvas and of the other items. Pure, canvas pixels. */
import type { Extent } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../../shared/studio/transform.ts';

export type Axis = 'x' | 'y';

/** Across `axis`, so a line of x is upright. */
export interface SnapLine {
  readonly axis: Axis;
  readonly at: number;
  /** Its ends, on the other axis. */
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly shift: Point;
  /** To be drawn. */
  readonly guides: readonly SnapLine[];
}

/** How far off a position may be to be the same one. */
const SAME = 0.01;

export function wholeOf({ width, height }: Size): Extent {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** @param extents of the canvas, where lines of it are wanted, and of items. */
export function snapLines(extents: readonly Extent[]): readonly SnapLine[] {
  return extents.flatMap((extent) => {
    const { left, right, top, bottom } = extent;
    return [
      ...positionsOf(extent, 'x').map((at): SnapLine => ({ axis: 'x', at, from: top, to: bottom })),
      ...positionsOf(extent, 'y').map((at): SnapLine => ({ axis: 'y', at, from: left, to: right })),
    ];
  });
}

/** Moves an extent onto the nearest line of each axis. @param reach how near a line must be; 0 for no snapping. */
export function snapMove(extent: Extent, lines: readonly SnapLine[], reach: number): Snapped {
  const x = shiftTo(lines, 'x', positionsOf(extent, 'x'), reach);
  const y = shiftTo(lines, 'y', positionsOf(extent, 'y'), reach);
  const moved = {
    ...{ left: extent.left + (x ?? 0), right: extent.right + (x ?? 0) },
    ...{ top: extent.top + (y ?? 0), bottom: extent.bottom + (y ?? 0) },
  };
  const guides = [
    ...(x === undefined ? [] : guidesAt(lines, 'x', moved)),
    ...(y === undefined ? [] : guidesAt(lines, 'y', moved)),
  ];
  return { shift: { x: x ?? 0, y: y ?? 0 }, guides };
}

/** From one of the positions to the line that is nearest to any of them. */
export function shiftTo(
  lines: readonly SnapLine[],
  axis: Axis,
  positions: readonly number[],
  reach: number,
): number | undefined {
  let nearest: number | undefined;
  for (const line of lines) {
    if (line.axis !== axis) continue;
    for (const position of positions) {
      const shift = line.at - position;
      if (Math.abs(shift) > reach || reach === 0) continue;
      if (nearest === undefined || Math.abs(shift) < Math.abs(nearest)) nearest = shift;
    }
  }
  return nearest;
}

/** The lines of an axis that run through an extent's edges or middle, each as long as it and the extent reach. */
export function guidesAt(lines: readonly SnapLine[], axis: Axis, extent: Extent): readonly SnapLine[] {
  const [start, end] = axis === 'x' ? [extent.top, extent.bottom] : [extent.left, extent.right];
  return positionsOf(extent, axis).flatMap((position) => {
    const met = lines.filter((line) => line.axis === axis && Math.abs(line.at - position) < SAME);
    const [line] = met;
    if (line === undefined) return [];
    const from = Math.min(start, ...met.map((each) => each.from));
    return [{ axis, at: line.at, from, to: Math.max(end, ...met.map((each) => each.to)) }];
  });
}

function positionsOf({ left, right, top, bottom }: Extent, axis: Axis): readonly number[] {
  return axis === 'x' ? [left, (left + right) / 2, right] : [top, (top + bottom) / 2, bottom];
}
