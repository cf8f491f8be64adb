/** Where a chosen region lies on a screen. Pure, and without the schema: the capture worker uses it. */
import type { Size } from '../transform.ts';
import type { Region } from './region-schema.ts';

export interface PixelRectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** The region on a screen of this size, within it: whole pixels in pairs, as colours of frames come in pairs. */
export function regionOn(region: Region, screen: Size): PixelRectangle {
  const across = partOf(region.x, region.width, region.of.width, screen.width);
  const down = partOf(region.y, region.height, region.of.height, screen.height);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

function partOf(
  start: number,
  length: number,
  of: number,
  now: number,
): { readonly start: number; readonly length: number } {
  const factor = now / of;
  const most = Math.max(2, even(now));
  const shown = Math.min(most, Math.max(2, even(Math.round(length * factor))));
  return { start: Math.min(even(Math.round(start * factor)), most - shown), length: shown };
}

function even(value: number): number {
  return value - (value % 2);
}
