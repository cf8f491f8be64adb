/** Where a group's items lie on the canvas of the scene that shows the group. Pure. */
import { canvasSizeOf, groupOf } from '../document.ts';
import type { Scene, StudioDocument } from '../document-schema.ts';
import { filteredArea } from '../filters/filtered-size.ts';
import type { EnabledSettings } from '../filters/filtered-size.ts';
import { multiply, placeItem } from '../geometry/placement.ts';
import type { Matrix, Rounding } from '../geometry/placement.ts';
import { filtersOfSource } from '../scene-layers.ts';
import { MAX_RELATIVE } from '../transform-limits.ts';
import type { Size } from '../transform.ts';
import type { Transform } from '../transform-schema.ts';
import { frameOn } from './group-frame.ts';
import type { GroupFrame } from './group-frame-schema.ts';

export interface GroupShape {
  readonly frame: GroupFrame;
  /** In their order. */
  readonly filters: readonly EnabledSettings[];
}

/** From the group's canvas to the scene's, in pixels. @param outer of the item that shows the group. */
export function groupMatrix(
  outer: Transform,
  { frame, filters }: GroupShape,
  canvas: Size,
  rounding?: Rounding,
): Matrix {
  const box = frameOn(frame, canvas);
  const area = filteredArea(box, filters);
  const { crop, matrix } = placeItem(outer, area, canvas, rounding);
  const [a, b, c, d, e, f] = matrix;
  const [x, y] = [box.x + area.x + crop.x, box.y + area.y + crop.y];
  return [a, b, c, d, e - a * x - c * y, f - b * x - d * y];
}

/** The transform with which nothing in the group moves once it has another frame. */
export function withOtherFrame(
  transform: Transform,
  before: GroupShape,
  after: GroupShape,
  canvas: Size,
): Transform {
  const { bounds, position } = transform;
  const [from, to] = [frameOn(before.frame, canvas), frameOn(after.frame, canvas)];
  const resized = {
    ...bounds,
    width: Math.min(MAX_RELATIVE, (bounds.width * to.width) / from.width),
    height: Math.min(MAX_RELATIVE, (bounds.height * to.height) / from.height),
  };
  const next = { ...transform, bounds: bounds.type === 'none' ? bounds : resized };
  const [, , , , x, y] = groupMatrix(transform, before, canvas, 'none');
  const [, , , , nextX, nextY] = groupMatrix(next, after, canvas, 'none');
  return {
    ...next,
    position: {
      x: within(position.x + (2 * (x - nextX)) / canvas.height),
      y: within(position.y + (2 * (y - nextY)) / canvas.height),
    },
  };
}

export interface GroupPlace {
  /** The item that shows the group, and the scene or group that this item stands in. */
  readonly sceneId: string;
  readonly itemId: string;
  /** The item is locked, or a group that it stands in. */
  readonly isLocked: boolean;
  /** From the group's canvas to that of the whole scene, in pixels. */
  readonly matrix: Matrix;
}

/** Of the first item that shows the group, also within another group. */
export function groupPlaceIn(
  document: StudioDocument,
  scene: Scene,
  groupId: string,
): GroupPlace | undefined {
  const canvas = canvasSizeOf(document, scene.id);
  for (const item of scene.items) {
    const group = groupOf(document, item);
    const source = document.sources.find(({ id }) => id === item.sourceId);
    if (group?.group === undefined || source === undefined) continue;
    const shape = { frame: group.group, filters: filtersOfSource(document, source) };
    const matrix = groupMatrix(item.transform, shape, canvas);
    const { isLocked } = item;
    if (group.id === groupId) return { sceneId: scene.id, itemId: item.id, isLocked, matrix };
    const inner = groupPlaceIn(document, group, groupId);
    if (inner !== undefined)
      return { ...inner, isLocked: isLocked || inner.isLocked, matrix: multiply(matrix, inner.matrix) };
  }
  return undefined;
}

function within(value: number): number {
  return Math.min(MAX_RELATIVE, Math.max(-MAX_RELATIVE, value));
}
