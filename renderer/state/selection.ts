/** The items of a scene that are selected: one selection for the list of sources and for the picture. */
import { createStore } from 'zustand/vanilla';
import type { Item, Scene } from '../../shared/studio/document-schema.ts';

export interface Selection {
  readonly sceneId: string | undefined;
  /** Some may be gone by now. */
  readonly itemIds: readonly string[];
  /** Where a selection from one item to another begins. */
  readonly anchorId: string | undefined;
}

const nothing: Selection = { sceneId: undefined, itemIds: [], anchorId: undefined };

export const selection = createStore<Selection>(() => nothing);

/** The anchor is the last one of the items unless said. */
export function selectItems(
  sceneId: string,
  itemIds: readonly string[],
  anchorId: string | undefined = itemIds.at(-1),
): void {
  selection.setState({ sceneId, itemIds, anchorId });
}

/** In the scene's order, back to front. */
export function selectedItems(scene: Scene, { sceneId, itemIds }: Selection): readonly Item[] {
  return sceneId === scene.id ? scene.items.filter(({ id }) => itemIds.includes(id)) : [];
}

/** The selected items, or the only one of the scene: whoever has one source has nothing to select. */
export function editedItems(scene: Scene, state: Selection): readonly Item[] {
  const selected = selectedItems(scene, state);
  return selected.length === 0 && scene.items.length === 1 ? scene.items : selected;
}

export interface SelectionKeys {
  /** Everything from the anchor to here. */
  readonly isRange: boolean;
  /** This one more, or this one less. */
  readonly isToggle: boolean;
}

/** What a click on an item selects. @param order of all items, as the list shows them. */
export function selectionAfter(
  before: Selection,
  {
    sceneId,
    order,
    id,
  }: { readonly sceneId: string; readonly order: readonly string[]; readonly id: string },
  { isRange, isToggle }: SelectionKeys,
): Selection {
  const { itemIds, anchorId } = before.sceneId === sceneId ? before : nothing;
  if (isRange && anchorId !== undefined && order.includes(anchorId)) {
    const [first, last] = [order.indexOf(anchorId), order.indexOf(id)].toSorted((one, other) => one - other);
    return { sceneId, itemIds: order.slice(first, (last ?? 0) + 1), anchorId };
  }
  if (isToggle && itemIds.includes(id))
    return { sceneId, itemIds: itemIds.filter((each) => each !== id), anchorId: id };
  return { sceneId, itemIds: isToggle ? [...itemIds, id] : [id], anchorId: id };
}
