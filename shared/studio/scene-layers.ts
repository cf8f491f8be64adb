/** A scene as the compositor needs it: the sources that show, from back to front, those of nested scenes among them. */
import { filtersOf } from './document-schema.ts';
import type { Canvas, Filter, Item, Scene, Source, StudioDocument } from './document-schema.ts';
import type { BlendMode, ScaleFilter } from './filters/look.ts';
import { mainSceneOf } from './document.ts';
import type { GroupFrame } from './groups/group-frame-schema.ts';
import { placeItem } from './geometry/placement.ts';
import { centredTransform } from './transform.ts';
import type { Size } from './transform.ts';
import type { Transform } from './transform-schema.ts';
import type { ItemTransition } from './transition.ts';

export interface SceneLayer {
  /** Of the item, behind those of the nested scenes that the item lies in. */
  readonly id: string;
  /** Or the id of a composed scene. */
  readonly sourceId: string;
  readonly transform: Transform;
  /** Of the items of nested scenes that this one lies in, the innermost first. */
  readonly outer: readonly OuterTransform[];
  /** 0 to 1. */
  readonly opacity: number;
  /** As of an item. */
  readonly blendMode?: BlendMode;
  readonly cornerRadius?: number;
  readonly scaleFilter?: ScaleFilter;
  /** How the layer comes and goes while its scene is on air: its item's way, or that of the item which that one lies in. */
  readonly show?: ItemTransition | undefined;
  readonly hide?: ItemTransition | undefined;
}

/** A scene whose picture is made by itself before it shows anywhere: its filters and its blend modes see nothing else. */
export interface ComposedScene {
  /** Of the source that shows it, or `scene:` and the scene's own, or `air:` and the canvas's. */
  readonly id: string;
  readonly layers: readonly SceneLayer[];
  /** A group's picture is what its frame encloses; any other one is the whole canvas. */
  readonly group?: GroupFrame;
}

/** Of the item that shows a nested scene. */
export interface OuterTransform extends Transform {
  /** The scene is a group. */
  readonly group?: GroupFrame;
}

/** Layers of one scene; a scene that holds many others many times over is cut off there. */
const MAX_LAYERS = 1000;
/** A composed scene is as large as its canvas, whatever that is. */
const WHOLE: Transform = { ...centredTransform({ width: 2, height: 2 }), scale: { x: 1, y: 1 } };

/** A scene with filters of its own is one layer. */
export function sceneLayersOf(document: StudioDocument, sceneId: string): readonly SceneLayer[] {
  const scene = document.scenes.find(({ id }) => id === sceneId);
  if (scene === undefined || enabledFilters(scene).length === 0) return contentOf(document, sceneId);
  return composedLayer(ownIdOf(sceneId));
}

/** What is on air: in studio mode the scene may have been edited since. */
export function layersOnAir(document: StudioDocument, canvas: Canvas): readonly SceneLayer[] {
  const { sceneId, preview } = canvas;
  if (preview?.itemsOnAir === undefined) return sceneLayersOf(document, sceneId);
  return sceneOnAir(document, canvas) === undefined
    ? layersOf(document, preview.itemsOnAir)
    : composedLayer(airIdOf(canvas));
}

/** The scene of a canvas, where it has filters of its own and was edited since it came on air. */
function sceneOnAir({ scenes }: StudioDocument, { sceneId, preview }: Canvas): Scene | undefined {
  const scene = scenes.find(({ id }) => id === sceneId);
  const isComposedAnew = preview?.itemsOnAir !== undefined && scene !== undefined;
  return isComposedAnew && enabledFilters(scene).length > 0 ? scene : undefined;
}

function composedLayer(sourceId: string): readonly SceneLayer[] {
  return [{ id: 'scene', sourceId, transform: WHOLE, outer: [], opacity: 1 }];
}

function contentOf(document: StudioDocument, sceneId: string): readonly SceneLayer[] {
  return layersOf(document, itemsOf(document, sceneId));
}

function itemsOf({ scenes }: StudioDocument, sceneId: string): readonly Item[] {
  return scenes.find((each) => each.id === sceneId)?.items ?? [];
}

/** What the items of a nested scene have of the item that shows the scene. */
type Outer = Pick<SceneLayer, 'outer' | 'opacity' | 'show' | 'hide'> & { readonly path: string };

function layersOf(document: StudioDocument, own: readonly Item[]): readonly SceneLayer[] {
  const { scenes, sources } = document;
  const layers: SceneLayer[] = [];
  const add = (items: readonly Item[], { path, outer, ...inherited }: Outer): void => {
    for (const item of items) {
      if (!item.isVisible || layers.length >= MAX_LAYERS) continue;
      const source = sources.find((each) => each.id === item.sourceId);
      const { sourceId, transform } = item;
      const at = `${path}${item.id}`;
      const passing = {
        opacity: inherited.opacity * item.opacity,
        show: item.showTransition ?? inherited.show,
        hide: item.hideTransition ?? inherited.hide,
      };
      const look = { ...passing, ...lookOf(item) };
      const nested = source?.input.type === 'scene' ? source.input.sceneId : undefined;
      if (nested !== undefined && !isComposed(document, item, nested)) {
        const around = [{ ...transform, ...groupIn(scenes, nested) }, ...outer];
        add(itemsOf(document, nested), { path: `${at}/`, outer: around, ...passing });
      } else layers.push({ id: at, sourceId, transform, outer, ...look });
    }
  };
  add(own, { path: '', outer: [], opacity: 1 });
  return layers;
}

