/** Which sources the canvases show now. */
import type { StudioDocument } from '../document-schema.ts';
import type { PageInput } from './page-input.ts';
import { sceneLayersOf } from '../scene-layers.ts';

export interface ShownSources {
  readonly ids: ReadonlySet<string>;
  /** How long the scene before may still show. */
  readonly changeMs: number;
}

export function shownSources(document: StudioDocument): ShownSources {
  const { canvases, scenes } = document;
  const durations = canvases.map(({ sceneId, transition }) => {
    const own = scenes.find(({ id }) => id === sceneId)?.transition ?? transition;
    return own.kind === 'cut' ? 0 : own.durationMs;
  });
  const shownScenes = canvases.flatMap(({ sceneId, preview }) => [sceneId, preview?.sceneId ?? sceneId]);
  const layers = shownScenes.flatMap((sceneId) => sceneLayersOf(document, sceneId));
  return { ids: new Set(layers.map(({ sourceId }) => sourceId)), changeMs: Math.max(0, ...durations) };
}

export interface PageOfDocument {
  readonly id: string;
  readonly input: PageInput;
}

export function pagesOf({ sources }: StudioDocument): readonly PageOfDocument[] {
  return sources.flatMap(({ id, input }) => (input.type === 'page' ? [{ id, input }] : []));
}
