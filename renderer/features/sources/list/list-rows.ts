/** The rows of the list of sources: items from the front to the back, those of open groups under their group. Pure. */
import { groupOf } from '../../../../shared/studio/document.ts';
import type { Item, Scene, StudioDocument } from '../../../../shared/studio/document-schema.ts';

export interface ListRow {
  /** Unique in the list, where a group shows twice too. */
  readonly key: string;
  /** The item's own: that of its group, in one. */
  readonly scene: Scene;
  readonly item: Item;
  /** 1 for items of the scene itself. */
  readonly level: number;
  /** The scene of the group that the item is. */
  readonly group: Scene | undefined;
  readonly isOpen: boolean;
}

/** @param closed keys of groups that are folded. */
export function listRows(
  studio: StudioDocument,
  scene: Scene,
  closed: ReadonlySet<string>,
  path = '',
  level = 1,
): readonly ListRow[] {
  return scene.items.toReversed().flatMap((item) => {
    const key = `${path}${item.id}`;
    const group = groupOf(studio, item);
    const isOpen = group !== undefined && !closed.has(key);
    const row = { key, scene, item, level, group, isOpen };
    return isOpen ? [row, ...listRows(studio, group, closed, `${key}/`, level + 1)] : [row];
  });
}
