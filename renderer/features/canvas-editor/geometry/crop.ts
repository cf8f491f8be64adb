/** Cropping an item by a handle: the edge is dragged over the picture, which stays where it is. Pure. */
import { boxOf, transformFrom, turned } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import { croppedOf, placeItem } from '../../../../shared/studio/geometry/placement.ts';
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { Transform } from '../../../../shared/studio/transform-schema.ts';
import { pointIn, toBox } from './box-points.ts';
import { shareOf } from './handles.ts';
import type { Handle } from './handles.ts';

/** Source pixels that always show each way. */
const MIN_SHOWN = 2;

/** @param point where the handle is dragged to, in canvas pixels. An item in bounds leaves them: its picture stays. */
export function cropTo(
  transform: Transform,
  { handle, point }: { readonly handle: Handle; readonly point: Point },
  source: Size,
  canvas: Size,
): Transform {
  const free = withoutBounds(transform, source, canvas);
  const box = boxOf(free, source, canvas);
  const shown = croppedOf(free, source);
  const at = toBox(box, point);
  const share = shareOf(handle);
  const across = cutSide({
    ...{ share: share.x, at: at.x, length: box.width, isMirrored: free.scale.x < 0 },
    ...{ start: shown.x, shown: shown.width, all: source.width },
  });
  const down = cutSide({
    ...{ share: share.y, at: at.y, length: box.height, isMirrored: free.scale.y < 0 },
    ...{ start: shown.y, shown: shown.height, all: source.height },
  });
  const corner = turned({ x: across.from, y: down.from }, box.rotation);
  const cut: ItemBox = {
    ...{ x: box.x + corner.x, y: box.y + corner.y },
    ...{ width: across.length, height: down.length, rotation: box.rotation },
  };
  const crop = { left: across.first, right: across.last, top: down.first, bottom: down.last };
  return transformFrom(free, { box: cut, crop }, source, canvas);
}

/** The same picture in the same place, without a box around it. */
export function withoutBounds(transform: Transform, source: Size, canvas: Size): Transform {
  if (transform.bounds.type === 'none') return transform;
  const { crop, matrix } = placeItem(transform, source, canvas);
  const [a, b, c, d, e, f] = matrix;
  // A mirrored picture begins at its right, or at its bottom.
  const x = transform.scale.x < 0 ? crop.width : 0;
  const y = transform.scale.y < 0 ? crop.height : 0;
  const box = {
    ...{ x: a * x + c * y + e, y: b * x + d * y + f },
    ...{ width: Math.hypot(a, b) * crop.width, height: Math.hypot(c, d) * crop.height },
    rotation: transform.rotation,
  };
  const sides = {
    ...{ left: crop.x, right: source.width - crop.x - crop.width },
    ...{ top: crop.y, bottom: source.height - crop.y - crop.height },
  };
  const free: Transform = { ...transform, bounds: { ...transform.bounds, type: 'none' } };
  return transformFrom(free, { box, crop: sides }, source, canvas);
}

/** Where the handle of the picture without bounds lies, from which a crop begins. */
export function cropHandlePoint(transform: Transform, handle: Handle, source: Size, canvas: Size): Point {
  return pointIn(boxOf(withoutBounds(transform, source, canvas), source, canvas), shareOf(handle));
}

interface Side {
  /** Of the handle: 0 cuts at the beginning, 1 at the end, 0.5 nowhere. */
  readonly share: number;
  /** The edge's new place, from the beginning of the box. */
  readonly at: number;
  /** Of the box, in canvas pixels. */
  readonly length: number;
  readonly isMirrored: boolean;
  /** In source pixels. */
  readonly start: number;
  readonly shown: number;
  readonly all: number;
}

interface Cut {
  /** Cut off before and behind, in source pixels. */
  readonly first: number;
  readonly last: number;
  /** What is left of the box. */
  readonly from: number;
  readonly length: number;
}

function cutSide({ share, at, length, isMirrored, start, shown, all }: Side): Cut {
  const before = { first: start, last: all - start - shown };
  if (share === 0.5) return { ...before, from: 0, length };
  const scale = length / shown;
  const isFirst = (share === 0) !== isMirrored;
  const wanted = Math.round((share === 0 ? at : length - at) / scale);
  const old = isFirst ? before.first : before.last;
  const most = Math.max(old, old + shown - MIN_SHOWN);
  const now = Math.min(most, Math.max(0, old + wanted));
  const cut = now - old;
  const after = isFirst ? { ...before, first: now } : { ...before, last: now };
  return { ...after, from: share === 0 ? cut * scale : 0, length: (shown - cut) * scale };
}
