/** How the slate looks, for the worker that draws it for viewers and for the preview that shows it. */
export const SLATE_GROUND = '#14181f';
export const SLATE_INK = '#eef1f6';
/** Height of the words as a share of the picture's shorter side. */
export const SLATE_SHARE = 0.1;
