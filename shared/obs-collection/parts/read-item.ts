/**
 * Reads an item of a scene: where its source stands and how it is shown. Positions become relative ones (units of half the canvas's
 * height, the origin in its middle); files of before OBS 31 have pixels alone. Pure.
 */
import { flagAt, numberAt, pointAt, textAt, wholeNumberAt } from '../json/fields.ts';
import { NO_CROP } from '../../studio/transform.ts';
import { MAX_CROP, MAX_RELATIVE, MAX_SCALE, MIN_SCALE } from '../../studio/transform-limits.ts';
import type { Size } from '../../studio/transform.ts';
import type { Alignment, Transform } from '../../studio/transform-schema.ts';
import type { Point } from '../json/fields.ts';
import type { JsonObject } from '../json/parse-json.ts';
import { readOwnTransition } from './read-transition.ts';
import type { ObsItem } from '../collection.ts';

/** Larger than any that OBS's window takes. */
const MAX_COORDINATE = 1_000_000;

const LEFT = 1;
const RIGHT = 2;
const TOP = 4;
const BOTTOM = 8;

const boundsTypes = ['none', 'stretch', 'inner', 'outer', 'width', 'height', 'maximum'] as const;
const scaleFilters = ['disable', 'point', 'bilinear', 'bicubic', 'lanczos', 'area'];
const blendModes = ['normal', 'additive', 'subtract', 'screen', 'multiply', 'lighten', 'darken'];

export interface ItemSurroundings {
  readonly key: string;
  readonly sourceKey: string;
  /** The canvas on which absolute coordinates hold. */
  readonly canvas: Size;
  /** Whether the file's relative coordinates count. */
  readonly isRelative: boolean;
  /** Whether the source is a scene or a group: its scale is taken as it is. */
  readonly isNested: boolean;
}

export function readItem(item: JsonObject, surroundings: ItemSurroundings): ObsItem {
  const blendMode = textAt(item, 'blend_type', 100).toLowerCase();
  const scaleFilter = textAt(item, 'scale_filter', 100).toLowerCase();
  return {
    key: surroundings.key,
    sourceKey: surroundings.sourceKey,
    // Absent means hidden, as OBS takes it.
    isVisible: flagAt(item, 'visible'),
    isLocked: flagAt(item, 'locked'),
    transform: readTransform(item, surroundings),
    scaleFilter: scaleFilters.includes(scaleFilter) ? scaleFilter : 'disable',
    blendMode: blendModes.includes(blendMode) ? blendMode : 'normal',
    showTransition: readOwnTransition(item, 'show_transition'),
    hideTransition: readOwnTransition(item, 'hide_transition'),
  };
}

function readTransform(item: JsonObject, surroundings: ItemSurroundings): Transform {
  const { isNested } = surroundings;
  const { position, scale, referenceHeight } = readPlace(item, surroundings);
  const factors = { x: scaleFactor(scale.x), y: scaleFactor(scale.y) };
  return {
    position: { x: within(position.x, -MAX_RELATIVE), y: within(position.y, -MAX_RELATIVE) },
    scale: isNested ? factors : { ...factors, referenceHeight },
    rotation:
      (numberAt(item, 'rot', { least: -MAX_COORDINATE, most: MAX_COORDINATE, otherwise: 0 }) % 360) + 0,
    crop: readCrop(item),
    alignment: alignmentAt(item, 'align', LEFT | TOP),
    bounds: readBounds(item, surroundings),
  };
}

interface ReadPlace {
  /** Relative. */
  readonly position: Point;
  readonly scale: Point;
  readonly referenceHeight: number;
}

/** Relative values count when all three are there. */
function readPlace(item: JsonObject, { canvas, isRelative }: ItemSurroundings): ReadPlace {
  const position = pointAt(item, 'pos_rel', MAX_COORDINATE);
  const scale = pointAt(item, 'scale_rel', MAX_SCALE);
  const reference = pointAt(item, 'scale_ref', MAX_COORDINATE);
  if (isRelative && position !== undefined && scale !== undefined && reference !== undefined)
    return { position, scale, referenceHeight: referenceHeightOf(reference, canvas) };
  const { x, y } = pointAt(item, 'pos', MAX_COORDINATE) ?? { x: 0, y: 0 };
  return {
    position: { x: (2 * x - canvas.width) / canvas.height, y: (2 * y) / canvas.height - 1 },
    scale: pointAt(item, 'scale', MAX_SCALE) ?? { x: 1, y: 1 },
    referenceHeight: canvas.height,
  };
}

function referenceHeightOf({ y }: Point, canvas: Size): number {
  const height = Math.round(y);
  return height >= 1 && height <= MAX_CROP ? height : canvas.height;
}

function readBounds(item: JsonObject, { canvas, isRelative }: ItemSurroundings): Transform['bounds'] {
  const relative = isRelative ? pointAt(item, 'bounds_rel', MAX_COORDINATE) : undefined;
  const absolute = pointAt(item, 'bounds', MAX_COORDINATE) ?? { x: 0, y: 0 };
  const size = relative ?? { x: (2 * absolute.x) / canvas.height, y: (2 * absolute.y) / canvas.height };
  return {
    type: boundsTypes[wholeNumberAt(item, 'bounds_type', { least: 0, most: 6, otherwise: 0 })] ?? 'none',
    width: within(size.x, 0),
    height: within(size.y, 0),
    alignment: alignmentAt(item, 'bounds_align', 0),
    isCropped: flagAt(item, 'bounds_crop'),
  };
}

function readCrop(item: JsonObject): Transform['crop'] {
  const side = (name: string): number =>
    wholeNumberAt(item, `crop_${name}`, { least: 0, most: MAX_CROP, otherwise: 0 });
  const crop = { left: side('left'), top: side('top'), right: side('right'), bottom: side('bottom') };
  return Object.values(crop).every((pixels) => pixels === 0) ? NO_CROP : crop;
}

/** Right counts before left and bottom before top, where a file has both. */
function alignmentAt(item: JsonObject, name: string, otherwise: number): Alignment {
  const bits = wholeNumberAt(item, name, { least: 0, most: 255, otherwise });
  const across = (bits & RIGHT) !== 0 ? 'Right' : (bits & LEFT) !== 0 ? 'Left' : '';
  const down = (bits & BOTTOM) !== 0 ? 'bottom' : (bits & TOP) !== 0 ? 'top' : '';
  if (down === '') return across === '' ? 'centre' : across === 'Left' ? 'left' : 'right';
  return `${down}${across}`;
}

/** The sign says whether it mirrors. A scale of nothing shows nothing, and so does the least one. */
function scaleFactor(factor: number): number {
  const size = Math.min(Math.max(Math.abs(factor), MIN_SCALE), MAX_SCALE);
  return factor < 0 ? -size : size;
}

function within(value: number, least: number): number {
  return Math.min(Math.max(value, least), MAX_RELATIVE) + 0;
}
