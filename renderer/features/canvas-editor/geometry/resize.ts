/** Resizing a box by a handle about the opposite point, which stays where it is. Pure, canvas pixels. */
import { extentOf, turned } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import { boxWith, pointIn } from './box-points.ts';
import { oppositeShare, shareOf } from './handles.ts';
import type { Handle } from './handles.ts';
import { guidesAt, shiftTo } from './snap.ts';
import type { Axis, SnapLine } from './snap.ts';

export interface Resizing {
  readonly handle: Handle;
  /** Where the handle is dragged to. */
  readonly point: Point;
  /** Width over height that the box keeps; undefined frees both sides. */
  readonly ratio: number | undefined;
  readonly lines: readonly SnapLine[];
  /** How near a line must be; 0 for no snapping. A box that stands askew sticks to none. */
  readonly reach: number;
}

export interface Resized {
  readonly box: ItemBox;
  readonly guides: readonly SnapLine[];
}

const MIN_SIDE = 1;
const topLeft = { x: 0, y: 0 };

/** Sides are whole pixels but where the box sticks to a line. */
export function resizeBox(box: ItemBox, { handle, point, ratio, lines, reach }: Resizing): Resized {
  const { rotation } = box;
  const share = shareOf(handle);
  const fixedShare = oppositeShare(handle);
  const fixed = pointIn(box, fixedShare);
  const span = turned({ x: point.x - fixed.x, y: point.y - fixed.y }, -rotation);
  const wanted = {
    width: share.x === 0.5 ? box.width : span.x * (share.x - fixedShare.x),
    height: share.y === 0.5 ? box.height : span.y * (share.y - fixedShare.y),
  };
  const place = (size: Size): ItemBox => boxWith(fixed, fixedShare, size, rotation);
  const free = place(sized(wanted, ratio, drivenBy(handle, wanted, ratio)));
  const isUpright = rotation % 90 === 0;
  if (!isUpright || reach === 0) return { box: free, guides: [] };

  const isOnSide = rotation % 180 !== 0;
  const dragged = pointIn(free, share);
  const snaps = (['x', 'y'] as const).flatMap((axis) => {
    const side = (axis === 'x') === isOnSide ? 'height' : 'width';
    if ((side === 'width' ? share.x : share.y) === 0.5) return [];
    const shift = shiftTo(lines, axis, [dragged[axis]], reach);
    if (shift === undefined) return [];
    return [{ axis, side, shift, length: Math.abs(dragged[axis] + shift - fixed[axis]) } as const];
  });
  const taken =
    ratio === undefined
      ? snaps
      : snaps.toSorted((one, other) => Math.abs(one.shift) - Math.abs(other.shift)).slice(0, 1);
  const [first] = taken;
  if (first === undefined) return { box: free, guides: [] };
  const size = { width: free.width, height: free.height };
  for (const { side, length } of taken) size[side] = Math.max(MIN_SIDE, length);
  if (ratio !== undefined && first.side === 'width') size.height = whole(size.width / ratio);
  if (ratio !== undefined && first.side === 'height') size.width = whole(size.height * ratio);
  const snapped = place(size);
  return { box: snapped, guides: guidesOf(lines, taken, snapped) };
}

/** The ratio of a box, or that of its picture where the box has this but for what rounding took. */
export function ratioOf(box: Size, picture: Size): number {
  const ratio = picture.width / picture.height;
  const isPicture =
    Math.abs(box.width - box.height * ratio) <= 1 || Math.abs(box.height - box.width / ratio) <= 1;
  return isPicture ? ratio : box.width / box.height;
}

/** The side by which a box that keeps its ratio goes: of a corner, the one that makes the box larger. */
function drivenBy(handle: Handle, { width, height }: Size, ratio: number | undefined): 'width' | 'height' {
  const { x, y } = shareOf(handle);
  if (x === 0.5) return 'height';
  if (y === 0.5) return 'width';
  return ratio === undefined || width >= height * ratio ? 'width' : 'height';
}

function sized({ width, height }: Size, ratio: number | undefined, driver: 'width' | 'height'): Size {
  if (ratio === undefined) return { width: whole(width), height: whole(height) };
  // The longer side is rounded first: of the shorter one a pixel would be many of the longer.
  if (ratio >= 1) {
    const long = whole(driver === 'width' ? width : Math.max(MIN_SIDE, height) * ratio);
    return { width: long, height: whole(long / ratio) };
  }
  const long = whole(driver === 'height' ? height : Math.max(MIN_SIDE, width) / ratio);
  return { width: whole(long * ratio), height: long };
}

function whole(length: number): number {
  return Math.max(MIN_SIDE, Math.round(length));
}

function guidesOf(
  lines: readonly SnapLine[],
  taken: readonly { readonly axis: Axis }[],
  box: ItemBox,
): readonly SnapLine[] {
  const extent = extentOf(box);
  return taken.flatMap(({ axis }) => guidesAt(lines, axis, extent));
}

/** By the keyboard: one side grows by so many pixels and the other with it, about the top left corner. */
export function resizeBy(box: ItemBox, side: 'width' | 'height', by: number, picture: Size): ItemBox {
  const wanted = { width: box.width, height: box.height, [side]: box[side] + by };
  const size = sized(wanted, ratioOf(box, picture), side);
  return boxWith(pointIn(box, topLeft), topLeft, size, box.rotation);
}
