/** A scene as the compositor needs it: the sources that show, from back to front, those of nested scenes among them. */
import type { StudioDocument } from './document-schema.ts';
import { mainSceneOf } from './document.ts';
import { placeItem } from './placement.ts';
import type { Size, Transform } from './transform.ts';

export interface SceneLayer {
  /** Of the item, behind those of the nested scenes that the item lies in. */
  readonly id: string;
  readonly sourceId: string;
  readonly transform: Transform;
  /** Of the items of nested scenes that this one lies in, the innermost first. */
  readonly outer: readonly Transform[];
  /** 0 to 1. */
  readonly opacity: number;
}

/** Layers of one scene; a scene that holds many others many times over is cut off there. */
const MAX_LAYERS = 1000;

export function sceneLayersOf({ scenes, sources }: StudioDocument, sceneId: string): readonly SceneLayer[] {
  const layers: SceneLayer[] = [];
  const add = (id: string, path: string, outer: readonly Transform[], opacity: number): void => {
    const scene = scenes.find((each) => each.id === id);
    for (const item of scene?.items ?? []) {
      if (!item.isVisible || layers.length >= MAX_LAYERS) continue;
      const source = sources.find((each) => each.id === item.sourceId);
      const seen = opacity * item.opacity;
      const { sourceId, transform } = item;
      const at = `${path}${item.id}`;
      if (source?.input.type === 'scene') add(source.input.sceneId, `${at}/`, [transform, ...outer], seen);
      else layers.push({ id: at, sourceId, transform, outer, opacity: seen });
    }
  };
  add(sceneId, '', [], 1);
  return layers;
}

/** Whether the scene on the first canvas shows any source. */
export function hasPicture(document: StudioDocument): boolean {
  return sceneLayersOf(document, mainSceneOf(document).id).length > 0;
}

/** The only source of a scene, where the source is shown whole and as large as the canvas allows. */
export function wholeCanvasSource(layers: readonly SceneLayer[], canvas: Size): string | undefined {
  const [layer, ...others] = layers;
  if (layer === undefined || others.length > 0 || layer.opacity !== 1 || layer.outer.length > 0)
    return undefined;
  const { bounds, crop, scale, rotation } = layer.transform;
  const isPlain = bounds.type === 'inner' && bounds.alignment === 'centre' && rotation === 0;
  const isWhole = Object.values(crop).every((pixels) => pixels === 0) && scale.x > 0 && scale.y > 0;
  if (!isPlain || !isWhole) return undefined;
  const [a, b, c, d, e, f] = placeItem(layer.transform, canvas, canvas).matrix;
  return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0 ? layer.sourceId : undefined;
}
