/** Fonts to choose from: those of a list that this computer has. Any other can be typed. */

import { fontNames, preferredFonts } from '../../../../../shared/text/font-names.ts';

const SAMPLE = 'mmmmmmmmmmlli WQ@';

/** Every computer has a font by this name. */
const ANY_FONT = 'sans-serif';

let found: readonly string[] | undefined;

export function availableFonts(): readonly string[] {
  found ??= fontNames.filter(isThere);
  return found;
}

export function defaultFont(): string {
  const fonts = availableFonts();
  return preferredFonts.find((family) => fonts.includes(family)) ?? fonts[0] ?? ANY_FONT;
}

/** A font that isn't there leaves a text as wide as the font behind it. */
function isThere(family: string): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return false;
  const widthIn = (font: string): number => {
    context.font = `48px ${font}`;
    return context.measureText(SAMPLE).width;
  };
  // The font may be the very one that stands behind in one of the two.
  return ['monospace', 'serif'].some((other) => widthIn(`"${family}", ${other}`) !== widthIn(other));
}
