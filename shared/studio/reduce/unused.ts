/** Sources that go. */
import { NO_SOURCE_ID } from '../document-schema.ts';
import type { StudioDocument } from '../document-schema.ts';

/** Items of the sources go along; channels fall silent and keep their levels. */
export function withoutSources(document: StudioDocument, ids: readonly string[]): StudioDocument {
  if (ids.length === 0) return document;
  const gone = new Set(ids);
  return {
    ...document,
    sources: document.sources.filter(({ id }) => !gone.has(id)),
    scenes: document.scenes.map((scene) =>
      scene.items.some(({ sourceId }) => gone.has(sourceId))
        ? { ...scene, items: scene.items.filter(({ sourceId }) => !gone.has(sourceId)) }
        : scene,
    ),
    channels: document.channels.map((channel) =>
      gone.has(channel.sourceId) ? { ...channel, sourceId: NO_SOURCE_ID } : channel,
    ),
  };
}

/** Without those of these sources that no item shows any more. */
export function withoutUnused(document: StudioDocument, ids: readonly string[]): StudioDocument {
  const used = new Set(document.scenes.flatMap(({ items }) => items.map(({ sourceId }) => sourceId)));
  return withoutLostGroups(
    withoutSources(
      document,
      ids.filter((id) => !used.has(id)),
    ),
  );
}

/** A group goes with the last source that shows it, and its own sources with it. */
function withoutLostGroups(document: StudioDocument): StudioDocument {
  const shown = new Set(document.sources.map(({ input }) => (input.type === 'scene' ? input.sceneId : '')));
  const lost = document.scenes.find(({ id, group }) => group !== undefined && !shown.has(id));
  if (lost === undefined) return document;
  const scenes = document.scenes.filter((scene) => scene !== lost);
  return withoutUnused(
    { ...document, scenes },
    lost.items.map(({ sourceId }) => sourceId),
  );
}
