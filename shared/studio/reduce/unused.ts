/** Sources that go. */
import { NO_SOURCE_ID } from '../document-schema.ts';
import { stingerSources, withoutStinger } from '../studio-mode/stingers.ts';
import type { Canvas, StudioDocument } from '../document-schema.ts';

/** Items of the sources go along; channels fall silent and keep their levels. */
export function withoutSources(document: StudioDocument, ids: readonly string[]): StudioDocument {
  if (ids.length === 0) return document;
  const gone = new Set(ids);
  return {
    ...document,
    sources: document.sources.filter(({ id }) => !gone.has(id)),
    scenes: document.scenes.map((scene) => {
      const items = scene.items.filter(({ sourceId }) => !gone.has(sourceId));
      const transition = withoutStinger(scene.transition, gone);
      const isSame = items.length === scene.items.length && transition === scene.transition;
      return isSame ? scene : { ...scene, items, ...(transition && { transition }) };
    }),
    canvases: document.canvases.map((canvas) => withoutStingers(withoutOnAir(canvas, gone), gone)),
    channels: document.channels.map((channel) =>
      gone.has(channel.sourceId) ? { ...channel, sourceId: NO_SOURCE_ID } : channel,
    ),
  };
}

function withoutOnAir(canvas: Canvas, gone: ReadonlySet<string>): Canvas {
  const { preview } = canvas;
  const kept = preview?.itemsOnAir?.filter(({ sourceId }) => !gone.has(sourceId));
  if (preview === undefined || kept === undefined || kept.length === preview.itemsOnAir?.length)
    return canvas;
  return { ...canvas, preview: { ...preview, itemsOnAir: kept } };
}

function withoutStingers(canvas: Canvas, gone: ReadonlySet<string>): Canvas {
  const { arrival, quickTransitions } = canvas;
  const transition = withoutStinger(canvas.transition, gone);
  const arrived = withoutStinger(arrival?.transition, gone);
  const quick = quickTransitions?.map((each) => withoutStinger(each, gone));
  return {
    ...canvas,
    transition,
    ...(arrival && { arrival: { number: arrival.number, ...(arrived && { transition: arrived }) } }),
    ...(quick && { quickTransitions: quick }),
  };
}

/** Without those of these sources that no item shows any more. */
export function withoutUnused(document: StudioDocument, ids: readonly string[]): StudioDocument {
  const onAir = document.canvases.map(({ preview }) => preview?.itemsOnAir ?? []);
  const shown = [...document.scenes.map(({ items }) => items), ...onAir].flat();
  const used = new Set([...shown.map(({ sourceId }) => sourceId), ...stingerSources(document)]);
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
