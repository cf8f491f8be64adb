/** Transforms of what stands in a group or is a scene itself, as they hold in a document whose scenes all have the canvas's size. Pure. */
import { MAX_CROP, MAX_RELATIVE, MAX_SCALE, MIN_SCALE } from '../../studio/transform.ts';
import type { Size, Transform } from '../../studio/transform.ts';

/** From the canvas of the file to that of the document. */
export interface Resize {
  readonly from: Size;
  readonly to: Size;
}

/** A nested scene has the size of the canvas, so pixels cut off it become more or fewer with the canvas. */
export function nestedTransform(transform: Transform, { from, to }: Resize): Transform {
  return { ...transform, crop: scaledCrop(transform.crop, to.width / from.width, to.height / from.height) };
}

/**
 * A group becomes a scene. Its children stand at the scene's top left, and its item cuts the rest of the scene off; a group larger than
 * the canvas is made smaller inside by a factor and larger outside by the same one.
 */
export interface GroupFrame {
  /** In pixels of the document, as the children fill it before they are made smaller. */
  readonly size: Size;
  /** 1 or more. */
  readonly factor: number;
}

export function groupFrame(size: Size, { from, to }: Resize): GroupFrame {
  const growth = to.height / from.height;
  const grown = { width: size.width * growth, height: size.height * growth };
  return { size: grown, factor: Math.max(1, grown.width / to.width, grown.height / to.height) };
}

export function childTransform(
  transform: Transform,
  { factor }: GroupFrame,
  { from, to }: Resize,
): Transform {
  const { position, scale, bounds } = transform;
  const half = to.height / 2;
  // Pixels from the group's top left, on the document's canvas.
  const x = ((position.x * from.height + from.width) / 2) * (to.height / from.height);
  const y = (position.y + 1) * half;
  return {
    ...transform,
    position: {
      x: relative((x / factor - to.width / 2) / half),
      y: relative((y / factor - half) / half),
    },
    scale: { ...scale, x: factorWithin(scale.x / factor), y: factorWithin(scale.y / factor) },
    bounds: { ...bounds, width: bounds.width / factor, height: bounds.height / factor },
  };
}

/** Of the item that shows the group. */
export function groupTransform(
  transform: Transform,
  { size, factor }: GroupFrame,
  resize: Resize,
): Transform {
  const { from, to } = resize;
  const growth = to.height / from.height / factor;
  const own = scaledCrop(transform.crop, growth, growth);
  const { scale } = transform;
  return {
    ...transform,
    scale: { x: factorWithin(scale.x * factor), y: factorWithin(scale.y * factor) },
    crop: {
      ...own,
      right: crop(own.right + to.width - size.width / factor),
      bottom: crop(own.bottom + to.height - size.height / factor),
    },
  };
}

function scaledCrop(pixels: Transform['crop'], x: number, y: number): Transform['crop'] {
  return {
    left: crop(pixels.left * x),
    top: crop(pixels.top * y),
    right: crop(pixels.right * x),
    bottom: crop(pixels.bottom * y),
  };
}

function crop(pixels: number): number {
  return Math.min(Math.max(Math.round(pixels), 0), MAX_CROP);
}

function relative(value: number): number {
  return Math.min(Math.max(value, -MAX_RELATIVE), MAX_RELATIVE);
}

function factorWithin(value: number): number {
  const size = Math.min(Math.max(Math.abs(value), MIN_SCALE), MAX_SCALE);
  return value < 0 ? -size : size;
}
