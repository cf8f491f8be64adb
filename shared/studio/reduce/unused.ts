/** Sources that go. */
import { channelOf } from '../document.ts';
import { NO_SOURCE_ID } from '../document-schema.ts';
import { sourcesHeardOnlyIn, withoutChannels, withoutSceneId } from '../mixer/channels.ts';
import { stingerSources, withoutStinger } from '../studio-mode/stingers.ts';
import type { Canvas, StudioDocument } from '../document-schema.ts';

/** Their items and channels go along; the main channel falls silent and keeps its levels. */
export function withoutSources(document: StudioDocument, ids: readonly string[]): StudioDocument {
  if (ids.length === 0) return document;
  const gone = new Set(ids);
  const main = channelOf(document);
  const channels = document.channels.filter(({ sourceId }) => gone.has(sourceId));
  const lost = channels.filter((channel) => channel !== main).map(({ id }) => id);
  return {
    ...withoutChannels(withSilentMain(document, gone), lost),
    sources: document.sources.filter(({ id }) => !gone.has(id)),
    scenes: document.scenes.map((scene) => {
      const items = scene.items.filter(({ sourceId }) => !gone.has(sourceId));
      const transition = withoutStinger(scene.transition, gone);
      const isSame = items.length === scene.items.length && transition === scene.transition;
      return isSame ? scene : { ...scene, items, ...(transition && { transition }) };
    }),
    canvases: document.canvases.map((canvas) => withoutStingers(withoutOnAir(canvas, gone), gone)),
  };
}

function withSilentMain(document: StudioDocument, gone: ReadonlySet<string>): StudioDocument {
  const main = channelOf(document);
  if (!gone.has(main.sourceId)) return document;
  const { sceneIds: _lost, ...kept } = main;
  const silent = { ...kept, sourceId: NO_SOURCE_ID };
  return { ...document, channels: document.channels.map((each) => (each === main ? silent : each)) };
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
    withoutSoundOf({ ...document, scenes }, lost.id),
    lost.items.map(({ sourceId }) => sourceId),
  );
}

/** Of a scene that is gone: a source that was heard there alone goes too. */
export function withoutSoundOf(document: StudioDocument, sceneId: string): StudioDocument {
  const audio = new Set(document.sources.flatMap(({ id, kind }) => (kind === 'audio' ? [id] : [])));
  const heard = sourcesHeardOnlyIn(document, sceneId).filter((id) => audio.has(id));
  return withoutSceneId(withoutSources(document, heard), sceneId);
}
