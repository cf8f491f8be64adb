/** What can be done to items of a scene, as commands. Several items together are one step of undo. */
import type { Item, Scene, StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import type { Services } from '../../state/services.ts';
import { selectItems } from '../../state/selection.ts';
import { showRemoved } from '../../state/show-removed.ts';
import { texts } from '../../../shared/text/text.ts';
import { boxOf, extentOf, movedBy } from '../../../shared/studio/geometry/edit-transform.ts';
import type { Extent } from '../../../shared/studio/geometry/edit-transform.ts';
import { frameFrom } from '../../../shared/studio/groups/group-frame.ts';
import { canvasSizeOf, groupOf } from '../../../shared/studio/document.ts';
import { moved } from '../../../shared/studio/reduce/outcome.ts';
import { frameAfter } from './group-frame.ts';
import { alignShift, alignTarget, boxAround, unionOf } from './item-layout.ts';
import type { Edge } from './item-layout.ts';
import { itemSize } from './source-size.ts';

export interface ItemCommands {
  setVisible(items: readonly Item[], isVisible: boolean): Promise<unknown>;
  setLocked(items: readonly Item[], isLocked: boolean): Promise<unknown>;
  duplicate(items: readonly Item[]): Promise<unknown>;
  remove(items: readonly Item[]): Promise<unknown>;
  /** Within the scene's order: forward is over the next one. */
  move(items: readonly Item[], to: 'front' | 'forward' | 'backward' | 'back'): Promise<unknown>;
  /** Locked items stay as they are. */
  transform(
    items: readonly Item[],
    change: (transform: Transform, source: Size, canvas: Size, item: Item) => Transform,
    gestureId?: string,
  ): Promise<unknown>;
  rename(item: Item, name: string): Promise<unknown>;
  /** Several to what they cover together, one to the canvas. */
  align(items: readonly Item[], edge: Edge): Promise<unknown>;
  /** Nothing moves. */
  group(items: readonly Item[]): Promise<unknown>;
  ungroup(item: Item): Promise<unknown>;
}

export function itemCommands(services: Services, scene: Scene): ItemCommands {
  const { run, settings, capture } = services;
  const sceneId = scene.id;
  const sourceOf = (item: Item) =>
    settings.store.getState().studio.sources.find(({ id }) => id === item.sourceId);
  const sizeIn = (item: Item, canvas: Size): Size => {
    const { studio } = settings.store.getState();
    const { videos, drawnSizes } = capture.store.getState();
    const { sourceId } = item;
    const seen = { video: videos[sourceId], drawn: drawnSizes[sourceId] };
    return itemSize(studio, item, canvas, seen, canvas) ?? canvas;
  };
  const extentIn = (item: Item, canvas: Size): Extent =>
    extentOf(boxOf(item.transform, sizeIn(item, canvas), canvas));
  const canvasOf = (): Size => canvasSizeOf(settings.store.getState().studio, sceneId);
  const transform: ItemCommands['transform'] = async (items, change, gestureId) => {
    const canvas = canvasOf();
    const transforms = items
      .filter(({ isLocked }) => !isLocked)
      .map((item) => {
        const next = change(item.transform, sizeIn(item, canvas), canvas, item);
        return { itemId: item.id, transform: next };
      });
    if (transforms.length === 0) return;
    const frame = frameAfter(settings.store.getState().studio, capture.store.getState(), sceneId, transforms);
    await run({ type: 'setTransform', sceneId, transforms, gestureId, ...(frame && { frame }) });
  };
  const runAll = async (commands: readonly DocumentCommand[]): Promise<readonly string[]> => {
    const gestureId = crypto.randomUUID();
    const made: string[] = [];
    for (const command of commands) {
      // In order: each one meets what the one before left.
      // oxlint-disable-next-line no-await-in-loop
      const { itemId } = await run({ ...command, gestureId });
      if (itemId !== undefined) made.push(itemId);
    }
    return made;
  };
  return {
    setVisible: async (items, isVisible) =>
      await runAll(items.map(({ id }) => ({ type: 'setItem', sceneId, itemId: id, isVisible }))),
    setLocked: async (items, isLocked) =>
      await runAll(items.map(({ id }) => ({ type: 'setItem', sceneId, itemId: id, isLocked }))),
    duplicate: async (items) => {
      const made = await runAll(items.map(({ id }) => ({ type: 'duplicateItem', sceneId, itemId: id })));
      selectItems(sceneId, made);
    },
    remove: async (items) => {
      const [first] = items;
      if (first === undefined) return;
      const name = items.length === 1 ? sourceOf(first)?.name : undefined;
      await runAll(items.map(({ id }) => ({ type: 'removeItem', sceneId, itemId: id })));
      const title = name === undefined ? texts.items.removedSeveral(items.length) : texts.items.removed(name);
      showRemoved(services, title, name);
    },
    move: async (items, to) => {
      const moves: DocumentCommand[] = [];
      let order = scene.items;
      for (const [index, { id }] of movedOrder(scene.items, items, to).entries()) {
        if (order[index]?.id === id) continue;
        order = moved(order, id, index);
        moves.push({ type: 'moveItem', sceneId, itemId: id, index });
      }
      await runAll(moves);
    },
    transform,
    rename: async ({ sourceId }, name) => await run({ type: 'renameSource', sourceId, name }),
    align: async (items, edge) => {
      const extents = items.map((item) => extentIn(item, canvasOf()));
      const target = alignTarget(extents, canvasOf());
      await transform(items, (before, source, canvas) => {
        const extent = extentOf(boxOf(before, source, canvas));
        return movedBy(before, alignShift(extent, target, edge), canvas);
      });
    },
    group: async (items) => {
      const canvas = canvasOf();
      const covered = unionOf(items.map((item) => extentIn(item, canvas)));
      if (covered === undefined) return;
      const frame = frameFrom(boxAround(covered), canvas);
      const itemIds = items.map(({ id }) => id);
      const { itemId } = await run({ type: 'groupItems', sceneId, itemIds, name: texts.items.group, frame });
      if (itemId !== undefined) selectItems(sceneId, [itemId]);
    },
    ungroup: async (item) => {
      const inner = groupOf(settings.store.getState().studio, item);
      await run({ type: 'ungroupItem', sceneId, itemId: item.id });
      selectItems(sceneId, inner?.items.map(({ id }) => id) ?? []);
    },
  };
}

/** The order with the given items one place on, or all the way; among themselves they stay in order. Pure. */
export function movedOrder(
  all: readonly Item[],
  moving: readonly Item[],
  to: 'front' | 'forward' | 'backward' | 'back',
): readonly Item[] {
  const isMoving = (item: Item | undefined): boolean => item !== undefined && moving.includes(item);
  const others = all.filter((item) => !isMoving(item));
  const chosen = all.filter(isMoving);
  if (to === 'front') return [...others, ...chosen];
  if (to === 'back') return [...chosen, ...others];
  const order = to === 'forward' ? all.toReversed() : [...all];
  for (let index = 1; index < order.length; index += 1) {
    const [before, item] = [order[index - 1], order[index]];
    if (before === undefined || item === undefined || !isMoving(item) || isMoving(before)) continue;
    order[index - 1] = item;
    order[index] = before;
  }
  return to === 'forward' ? order.toReversed() : order;
}

/** What is no group stays as it is. */
export async function ungroupAll(
  commands: ItemCommands,
  studio: StudioDocument,
  items: readonly Item[],
): Promise<void> {
  for (const item of items)
    // In order: each one meets what the one before left.
    // oxlint-disable-next-line no-await-in-loop
    if (groupOf(studio, item) !== undefined) await commands.ungroup(item);
}
