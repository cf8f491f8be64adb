/** How far an item's transform may go. */

/** Half canvas heights: more than OBS's own limit of 90001 pixels on every canvas that Upcast has. */
export const MAX_RELATIVE = 1200;
/** A scale of nothing has no way back. */
export const MIN_SCALE = 0.0001;
export const MAX_SCALE = 10_000;
/** Source pixels. */
export const MAX_CROP = 32_768;