/** The frame of a scene that is a group. */
function groupIn(scenes: readonly Scene[], sceneId: string): { readonly group?: GroupFrame } {
  const { group } = scenes.find(({ id }) => id === sceneId) ?? {};
  return group === undefined ? {} : { group };
}

function lookOf({ blendMode, cornerRadius, scaleFilter }: Item): Partial<SceneLayer> {
  return {
    ...(blendMode !== undefined && { blendMode }),
    ...(cornerRadius !== undefined && { cornerRadius }),
    ...(scaleFilter !== undefined && { scaleFilter }),
  };
}

/** Whether an item shows a nested scene as one picture. */
function isComposed(document: StudioDocument, item: Item, sceneId: string): boolean {
  const scene = document.scenes.find(({ id }) => id === sceneId);
  const source = document.sources.find(({ id }) => id === item.sourceId);
  if (scene === undefined || source === undefined) return false;
  if (Object.keys(lookOf(item)).length > 0) return true;
  return [scene, source].some((owner) => enabledFilters(owner).length > 0) || blends(document, scene);
}

/** Whether an item of the scene, however deep, changes the colours of what is behind it. */
function blends(document: StudioDocument, scene: Scene): boolean {
  return scene.items.some((item) => {
    if (item.blendMode !== undefined && item.blendMode !== 'normal') return true;
    const input = document.sources.find(({ id }) => id === item.sourceId)?.input;
    const inner = input?.type === 'scene' ? input.sceneId : undefined;
    const found = document.scenes.find(({ id }) => id === inner);
    return found !== undefined && blends(document, found);
  });
}

/** All that a scene of the document may show. */
export function composedScenesOf(document: StudioDocument): readonly ComposedScene[] {
  const own = document.scenes
    .filter((scene) => enabledFilters(scene).length > 0)
    .map(({ id }) => ({ id: ownIdOf(id), layers: contentOf(document, id) }));
  const items = document.scenes.flatMap((scene) => scene.items);
  const nested = nestedSources(document).flatMap(({ id, sceneId }) =>
    items.some((item) => item.sourceId === id && isComposed(document, item, sceneId))
      ? [{ id, layers: contentOf(document, sceneId), ...groupIn(document.scenes, sceneId) }]
      : [],
  );
  const onAir = document.canvases.flatMap((canvas) =>
    sceneOnAir(document, canvas) === undefined
      ? []
      : [{ id: airIdOf(canvas), layers: layersOf(document, canvas.preview?.itemsOnAir ?? []) }],
  );
  return [...own, ...nested, ...onAir];
}

/** Enabled ones, by source or composed scene. */
export function filtersBySource(document: StudioDocument): Readonly<Record<string, readonly Filter[]>> {
  const { sources, scenes } = document;
  const found = [
    ...sources.map((source) => [source.id, filtersOfSource(document, source)] as const),
    ...scenes.map((scene) => [ownIdOf(scene.id), enabledFilters(scene)] as const),
  ];
  return Object.fromEntries(found.filter(([, filters]) => filters.length > 0));
}

/** Enabled ones. Where a source shows a scene, the scene's own filters come first. */
export function filtersOfSource({ scenes }: StudioDocument, source: Source): readonly Filter[] {
  const { input } = source;
  const scene = input.type === 'scene' ? scenes.find(({ id }) => id === input.sceneId) : undefined;
  return [...(scene === undefined ? [] : enabledFilters(scene)), ...enabledFilters(source)];
}

function nestedSources({
  sources,
}: StudioDocument): readonly { readonly id: string; readonly sceneId: string }[] {
  return sources.flatMap(({ id, input }) => (input.type === 'scene' ? [{ id, sceneId: input.sceneId }] : []));
}

function enabledFilters(owner: Parameters<typeof filtersOf>[0]): readonly Filter[] {
  return filtersOf(owner).filter(({ isEnabled }) => isEnabled);
}

function ownIdOf(sceneId: string): string {
  return `scene:${sceneId}`;
}

function airIdOf({ id }: Canvas): string {
  return `air:${id}`;
}

/** Whether the scene on the first canvas shows any source. */
export function hasPicture(document: StudioDocument): boolean {
  return contentOf(document, mainSceneOf(document).id).length > 0;
}

/** The only source of a scene, where the source is shown whole and as large as the canvas allows. */
export function wholeCanvasSource(layers: readonly SceneLayer[], canvas: Size): string | undefined {
  const [layer, ...others] = layers;
  if (layer === undefined || others.length > 0 || layer.opacity !== 1 || layer.outer.length > 0)
    return undefined;
  const { blendMode, cornerRadius, scaleFilter } = layer;
  if (blendMode !== undefined || cornerRadius !== undefined || scaleFilter !== undefined) return undefined;
  // What comes and goes by degrees is composed.
  if (layer.show !== undefined || layer.hide !== undefined) return undefined;
  const { bounds, crop, scale, rotation } = layer.transform;
  const isPlain = bounds.type === 'inner' && bounds.alignment === 'centre' && rotation === 0;
  const isWhole = Object.values(crop).every((pixels) => pixels === 0) && scale.x > 0 && scale.y > 0;
  if (!isPlain || !isWhole) return undefined;
  const [a, b, c, d, e, f] = placeItem(layer.transform, canvas, canvas).matrix;
  return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0 ? layer.sourceId : undefined;
}
