/**
 * A scene to a short list of draws: where each layer lies in whole pixels of the canvas, and which pixels of its picture show
 * there. Layers that nobody sees are left out. No memory and no samples here: a list holds until a size, a place or an opacity changes.
 */
import type { Placement, Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { BlendMode, ScaleFilter } from '../../../shared/studio/filters/look.ts';
import type { Size } from '../../../shared/studio/transform.ts';

export interface LayerShape {
  /** Of the whole source. */
  readonly picture: Size & { readonly isOpaque: boolean };
  readonly placement: Placement;
  /** 0 to 1. */
  readonly opacity: number;
  readonly isVisible: boolean;
  /** Of rounded corners, in canvas pixels; at most half of the shorter side counts. */
  readonly cornerRadius?: number | undefined;
  /** `normal` when absent. */
  readonly blendMode?: BlendMode | undefined;
  /** `auto` when absent. */
  readonly scaleFilter?: ScaleFilter | undefined;
}

/** Along one side: the canvas's position `at` shows the picture's position `origin + scale * at`; of the picture, what lies within. */
export interface Line {
  readonly origin: number;
  readonly scale: number;
  readonly first: number;
  readonly end: number;
}

export interface Draw {
  /** Its index among the layers. */
  readonly layer: number;
  /** Whole pixels, within the canvas. */
  readonly region: Rectangle;
  /** 1 to 255. */
  readonly opacity: number;
  readonly corners: Corners | undefined;
  readonly blendMode: BlendMode;
  readonly scaleFilter: ScaleFilter;
  readonly path: AxisPath | FreePath;
}

export interface Corners {
  readonly placement: Placement;
  /** Canvas pixels. */
  readonly radius: number;
}

/** Upright, mirrored, or turned by quarters. */
export interface AxisPath {
  readonly type: 'axis';
  /** Whether the picture's rows are columns on the canvas: `columns` and `rows` are then of the picture after that exchange. */
  readonly isTurned: boolean;
  readonly columns: Line;
  readonly rows: Line;
}

/** Any other way to lie. */
export interface FreePath {
  readonly type: 'free';
  readonly placement: Placement;
}

export interface Plan {
  /** Whether the canvas must be empty first. */
  readonly isCleared: boolean;
  /** Back to front. */
  readonly draws: readonly Draw[];
}

const OPAQUE = 255;
/** Canvas pixels by which places may differ from the numbers that they were meant to be. */
const TOLERANCE = 1e-6;
/** Under this, a matrix is of no use: the picture has no width or no height. */
const NO_SIZE = 1e-9;

/** @param layers back to front. */
export function compileScene(layers: readonly LayerShape[], canvas: Size): Plan {
  const draws: Draw[] = [];
  const covers: Rectangle[] = [];
  for (const [layer, shape] of [...layers.entries()].reverse()) {
    const draw = compileLayer(layer, shape, canvas);
    if (draw === undefined || covers.some((box) => isWithin(draw.region, box))) continue;
    if (isWhole(draw) && shape.picture.isOpaque) covers.push(draw.region);
    draws.unshift(draw);
  }
  const whole = { x: 0, y: 0, width: canvas.width, height: canvas.height };
  return { isCleared: !covers.some((box) => isWithin(whole, box)), draws };
}

/** Whether every pixel of the region shows the picture and nothing else. */
function isWhole({ path, opacity, corners, blendMode }: Draw): boolean {
  return path.type === 'axis' && opacity === OPAQUE && corners === undefined && blendMode === 'normal';
}

function compileLayer(layer: number, shape: LayerShape, canvas: Size): Draw | undefined {
  const { picture, placement, opacity, isVisible, cornerRadius = 0 } = shape;
  const { blendMode = 'normal', scaleFilter = 'auto' } = shape;
  const weight = Math.round(Math.min(1, Math.max(0, opacity)) * OPAQUE);
  const crop = intersect(placement.crop, { x: 0, y: 0, width: picture.width, height: picture.height });
  if (!isVisible || weight === 0 || crop === undefined) return undefined;
  const [a, b, c, d, e, f] = placement.matrix;
  if (!(Math.abs(a * d - b * c) > NO_SIZE)) return undefined;
  // The crop's corner after cutting may be another one: the matrix counts from there.
  const [left, top] = [crop.x - placement.crop.x, crop.y - placement.crop.y];
  const moved = [a, b, c, d, e + a * left + c * top, f + b * left + d * top] as const;
  const region = intersect(boundsOf(moved, crop), { x: 0, y: 0, ...canvas });
  if (region === undefined) return undefined;
  const corners = cornerRadius > 0 ? { placement: { crop, matrix: moved }, radius: cornerRadius } : undefined;
  return { layer, region, opacity: weight, corners, blendMode, scaleFilter, path: pathOf(moved, crop) };
}

function pathOf(matrix: Placement['matrix'], crop: Rectangle): AxisPath | FreePath {
  const [a, b, c, d, e, f] = matrix;
  const across = { first: crop.x, end: crop.x + crop.width };
  const down = { first: crop.y, end: crop.y + crop.height };
  if (isNothing(b, crop.width) && isNothing(c, crop.height)) {
    const columns = lineOf(a, e, across);
    return { type: 'axis', isTurned: false, columns, rows: lineOf(d, f, down) };
  }
  if (isNothing(a, crop.width) && isNothing(d, crop.height)) {
    const columns = lineOf(c, e, down);
    return { type: 'axis', isTurned: true, columns, rows: lineOf(b, f, across) };
  }
  return { type: 'free', placement: { crop, matrix } };
}

/** Whether a slope makes no difference over so many pixels. */
function isNothing(slope: number, pixels: number): boolean {
  return Math.abs(slope * pixels) < TOLERANCE;
}

/** @param scale canvas pixels for one of the picture. @param start where the first one begins on the canvas. */
function lineOf(scale: number, start: number, { first, end }: Pick<Line, 'first' | 'end'>): Line {
  return { origin: first - start / scale, scale: 1 / scale, first, end };
}

/** The pixels whose middle lies in the placed picture's bounds: as a graphics card draws it. */
function boundsOf([a, b, c, d, e, f]: Placement['matrix'], { width, height }: Size): Rectangle {
  const xs = [e, e + a * width, e + c * height, e + a * width + c * height];
  const ys = [f, f + b * width, f + d * height, f + b * width + d * height];
  const isAxis =
    (isNothing(b, width) && isNothing(c, height)) || (isNothing(a, width) && isNothing(d, height));
  // A slanted edge also touches pixels whose middle it leaves out.
  const spread = isAxis ? 0 : 1;
  const from = (values: readonly number[]): number =>
    Math.ceil(Math.min(...values) - 0.5 - TOLERANCE) - spread;
  const to = (values: readonly number[]): number => Math.ceil(Math.max(...values) - 0.5 - TOLERANCE) + spread;
  const [x, y] = [from(xs), from(ys)];
  return { x, y, width: to(xs) - x, height: to(ys) - y };
}

function intersect(one: Rectangle, other: Rectangle): Rectangle | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
