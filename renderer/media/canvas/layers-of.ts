/** The layers of a scene with the pictures of their sources, as the compositor takes them. */
import { placeItem } from '../../../shared/studio/geometry/placement.ts';
import type { Matrix } from '../../../shared/studio/geometry/placement.ts';
import type { SceneLayer } from '../../../shared/studio/scene-layers.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Layer } from '../compositor/compositor.ts';
import { lengthOf } from '../compositor/length.ts';
import type { Picture } from '../compositor/picture.ts';
import { placeLayer, placeReduced } from './layer-placement.ts';
import { passingPlace } from './transitions/item-changes.ts';
import type { ShownLayer } from './transitions/item-changes.ts';

/** Sources without a picture show nothing. */
export function layersOf(
  layers: readonly SceneLayer[],
  pictures: ReadonlyMap<string, Picture>,
  canvas: Size,
): readonly Layer[] {
  return shownLayersOf(
    layers.map((layer) => ({ layer })),
    pictures,
    canvas,
  );
}

/** Also of layers that come or go. */
export function shownLayersOf(
  shown: readonly ShownLayer[],
  pictures: ReadonlyMap<string, Picture>,
  canvas: Size,
): readonly Layer[] {
  return shown.flatMap(({ layer, passing }) => {
    const picture = pictures.get(layer.sourceId);
    if (picture === undefined) return [];
    const { sourceSize = picture } = picture;
    const placed = placeLayer(layer, sourceSize, canvas);
    if (placed === undefined) return [];
    const placement = placeReduced(placed, sourceSize, picture);
    const { id, opacity, blendMode, scaleFilter, cornerRadius = 0 } = layer;
    const look = {
      ...(blendMode !== undefined && { blendMode }),
      ...(scaleFilter !== undefined && { scaleFilter }),
      ...(cornerRadius > 0 && { cornerRadius: radiusOf(layer, sourceSize, canvas, placed.matrix) }),
    };
    if (passing === undefined) return [{ id, picture, placement, opacity, isVisible: true, ...look }];
    const place = passingPlace(placement, passing.transition, passing.share);
    if (place === undefined) return [];
    return [{ id, picture, ...place, opacity: opacity * place.opacity, isVisible: true, ...look }];
  });
}

/** On a canvas of the same shape and another size. @param factor between their sides. */
export function resized(layers: readonly Layer[], factor: number): readonly Layer[] {
  return layers.map((layer) => {
    const { cornerRadius, placement } = layer;
    const [a, b, c, d, e, f] = placement.matrix;
    const matrix = [a * factor, b * factor, c * factor, d * factor, e * factor, f * factor] as const;
    const radius = cornerRadius === undefined ? {} : { cornerRadius: cornerRadius * factor };
    return { ...layer, placement: { ...placement, matrix }, ...radius };
  });
}

/** On a canvas whose top left corner lies elsewhere. */
export function shifted(layers: readonly Layer[], x: number, y: number): readonly Layer[] {
  if (x === 0 && y === 0) return layers;
  return layers.map((layer) => {
    const [a, b, c, d, e, f] = layer.placement.matrix;
    return { ...layer, placement: { ...layer.placement, matrix: [a, b, c, d, e + x, f + y] } };
  });
}

export function sourcesOf(...lists: readonly (readonly SceneLayer[])[]): ReadonlySet<string> {
  return new Set(lists.flat().map(({ sourceId }) => sourceId));
}

/** In canvas pixels. Where the layer lies in nested scenes, its corners are scaled as they are. */
function radiusOf(layer: SceneLayer, source: Size, canvas: Size, placed: Matrix): number {
  const { cornerRadius = 0, outer, transform } = layer;
  const radius = (cornerRadius * canvas.height) / 2;
  if (outer.length === 0) return radius;
  const own = widthOf(placeItem(transform, source, canvas).matrix);
  return own === 0 ? 0 : (radius * widthOf(placed)) / own;
}

/** Of a pixel of the source. */
function widthOf([a, b]: Matrix): number {
  return lengthOf(a, b);
}
