/** What shows, however deep, in a scene and on a canvas: by it sounds are heard, and browser pages are painted. Pure. */
import type { Canvas, Item, StudioDocument } from '../document-schema.ts';

/** Sources that show, however deep, and the scenes that they show in. */
export interface Shown {
  readonly sourceIds: ReadonlySet<string>;
  readonly sceneIds: ReadonlySet<string>;
}

/** In studio mode the scene on air may have been edited since. */
export function shownOnAir(document: StudioDocument, { sceneId, preview }: Canvas): Shown {
  return shownIn(document, preview?.itemsOnAir ?? itemsOf(document, sceneId), sceneId);
}

/** In the scene as it is edited. */
export function shownInScene(document: StudioDocument, sceneId: string): Shown {
  return shownIn(document, itemsOf(document, sceneId), sceneId);
}

function itemsOf({ scenes }: StudioDocument, sceneId: string): readonly Item[] {
  return scenes.find(({ id }) => id === sceneId)?.items ?? [];
}

/** Hidden items show nothing. */
function shownIn(document: StudioDocument, own: readonly Item[], sceneId: string): Shown {
  const inputs = new Map(document.sources.map(({ id, input }) => [id, input]));
  const sourceIds = new Set<string>();
  const sceneIds = new Set([sceneId]);
  const open = [...own];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (!item.isVisible || sourceIds.has(item.sourceId)) continue;
    sourceIds.add(item.sourceId);
    const input = inputs.get(item.sourceId);
    if (input?.type !== 'scene' || sceneIds.has(input.sceneId)) continue;
    sceneIds.add(input.sceneId);
    open.push(...itemsOf(document, input.sceneId));
  }
  return { sourceIds, sceneIds };
}
