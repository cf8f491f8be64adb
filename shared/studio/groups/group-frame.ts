/** From a group's frame to canvas pixels and back. Pure, and without the schema: the capture worker uses it. */
import type { Rectangle } from '../geometry/placement.ts';
import { MAX_RELATIVE } from '../transform-limits.ts';
import type { Transform } from '../transform-schema.ts';
import { centredTransform } from '../transform.ts';
import type { Size } from '../transform.ts';
import type { GroupFrame } from './group-frame-schema.ts';

/** Canvas pixels, at least 1 each way. */
export function frameOn(frame: GroupFrame, { width, height }: Size): Rectangle {
  return {
    x: (frame.x * height + width) / 2,
    y: ((frame.y + 1) * height) / 2,
    width: Math.max(1, (frame.width * height) / 2),
    height: Math.max(1, (frame.height * height) / 2),
  };
}

/** More pixels of a group make no picture. */
const MAX_SIDE = 8192;

/** The whole pixels of the canvas that the picture of a group shows. */
export function framePixels(frame: GroupFrame, canvas: Size): Rectangle {
  const { x, y, width, height } = frameOn(frame, canvas);
  const side = (pixels: number): number => Math.min(MAX_SIDE, Math.max(1, Math.round(pixels)));
  return { x: Math.round(x), y: Math.round(y), width: side(width), height: side(height) };
}

/** @param box canvas pixels. */
export function frameFrom(box: Rectangle, { width, height }: Size): GroupFrame {
  const within = (value: number): number => Math.min(MAX_RELATIVE, Math.max(-MAX_RELATIVE, value));
  return {
    x: within((2 * box.x - width) / height),
    y: within((2 * box.y) / height - 1),
    width: within((2 * box.width) / height),
    height: within((2 * box.height) / height),
  };
}

/** The whole canvas. */
export function wholeFrame(canvas: Size): GroupFrame {
  return frameFrom({ x: 0, y: 0, ...canvas }, canvas);
}

/** Shows a group where its items are. As a nested scene it grows with the canvas. */
export function groupTransform({ x, y }: GroupFrame, canvas: Size): Transform {
  return {
    ...centredTransform(canvas),
    position: { x, y },
    scale: { x: 1, y: 1 },
    alignment: 'topLeft',
  };
}
