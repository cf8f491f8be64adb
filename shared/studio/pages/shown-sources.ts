/** Which sources the canvases show now. */
import type { StudioDocument } from '../document-schema.ts';
import type { PageInput } from './page-input.ts';
import { shownInScene, shownOnAir } from '../shown/shown.ts';

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
  const shown = canvases.flatMap((canvas) => [
    shownOnAir(document, canvas),
    ...(canvas.preview === undefined ? [] : [shownInScene(document, canvas.preview.sceneId)]),
  ]);
  const ids = new Set(shown.flatMap(({ sourceIds }) => [...sourceIds]));
  return { ids, changeMs: Math.max(0, ...durations) };
}

export interface PageOfDocument {
  readonly id: string;
  readonly input: PageInput;
}

export function pagesOf({ sources }: StudioDocument): readonly PageOfDocument[] {
  return sources.flatMap(({ id, input }) => (input.type === 'page' ? [{ id, input }] : []));
}
