/** The pointer in the editor: a click selects, a drag moves, resizes, crops or turns. Each drag is one step of undo. */
import { useRef, useState } from 'react';
import type { MouseEvent as ReactMouseEvent, PointerEvent as ReactPointerEvent } from 'react';
import type { Extent } from '../../../shared/studio/geometry/edit-transform.ts';
import { mapPoint } from '../../../shared/studio/geometry/placement.ts';
import type { Point, Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { selectItems } from '../../state/selection.ts';
import { beginDrag, dragTo } from './drag.ts';
import type { Drag, Grip, ItemTransform } from './drag.ts';
import { isClickable } from './editor-item.ts';
import type { EditorItem, OpenGroup } from './editor-item.ts';
import { hitTest, rectangleOf, touchedBy } from './geometry/hit-test.ts';
import { isHandle } from './geometry/handles.ts';
import { wholeOf } from './geometry/snap.ts';
import type { SnapLine } from './geometry/snap.ts';
import type { TransformEdits } from './transform-edits.ts';
import { hasCommandKey } from '../../ui/keyboard/shortcut-keys.ts';

/** Screen pixels: within these the box sticks to a line. */
const SNAP_REACH = 10;
/** Screen pixels that a hand moves in a click. */
const CLICK_REACH = 3;

export interface PointerParts {
  /** As large as the canvas on the screen. */
  readonly element: () => HTMLElement | undefined;
  readonly sceneId: string;
  readonly canvas: Size;
  /** Whose items these are: all points are in its pixels then. */
  readonly group: OpenGroup | undefined;
  /** From back to front. */
  readonly items: readonly EditorItem[];
  readonly selectedIds: readonly string[];
  readonly edits: TransformEdits;
  readonly onEnter: (item: EditorItem, point: Point) => void;
  readonly onLeave: (point: Point) => void;
}

/** From the button's going down to its going up. */
interface Press {
  readonly pointerId: number;
  readonly sceneId: string;
  readonly gestureId: string;
  readonly drag: Drag;
  /** The whole selection if nothing was dragged. */
  readonly clickSelects: readonly string[];
  hasMoved: boolean;
}

/** A rectangle that is drawn from where there is no item: what it touches is selected. */
interface Marquee {
  readonly pointerId: number;
  readonly sceneId: string;
  readonly from: Point;
  /** Selected before, and still. */
  readonly keptIds: readonly string[];
}

const noGuides: readonly SnapLine[] = [];

export function usePointer(parts: PointerParts) {
  const newest = useRef(parts);
  newest.current = parts;
  const press = useRef<Press>(undefined);
  const [hoveredId, setHoveredId] = useState<string>();
  const [guides, setGuides] = useState(noGuides);
  const marquee = useRef<Marquee>(undefined);
  const [drawn, setDrawn] = useState<Rectangle>();

  const toCanvas = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const { element, canvas, group } = newest.current;
    const { left, top, width = 1 } = element()?.getBoundingClientRect() ?? { left: 0, top: 0 };
    /** Canvas pixels a screen pixel. */
    const scale = canvas.width / Math.max(1, width);
    const onCanvas = { x: (clientX - left) * scale, y: (clientY - top) * scale };
    if (group === undefined) return { point: onCanvas, scale, onCanvas };
    const [a, b, c, d] = group.toGroup;
    const growth = Math.sqrt(Math.abs(a * d - b * c));
    return { point: mapPoint(group.toGroup, onCanvas), scale: scale * growth, onCanvas };
  };

  const begin = (
    event: ReactPointerEvent,
    grip: Grip,
    moving: readonly EditorItem[],
    click: readonly string[],
  ) => {
    const { sceneId, items, canvas, group, element } = newest.current;
    const { point } = toCanvas(event);
    element()?.setPointerCapture(event.pointerId);
    press.current = {
      ...{ pointerId: event.pointerId, sceneId, gestureId: crypto.randomUUID(), clickSelects: click },
      ...{ drag: beginDrag(grip, point, moving, items, canvas, edgesIn(group, canvas)), hasMoved: false },
    };
  };

  const pressDown = (event: ReactPointerEvent) => {
    const { items, selectedIds, sceneId, group, onLeave } = newest.current;
    const { point, onCanvas } = toCanvas(event);
    if (event.button === 2) return selectForMenu(point, onCanvas);
    if (event.button !== 0 || press.current !== undefined || marquee.current !== undefined) return;
    const isMore = event.shiftKey || hasCommandKey(event);
    const selected = items.filter(({ id, isLocked }) => selectedIds.includes(id) && !isLocked);
    const grip = gripAt(event.target);
    if (grip !== undefined) return begin(event, grip, selected, selectedIds);
    const hit = hitTest(items.filter(isClickable), point);
    // What is selected is dragged also from behind another item; a click chooses the one in front.
    const isOnSelected = hitTest(selected, point) !== undefined;
    if (hit === undefined && !isOnSelected) {
      if (group !== undefined) return isMore ? undefined : onLeave(onCanvas);
      if (!isMore) selectItems(sceneId, []);
      newest.current.element()?.setPointerCapture(event.pointerId);
      const keptIds = isMore ? selectedIds : [];
      marquee.current = { pointerId: event.pointerId, sceneId, from: point, keptIds };
      return;
    }
    if (isOnSelected) {
      const isToggledOff = isMore && hit !== undefined && selectedIds.includes(hit.id);
      const others = selectedIds.filter((id) => id !== hit?.id);
      const clicked = hit === undefined ? selectedIds : [...(isMore ? others : []), hit.id];
      return begin(event, 'move', selected, isToggledOff ? others : clicked);
    }
    if (hit === undefined) return;
    const next = isMore ? [...selectedIds, hit.id] : [hit.id];
    selectItems(sceneId, next);
    begin(event, 'move', isMore ? [...selected, hit] : [hit], next);
  };

  /** Locked items too: the menu unlocks them. */
  const selectForMenu = (point: Point, onCanvas: Point) => {
    const { items, selectedIds, sceneId, group, onLeave } = newest.current;
    const selected = items.filter(({ id }) => selectedIds.includes(id));
    if (hitTest(selected, point) !== undefined) return;
    const visible = items.filter(({ isVisible }) => isVisible);
    const hit = hitTest(visible.filter(isClickable), point) ?? hitTest(visible, point);
    if (hit === undefined && group !== undefined) return onLeave(onCanvas);
    selectItems(sceneId, hit === undefined ? [] : [hit.id]);
  };

  const open = (event: ReactMouseEvent) => {
    const { items, onEnter } = newest.current;
    const { point, onCanvas } = toCanvas(event);
    const hit = hitTest(items.filter(isClickable), point);
    if (hit !== undefined) onEnter(hit, onCanvas);
  };

  const move = (event: ReactPointerEvent) => {
    const { point, scale } = toCanvas(event);
    if (marquee.current !== undefined) return draw(marquee.current, event, point, scale);
    const pressed = press.current;
    if (pressed === undefined) {
      const hit = hitTest(newest.current.items.filter(isClickable), point);
      return setHoveredId(event.buttons === 0 ? hit?.id : undefined);
    }
    if (event.pointerId !== pressed.pointerId) return;
    const { grabbed, items } = pressed.drag;
    // Another scene came, or an item went, in the middle of the drag.
    if (!items.every(({ id }) => newest.current.items.some((item) => item.id === id))) return end(event);
    const distance = Math.hypot(point.x - grabbed.x, point.y - grabbed.y) / scale;
    if (!pressed.hasMoved && distance < CLICK_REACH) return;
    pressed.hasMoved = true;
    const { shiftKey, altKey } = event;
    const keys = { shiftKey, altKey, ctrlKey: hasCommandKey(event) };
    const dragged = dragTo(pressed.drag, point, keys, SNAP_REACH * scale);
    send(pressed, dragged.transforms);
    setGuides(dragged.guides);
  };

  const draw = (
    { pointerId, sceneId, from, keptIds }: Marquee,
    event: ReactPointerEvent,
    point: Point,
    scale: number,
  ) => {
    if (event.pointerId !== pointerId || sceneId !== newest.current.sceneId) return;
    if (drawn === undefined && Math.hypot(point.x - from.x, point.y - from.y) / scale < CLICK_REACH) return;
    const rectangle = rectangleOf(from, point);
    const touched = touchedBy(newest.current.items.filter(isClickable), rectangle).map(({ id }) => id);
    setDrawn(rectangle);
    selectItems(sceneId, [...keptIds.filter((id) => !touched.includes(id)), ...touched]);
  };

  const send = ({ sceneId, gestureId }: Press, transforms: readonly ItemTransform[]) =>
    newest.current.edits.push({ sceneId, gestureId, transforms });

  const end = (event: ReactPointerEvent) => {
    if (marquee.current?.pointerId === event.pointerId) endMarquee();
    const pressed = press.current;
    if (pressed?.pointerId !== event.pointerId) return;
    press.current = undefined;
    setGuides(noGuides);
    if (!pressed.hasMoved && event.type === 'pointerup') selectItems(pressed.sceneId, pressed.clickSelects);
  };

  const endMarquee = () => {
    marquee.current = undefined;
    setDrawn(undefined);
  };

  /** Back to where the drag began. False where nothing is dragged. */
  const cancel = (): boolean => {
    if (marquee.current !== undefined) {
      selectItems(marquee.current.sceneId, marquee.current.keptIds);
      endMarquee();
      return true;
    }
    const pressed = press.current;
    if (pressed === undefined) return false;
    press.current = undefined;
    setGuides(noGuides);
    const { items } = pressed.drag;
    if (pressed.hasMoved)
      send(
        pressed,
        items.map(({ id, transform }) => ({ itemId: id, transform })),
      );
    return true;
  };

  return {
    guides,
    /** Being drawn, in canvas pixels. */
    marquee: drawn,
    hoveredId,
    cancel,
    handlers: {
      onPointerDown: pressDown,
      onDoubleClick: open,
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: end,
      onLostPointerCapture: end,
      onPointerLeave: () => setHoveredId(undefined),
    },
  };
}

/** What a drag sticks to of the canvas. In a group that is turned its edges are no lines of one direction. */
function edgesIn(group: OpenGroup | undefined, canvas: Size): readonly Extent[] {
  const whole = wholeOf(canvas);
  if (group === undefined) return [whole];
  const [a, b, c, d] = group.toGroup;
  const isUpright = (b === 0 && c === 0) || (a === 0 && d === 0);
  if (!isUpright) return [];
  const { x, y, width, height } = rectangleOf(
    mapPoint(group.toGroup, { x: whole.left, y: whole.top }),
    mapPoint(group.toGroup, { x: whole.right, y: whole.bottom }),
  );
  return [{ left: x, top: y, right: x + width, bottom: y + height }];
}

function gripAt(target: EventTarget): Grip | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-grip]') : undefined;
  const grip = element?.dataset['grip'];
  return grip === 'turn' || isHandle(grip) ? grip : undefined;
}
