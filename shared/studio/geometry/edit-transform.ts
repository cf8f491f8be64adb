/**
 * Changes of an item's transform by hand: dragged in canvas pixels, or as OBS's Transform menu does it. Pure; each gives a new
 * transform.
 */
import { alignedPoint, boundsOf, croppedOf, positionOf, scaleOf, turnOf } from './placement.ts';
import type { Point } from './placement.ts';
import { canvasTransform } from '../transform.ts';
import { MAX_RELATIVE, MAX_SCALE, MIN_SCALE } from '../transform-limits.ts';
import type { Size } from '../transform.ts';
import type { Transform } from '../transform-schema.ts';

/** What the handles of an item show: its bounds, or without bounds its picture. */
export interface ItemBox extends Size {
  /** Where the box's own top left corner lies, in canvas pixels; the box is turned about this corner. */
  readonly x: number;
  readonly y: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function boxOf(transform: Transform, source: Size, canvas: Size): ItemBox {
  const size = boxSizeOf(transform, source, canvas);
  const position = positionOf(transform, canvas);
  const corner = turned(cornerOf(transform, source, canvas), transform.rotation);
  return {
    x: position.x + corner.x,
    y: position.y + corner.y,
    width: size.width,
    height: size.height,
    rotation: transform.rotation,
  };
}

/**
 * The transform whose box is the wanted one, to half a pixel; what shows in the box stays mirrored and aligned as it was. A new
 * crop without bounds keeps the wanted box, so whoever cuts by hand makes the box smaller too.
 */
export function transformFrom(
  transform: Transform,
  wanted: { readonly box: ItemBox; readonly crop?: Transform['crop'] },
  source: Size,
  canvas: Size,
): Transform {
  const { box, crop = transform.crop } = wanted;
  const cropped = { ...transform, crop, rotation: withinTurn(box.rotation) };
  const sized =
    transform.bounds.type === 'none'
      ? withPictureSize(cropped, box, source, canvas)
      : withBoundsSize(cropped, box, canvas);
  const corner = turned(cornerOf(sized, source, canvas), sized.rotation);
  return withPosition(sized, { x: box.x - corner.x, y: box.y - corner.y }, canvas);
}

/** The source whole, as large as the canvas allows, upright. */
export function fitToCanvas(transform: Transform, canvas: Size): Transform {
  return overCanvas(transform, 'inner', canvas);
}

/** The source over the whole canvas, its proportions lost. */
export function stretchToCanvas(transform: Transform, canvas: Size): Transform {
  return overCanvas(transform, 'stretch', canvas);
}

function overCanvas(transform: Transform, type: 'inner' | 'stretch', canvas: Size): Transform {
  const { crop, scale } = transform;
  const referenceHeight = scale.referenceHeight === undefined ? undefined : canvas.height;
  return { ...canvasTransform(type, canvas), crop, scale: { x: 1, y: 1, referenceHeight } };
}

/** In the canvas's middle, both ways or one way only. */
export function centre(
  transform: Transform,
  source: Size,
  canvas: Size,
  direction: 'both' | 'horizontal' | 'vertical' = 'both',
): Transform {
  const { left, top, right, bottom } = extentOf(boxOf(transform, source, canvas));
  return movedBy(
    transform,
    {
      x: direction === 'vertical' ? 0 : (canvas.width - left - right) / 2,
      y: direction === 'horizontal' ? 0 : (canvas.height - top - bottom) / 2,
    },
    canvas,
  );
}

/** The top left of what the item covers stays where it is. */
export function rotate(transform: Transform, degrees: 90 | -90 | 180, source: Size, canvas: Size): Transform {
  return inPlace(
    transform,
    { ...transform, rotation: withinTurn(transform.rotation + degrees) },
    source,
    canvas,
  );
}

/** Mirrors in place, in the item's own directions. */
export function flip(
  transform: Transform,
  direction: 'horizontal' | 'vertical',
  source: Size,
  canvas: Size,
): Transform {
  const { scale } = transform;
  const mirrored = direction === 'horizontal' ? { ...scale, x: -scale.x } : { ...scale, y: -scale.y };
  return inPlace(transform, { ...transform, scale: mirrored }, source, canvas);
}

function inPlace(before: Transform, after: Transform, source: Size, canvas: Size): Transform {
  const from = extentOf(boxOf(after, source, canvas));
  const to = extentOf(boxOf(before, source, canvas));
  return movedBy(after, { x: to.left - from.left, y: to.top - from.top }, canvas);
}

/** By canvas pixels; nothing but the position changes. */
export function movedBy(transform: Transform, { x, y }: Point, canvas: Size): Transform {
  const position = positionOf(transform, canvas);
  return withPosition(transform, { x: position.x + x, y: position.y + y }, canvas);
}

function withPosition(transform: Transform, { x, y }: Point, { width, height }: Size): Transform {
  return {
    ...transform,
    position: { x: withinLimit((2 * x - width) / height), y: withinLimit((2 * y) / height - 1) },
  };
}

function withPictureSize(transform: Transform, box: Size, source: Size, canvas: Size): Transform {
  const crop = croppedOf(transform, source);
  const { scale } = transform;
  const growth = scaleOf(transform, canvas).x / scale.x;
  const factor = (size: number, pixels: number, old: number): number => {
    const wanted = size / pixels / growth;
    return Math.min(MAX_SCALE, Math.max(MIN_SCALE, wanted)) * (old < 0 ? -1 : 1);
  };
  return {
    ...transform,
    scale: {
      ...scale,
      x: factor(box.width, crop.width, scale.x),
      y: factor(box.height, crop.height, scale.y),
    },
  };
}

function withBoundsSize(transform: Transform, box: Size, { height }: Size): Transform {
  return {
    ...transform,
    bounds: {
      ...transform.bounds,
      width: withinLimit((2 * Math.max(1, box.width)) / height),
      height: withinLimit((2 * Math.max(1, box.height)) / height),
    },
  };
}

function boxSizeOf(transform: Transform, source: Size, canvas: Size): Size {
  if (transform.bounds.type !== 'none') return boundsOf(transform, canvas);
  const crop = croppedOf(transform, source);
  const scale = scaleOf(transform, canvas);
  return { width: crop.width * Math.abs(scale.x), height: crop.height * Math.abs(scale.y) };
}

/** From the position to the box's top left corner, before the turn. */
function cornerOf(transform: Transform, source: Size, canvas: Size): Point {
  const { alignment, bounds } = transform;
  const size = boxSizeOf(transform, source, canvas);
  if (bounds.type !== 'none') {
    const aligned = alignedPoint(alignment, size);
    return { x: -aligned.x, y: -aligned.y };
  }
  // A mirrored picture without bounds stands on the other side of the position.
  const scale = scaleOf(transform, canvas);
  const across = scale.x < 0 ? -size.width : size.width;
  const down = scale.y < 0 ? -size.height : size.height;
  const aligned = alignedPoint(alignment, { width: across, height: down });
  return { x: Math.min(0, across) - aligned.x, y: Math.min(0, down) - aligned.y };
}

/** What a turned box covers, upright, in canvas pixels. */
export function extentOf(box: ItemBox): Extent {
  const corners = [
    ...[
      { x: 0, y: 0 },
      { x: box.width, y: 0 },
    ],
    ...[
      { x: 0, y: box.height },
      { x: box.width, y: box.height },
    ],
  ].map((corner) => turned(corner, box.rotation));
  const across = corners.map(({ x }) => box.x + x);
  const down = corners.map(({ y }) => box.y + y);
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}

/** About the origin, clockwise. */
export function turned({ x, y }: Point, degrees: number): Point {
  const { cos, sin } = turnOf(degrees);
  return { x: cos * x - sin * y, y: sin * x + cos * y };
}

function withinTurn(degrees: number): number {
  return degrees % 360;
}

function withinLimit(value: number): number {
  return Math.min(MAX_RELATIVE, Math.max(-MAX_RELATIVE, value));
}
