/** Which scenes show while a scene is on air: the scene itself and those that stand in it, however deep. Pure. */
import type { Item, StudioDocument } from '../document-schema.ts';

/** @param items in place of the scene's own, where it was edited since it came on air. Hidden items show nothing. */
export function scenesShownIn(
  { sources, scenes }: StudioDocument,
  sceneId: string,
  items?: readonly Item[],
): ReadonlySet<string> {
  const nested = new Map(sources.map(({ id, input }) => [id, input.type === 'scene' ? input.sceneId : '']));
  const itemsOf = (id: string): readonly Item[] => scenes.find((scene) => scene.id === id)?.items ?? [];
  const shown = new Set([sceneId]);
  const open = [...(items ?? itemsOf(sceneId))];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const inner = item.isVisible ? (nested.get(item.sourceId) ?? '') : '';
    if (inner === '' || shown.has(inner)) continue;
    shown.add(inner);
    open.push(...itemsOf(inner));
  }
  return shown;
}
