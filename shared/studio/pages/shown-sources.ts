/** Which sources the canvases show now. */
import type { StudioDocument } from '../document-schema.ts';
import type { PageInput } from './page-input.ts';
import { composedScenesOf, layersOnAir, sceneLayersOf } from '../scene-layers.ts';
import type { SceneLayer } from '../scene-layers.ts';

export interface ShownSources {
  readonly ids: ReadonlySet<string>;
  /** How long the scene before may still show. */
  readonly changeMs: number;
}

export function shownSources(document: StudioDocument): ShownSources {
  const { canvases, scenes } = document;
  const durations = canvases.map(({ sceneId, transition, arrival }) => {
    const own = scenes.find(({ id }) => id === sceneId)?.transition ?? transition;
    const change = arrival?.transition ?? own;
    return 'durationMs' in change ? change.durationMs : 0;
  });
  const layers = canvases.flatMap((canvas) => [
    ...layersOnAir(document, canvas),
    ...(canvas.preview === undefined ? [] : sceneLayersOf(document, canvas.preview.sceneId)),
  ]);
  return { ids: sourcesIn(document, layers), changeMs: Math.max(0, ...durations) };
}

/** Of the layers, and of the composed scenes among them. */
function sourcesIn(document: StudioDocument, layers: readonly SceneLayer[]): ReadonlySet<string> {
  const composed = new Map(composedScenesOf(document).map((scene) => [scene.id, scene.layers]));
  const ids = new Set<string>();
  const add = (each: readonly SceneLayer[]): void => {
    for (const { sourceId } of each) {
      if (ids.has(sourceId)) continue;
      ids.add(sourceId);
      add(composed.get(sourceId) ?? []);
    }
  };
  add(layers);
  return ids;
}

export interface PageOfDocument {
  readonly id: string;
  readonly input: PageInput;
}

export function pagesOf({ sources }: StudioDocument): readonly PageOfDocument[] {
  return sources.flatMap(({ id, input }) => (input.type === 'page' ? [{ id, input }] : []));
}
