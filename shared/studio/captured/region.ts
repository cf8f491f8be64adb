/** A part of a screen or window, chosen on a picture of it. Pure. */
import * as z from 'zod';
import type { Size } from '../transform.ts';

/** Pixels each way: more than any screen has. */
const MAX_SIDE = 16_384;
/** Narrower, there is nothing to see. */
export const MIN_REGION = 16;

const place = z.number().int().min(0).max(MAX_SIDE);
const side = z.number().int().min(MIN_REGION).max(MAX_SIDE);

/** Pixels of a screen that is `of` pixels large; of one in another size the same share. */
export const regionSchema = z.strictObject({
  ...{ x: place, y: place, width: side, height: side },
  of: z.strictObject({ width: side, height: side }),
});
export type Region = z.infer<typeof regionSchema>;

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
