/** Transforms of what stands in a group or is a scene itself, as they hold in a document whose scenes all have the canvas's size. Pure. */
import { MAX_CROP, MAX_RELATIVE } from '../../studio/transform-limits.ts';
import type { Size } from '../../studio/transform.ts';
import type { Transform } from '../../studio/transform-schema.ts';
import { frameFrom } from '../../studio/groups/group-frame.ts';
import type { GroupFrame } from '../../studio/groups/group-frame-schema.ts';

/** From the canvas of the file to that of the document. */
export interface Resize {
  readonly from: Size;
  readonly to: Size;
}

/** A nested scene has the size of the canvas, so pixels cut off it become more or fewer with the canvas. */
export function nestedTransform(transform: Transform, { from, to }: Resize): Transform {
  return { ...transform, crop: scaledCrop(transform.crop, to.width / from.width, to.height / from.height) };
}

/** A group's frame begins at the top left of its scene, and so do its children. */
export function groupFrame({ width, height }: Size, { from, to }: Resize): GroupFrame {
  const growth = to.height / from.height;
  return frameFrom({ x: 0, y: 0, width: width * growth, height: height * growth }, to);
}

export function childTransform(transform: Transform, { from, to }: Resize): Transform {
  const { position } = transform;
  const half = to.height / 2;
  // Pixels from the group's top left, on the document's canvas.
  const x = ((position.x * from.height + from.width) / 2) * (to.height / from.height);
  const y = (position.y + 1) * half;
  return {
    ...transform,
    position: {
      x: relative((x - to.width / 2) / half),
      y: relative((y - half) / half),
    },
  };
}

/** Of the item that shows the group. */
export function groupTransform(transform: Transform, { from, to }: Resize): Transform {
  const growth = to.height / from.height;
  const { x, y } = transform.scale;
  return { ...transform, scale: { x, y }, crop: scaledCrop(transform.crop, growth, growth) };
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
