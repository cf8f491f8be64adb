/** A source by itself as the compositor needs it: whole, in the middle of the canvas. */
import type { StudioDocument } from '../document-schema.ts';
import { sceneLayersOf } from '../scene-layers.ts';
import type { SceneLayer } from '../scene-layers.ts';
import { canvasTransform } from '../transform.ts';
import type { Size } from '../transform.ts';

/** Nothing for a source that is gone. */
export function sourceLayersOf(
  document: StudioDocument,
  sourceId: string,
  canvas: Size,
): readonly SceneLayer[] {
  const source = document.sources.find(({ id }) => id === sourceId);
  if (source === undefined || source.kind === 'audio') return [];
  if (source.input.type === 'scene') return sceneLayersOf(document, source.input.sceneId);
  return [{ id: sourceId, sourceId, transform: canvasTransform('inner', canvas), outer: [], opacity: 1 }];
}
