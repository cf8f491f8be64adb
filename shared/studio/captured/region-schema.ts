/** A part of a screen or window, chosen on a picture of it. */
import * as z from 'zod';

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
