/**
 * From an item's transform to pixels, by OBS's rules: crop, scale or bounds, alignment, rotation, position. The compositor draws
 * by these numbers, and the window's handles and an import of OBS's scenes use the same ones.
 */
import type { Size } from '../transform.ts';
import type { Alignment, Transform } from '../transform-schema.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point, Size {}

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Placement {
  /** The part of the source that shows, in whole source pixels. A box that cuts is in here: nothing else is to be cut off. */
  readonly crop: Rectangle;
  /** From pixels of that part, whose top left corner is 0, 0, to pixels of the canvas; y grows downwards. */
  readonly matrix: Matrix;
}

/** Under this, something has no width or no height. */
const NO_SIZE = 1e-9;

/** `none` for groups and what is in them: OBS rounds neither. */
export type Rounding = 'halfPixel' | 'none';

/** Both sizes in pixels, at least 1 each way. Where the source is that large, at least 2 pixels of it show each way. */
export function placeItem(
  transform: Transform,
  source: Size,
  canvas: Size,
  rounding: Rounding = 'halfPixel',
): Placement {
  const { x, y } = axesOf(transform, source, canvas, rounding);
  const position = positionOf(transform, canvas, rounding);
  const { cos, sin } = turnOf(transform.rotation);
  return {
    crop: { x: x.start, y: y.start, width: x.length, height: y.length },
    matrix: [
      plain(cos * x.scale),
      plain(sin * x.scale),
      plain(-sin * y.scale),
      plain(cos * y.scale),
      plain(position.x - cos * x.origin + sin * y.origin),
      plain(position.y - sin * x.origin - cos * y.origin),
    ],
  };
}

/** First the second, then the first. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The way back. Of a matrix without a width or a height there is none. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < NO_SIZE) return undefined;
  const [across, down] = [(c * f - d * e) / determinant, (b * e - a * f) / determinant];
  return [d / determinant, -b / determinant, -c / determinant, a / determinant, across, down];
}

/** Canvas pixels. */
export function positionOf({ position }: Transform, canvas: Size, rounding: Rounding = 'halfPixel'): Point {
  const { width, height } = canvas;
  return {
    x: rounded((position.x * height + width) / 2, rounding),
    y: rounded(((position.y + 1) * height) / 2, rounding),
  };
}

/** The bounds in canvas pixels, at least 1 each way. */
export function boundsOf({ bounds }: Transform, { height }: Size, rounding: Rounding = 'halfPixel'): Size {
  return {
    width: Math.max(1, rounded((bounds.width * height) / 2, rounding)),
    height: Math.max(1, rounded((bounds.height * height) / 2, rounding)),
  };
}

