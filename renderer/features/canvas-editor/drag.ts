/** A drag of items by the pointer: what each item's transform becomes. Pure, in canvas pixels. */
import { extentOf, movedBy, transformFrom } from '../../../shared/studio/geometry/edit-transform.ts';
import type { Extent } from '../../../shared/studio/geometry/edit-transform.ts';
import { croppedOf } from '../../../shared/studio/geometry/placement.ts';
import type { Point } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import type { EditorItem } from './editor-item.ts';
import { pointIn } from './geometry/box-points.ts';
import { cropHandlePoint, cropTo } from './geometry/crop.ts';
import { shareOf } from './geometry/handles.ts';
import type { Handle } from './geometry/handles.ts';
import { ratioOf, resizeBox } from './geometry/resize.ts';
import { snapLines, snapMove, wholeOf } from './geometry/snap.ts';
import type { SnapLine } from './geometry/snap.ts';
import { turnBox, turnTo } from './geometry/turn.ts';

/** What was grabbed: the items themselves, a handle of the only one, or its rotation handle. */
export type Grip = 'move' | 'turn' | Handle;

export interface Drag {
  readonly grip: Grip;
  /** Where the pointer went down. */
  readonly grabbed: Point;
  /** As they were then; a handle has one. */
  readonly items: readonly EditorItem[];
  readonly lines: readonly SnapLine[];
  readonly canvas: Size;
}

export interface DragKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
}

export interface ItemTransform {
  readonly itemId: string;
  readonly transform: Transform;
}

export interface Dragged {
  readonly transforms: readonly ItemTransform[];
  readonly guides: readonly SnapLine[];
}

/** @param moving of `all` items of the scene. Items stick to those that show and don't move. @param edges of the canvas. */
export function beginDrag(
  grip: Grip,
  grabbed: Point,
  moving: readonly EditorItem[],
  all: readonly EditorItem[],
  canvas: Size,
  edges: readonly Extent[] = [wholeOf(canvas)],
): Drag {
  const others = all.filter((item) => item.isVisible && !moving.some(({ id }) => id === item.id));
  const lines = snapLines([...edges, ...others.map(({ box }) => extentOf(box))]);
  return { grip, grabbed, items: moving, lines, canvas };
}

/** @param reach how near a line pulls. */
export function dragTo(drag: Drag, point: Point, keys: DragKeys, reach: number): Dragged {
  if (drag.grip === 'move') return moveTo(drag, point, keys.ctrlKey ? 0 : reach);
  const [item] = drag.items;
  if (item === undefined) return { transforms: [], guides: [] };
  if (drag.grip === 'turn') {
    const rotation = turnTo(item.box, drag.grabbed, point, keys.ctrlKey);
    const transform = transformFrom(
      item.transform,
      { box: turnBox(item.box, rotation) },
      item.size,
      drag.canvas,
    );
    return { transforms: [{ itemId: item.id, transform }], guides: [] };
  }
  return keys.altKey
    ? cropBy(drag, drag.grip, item, point)
    : resizeTo(drag, drag.grip, item, point, keys, reach);
}

/** By canvas pixels, all together. */
export function moveBy(items: readonly EditorItem[], shift: Point, canvas: Size): readonly ItemTransform[] {
  return items.map(({ id, transform }) => ({ itemId: id, transform: movedBy(transform, shift, canvas) }));
}

function moveTo({ grabbed, items, lines, canvas }: Drag, point: Point, reach: number): Dragged {
  const shift = { x: Math.round(point.x - grabbed.x), y: Math.round(point.y - grabbed.y) };
  const extent = extentOfAll(items);
  const moved = {
    ...{ left: extent.left + shift.x, right: extent.right + shift.x },
    ...{ top: extent.top + shift.y, bottom: extent.bottom + shift.y },
  };
  const snapped = snapMove(moved, lines, reach);
  const whole = { x: shift.x + snapped.shift.x, y: shift.y + snapped.shift.y };
  return { transforms: moveBy(items, whole, canvas), guides: snapped.guides };
}

function resizeTo(
  drag: Drag,
  handle: Handle,
  { id, box, size, transform }: EditorItem,
  point: Point,
  { shiftKey, ctrlKey }: DragKeys,
  reach: number,
): Dragged {
  const from = pointIn(box, shareOf(handle));
  const resized = resizeBox(box, {
    handle,
    point: draggedPoint(drag, from, point),
    ratio: shiftKey ? undefined : ratioOf(box, croppedOf(transform, size)),
    lines: drag.lines,
    reach: ctrlKey ? 0 : reach,
  });
  const next = transformFrom(transform, { box: resized.box }, size, drag.canvas);
  return { transforms: [{ itemId: id, transform: next }], guides: resized.guides };
}

function cropBy(drag: Drag, handle: Handle, { id, size, transform }: EditorItem, point: Point): Dragged {
  const from = cropHandlePoint(transform, handle, size, drag.canvas);
  const next = cropTo(transform, { handle, point: draggedPoint(drag, from, point) }, size, drag.canvas);
  return { transforms: [{ itemId: id, transform: next }], guides: [] };
}

/** A handle isn't grabbed in its very middle: it moves as far as the pointer does. */
function draggedPoint({ grabbed }: Drag, from: Point, point: Point): Point {
  return { x: from.x + point.x - grabbed.x, y: from.y + point.y - grabbed.y };
}

function extentOfAll(items: readonly EditorItem[]): Extent {
  const extents = items.map(({ box }) => extentOf(box));
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    right: Math.max(...extents.map(({ right }) => right)),
    top: Math.min(...extents.map(({ top }) => top)),
    bottom: Math.max(...extents.map(({ bottom }) => bottom)),
  };
}
