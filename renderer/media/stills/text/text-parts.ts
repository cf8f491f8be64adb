/** Parts of a text that is too long for one canvas. Pure. */
import type { Size } from '../../../../shared/studio/transform.ts';
import type { TextLayout } from './layout-text.ts';
import type { TextLook } from './text-look.ts';

/** A side of a canvas that every machine can draw on. */
export const MAX_PART = 4096;
/** As in the layout: a blurred edge is gone after about so many of its widths. */
const BLUR_REACH = 1.5;

export interface Part extends Size {
  readonly x: number;
  readonly y: number;
}

/** In rows, from the top left. */
export function partsOf({ width, height }: Size): readonly Part[] {
  const parts: Part[] = [];
  for (let y = 0; y < height; y += MAX_PART)
    for (let x = 0; x < width; x += MAX_PART)
      parts.push({ x, y, width: Math.min(MAX_PART, width - x), height: Math.min(MAX_PART, height - y) });
  return parts;
}

/** How far a letter reaches into what lies beside it. */
export function reachOf({ outline, shadow }: TextLook): number {
  const around = outline?.widthPx ?? 0;
  if (shadow === undefined) return Math.ceil(around);
  const { offsetX, offsetY, blurPx } = shadow;
  return Math.ceil(around + Math.max(Math.abs(offsetX), Math.abs(offsetY)) + blurPx * BLUR_REACH);
}

/** The layout as seen from the part, which reaches so far beyond its sides. */
export function layoutOfPart({ lines }: TextLayout, part: Part, reach: number): TextLayout {
  return {
    width: part.width + 2 * reach,
    height: part.height + 2 * reach,
    lines: lines.map((line) => ({
      ...line,
      x: line.x - part.x + reach,
      baseline: line.baseline - part.y + reach,
    })),
  };
}
