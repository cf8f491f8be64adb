/** Rectangles that a drag over the picture of a screen makes: whole pixels, within the screen. Pure. */
import { MIN_REGION } from '../../../../../shared/studio/captured/region-schema.ts';
import type { PixelRectangle } from '../../../../../shared/studio/captured/region.ts';
import type { Size } from '../../../../../shared/studio/transform.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From corner to corner, whichever way. Undefined for one that is too small to be meant. */
export function drawnRegion(from: Point, to: Point, whole: Size): PixelRectangle | undefined {
  const across = between(from.x, to.x, whole.width);
  const down = between(from.y, to.y, whole.height);
  if (across.length < MIN_REGION || down.length < MIN_REGION) return undefined;
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

/** As far as the screen goes. */
export function movedRegion(region: PixelRectangle, from: Point, to: Point, whole: Size): PixelRectangle {
  return {
    ...region,
    x: clamp(Math.round(region.x + to.x - from.x), whole.width - region.width),
    y: clamp(Math.round(region.y + to.y - from.y), whole.height - region.height),
  };
}

function between(
  one: number,
  other: number,
  most: number,
): { readonly start: number; readonly length: number } {
  const start = clamp(Math.round(Math.min(one, other)), most);
  return { start, length: clamp(Math.round(Math.max(one, other)), most) - start };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), Math.max(0, most));
}
