/** Limits of sound filters, apart from the schema: the capture worker uses them. */

/** Of one parametric equaliser. */
export const MAX_EQUALISER_BANDS = 8;
/** The bands' frequencies lie within. */
export const MIN_BAND_HZ = 20;
export const MAX_BAND_HZ = 20_000;
export const MAX_SOUND_DELAY_MS = 1000;
