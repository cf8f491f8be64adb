/** How an item lies over what is behind it, beside its place: all optional, so that an item without them is as plain as can be. */
import * as z from 'zod';

export const blendModes = [
  'normal',
  'additive',
  'subtract',
  'screen',
  'multiply',
  'lighten',
  'darken',
] as const;
export const blendModeSchema = z.enum(blendModes);
export type BlendMode = z.infer<typeof blendModeSchema>;

/** `auto`: a picture that gets smaller is averaged, and one that gets larger is bilinear. */
export const scaleFilters = ['auto', 'point', 'bilinear', 'bicubic', 'area'] as const;
export const scaleFilterSchema = z.enum(scaleFilters);
export type ScaleFilter = z.infer<typeof scaleFilterSchema>;

/** In half canvas heights, as positions are. At most half of the item's shorter side counts. */
export const cornerRadiusSchema = z.number().min(0).max(10);