/** What the transform's own crop leaves, in source pixels. */
export function croppedOf({ crop }: Transform, source: Size): Rectangle {
  const across = cut(source.width, crop.left, crop.right);
  const down = cut(source.height, crop.top, crop.bottom);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

/** Canvas pixels a source pixel; negative where mirrored. Bounds are not in it. */
export function scaleOf({ scale }: Transform, { height }: Size): Point {
  const growth = scale.referenceHeight === undefined ? 1 : height / scale.referenceHeight;
  return { x: scale.x * growth, y: scale.y * growth };
}

/** Exact at quarter turns. */
export function turnOf(degrees: number): { readonly cos: number; readonly sin: number } {
  const quarters = (((degrees / 90) % 4) + 4) % 4;
  if (Number.isInteger(quarters))
    return { cos: [1, 0, -1, 0][quarters] ?? 1, sin: [0, 1, 0, -1][quarters] ?? 0 };
  const radians = (degrees * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}

/** How far the aligned point lies from the top left of something of this size: whole pixels, as in OBS. */
export function alignedPoint(alignment: Alignment, size: Size): Point {
  const share = shareOf(alignment);
  return { x: alignedPart(share.x, size.width), y: alignedPart(share.y, size.height) };
}

/** One direction of the picture before it is turned. */
interface Axis {
  /** The part that shows, in source pixels. */
  readonly start: number;
  readonly length: number;
  readonly scale: number;
  /** The point of the scaled part that lies at the position. */
  readonly origin: number;
}

interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

function axesOf(transform: Transform, source: Size, canvas: Size, rounding: Rounding): Axes {
  const { alignment, bounds } = transform;
  const crop = croppedOf(transform, source);
  const scale = scaleOf(transform, canvas);
  const across = { start: crop.x, length: crop.width, scale: scale.x };
  const down = { start: crop.y, length: crop.height, scale: scale.y };
  if (bounds.type === 'none') {
    const at = alignedPoint(alignment, { width: crop.width * scale.x, height: crop.height * scale.y });
    return { x: { ...across, origin: at.x }, y: { ...down, origin: at.y } };
  }
  const box = boundsOf(transform, canvas, rounding);
  const fitted = fitScale(bounds.type, crop, scale, box);
  const share = shareOf(bounds.alignment);
  const x = placeInBox({ ...across, scale: fitted.x }, box.width, share.x, bounds.isCropped);
  // A picture with its own proportions sticks out on one side at most.
  const y = placeInBox({ ...down, scale: fitted.y }, box.height, share.y, bounds.isCropped);
  const at = alignedPoint(alignment, box);
  return { x: { ...x, origin: x.origin + at.x }, y: { ...y, origin: y.origin + at.y } };
}

/** `share` of what is left over, or sticks out, lies before the picture. */
function placeInBox(part: Omit<Axis, 'origin'>, box: number, share: number, isCropped: boolean): Axis {
  const { start, length, scale } = part;
  const size = length * Math.abs(scale);
  const outside = size - box;
  if (!isCropped || outside <= 0.1) {
    const before = alignedPart(share, outside);
    return { ...part, origin: scale < 0 ? before - size : before };
  }
  const cutOff = outside / Math.abs(scale);
  // The first pixels of a mirrored picture stand at the end of the box.
  const cutFirst = Math.round(cutOff * (scale < 0 ? 1 - share : share));
  const cutLast = Math.round(cutOff * (scale < 0 ? share : 1 - share));
  const shown = cut(length, cutFirst, cutLast);
  return { start: start + shown.start, length: shown.length, scale, origin: scale < 0 ? -box : 0 };
}

/** The picture keeps its proportions, those that its scale gives it, except where it is stretched. */
function fitScale(type: Transform['bounds']['type'], crop: Size, scale: Point, box: Size): Point {
  const toWidth = box.width / crop.width;
  const toHeight = box.height / crop.height;
  const proportion = Math.abs(scale.y / scale.x);
  const isWider = toWidth * proportion <= toHeight;
  const byWidth = { x: toWidth, y: toWidth * proportion };
  const byHeight = { x: toHeight / proportion, y: toHeight };
  const isSmaller = Math.abs(scale.x) <= Math.min(byWidth.x, byHeight.x);
  const fitted = {
    none: scale,
    stretch: { x: toWidth, y: toHeight },
    inner: isWider ? byWidth : byHeight,
    outer: isWider ? byHeight : byWidth,
    width: byWidth,
    height: byHeight,
    maximum: isSmaller ? scale : isWider ? byWidth : byHeight,
  }[type];
  return { x: withSign(fitted.x, scale.x), y: withSign(fitted.y, scale.y) };
}

/** At least 2 pixels stay of what has so many. */
function cut(
  length: number,
  first: number,
  last: number,
): { readonly start: number; readonly length: number } {
  const left = Math.min(length, Math.max(2, length - first - last));
  return { start: Math.min(first, length - left), length: left };
}

function alignedPart(share: number, size: number): number {
  // Single precision, as OBS calculates: 1279.99999 is 1280.
  const whole = Math.trunc(Math.fround(size));
  if (share === 0) return 0;
  return share === 1 ? whole : Math.floor(whole / 2);
}

/** How much of a size lies before the aligned point. */
function shareOf(alignment: Alignment): Point {
  const name = alignment.toLowerCase();
  return {
    x: name.endsWith('left') ? 0 : name.endsWith('right') ? 1 : 0.5,
    y: name.startsWith('top') ? 0 : name.startsWith('bottom') ? 1 : 0.5,
  };
}

function rounded(pixels: number, rounding: Rounding): number {
  return rounding === 'none' ? pixels : Math.floor(2 * pixels + 0.5) / 2;
}

function withSign(size: number, sign: number): number {
  return sign < 0 ? -Math.abs(size) : Math.abs(size);
}

/** Zero without a sign. */
function plain(value: number): number {
  return value + 0;
}
