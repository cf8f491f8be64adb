/** Fonts to choose from: those that this computer has. */

import { fontNames, preferredFonts } from '../../../../../shared/text/font-names.ts';

const SAMPLE = 'mmmmmmmmmmlli WQ@';

/** Every computer has a font by this name. */
const ANY_FONT = 'sans-serif';

/** Chromium has it, where the types do not look for it. */
interface FontScope {
  readonly queryLocalFonts: () => Promise<readonly { readonly family: string }[]>;
}

/** As the document takes a name. macOS has fonts for itself alone, whose names begin with a dot. */
const fits = /^[^.].{0,199}$/;

let known: readonly string[] | undefined;
let listed: Promise<readonly string[]> | undefined;

/** Of the fonts that many computers have, those that are there: at once, and for as long as the whole list isn't known. */
export function knownFonts(): readonly string[] {
  known ??= fontNames.filter(isFontThere);
  return known;
}

/** All that the system lists, by name; those of `knownFonts` where it lists none. */
export async function systemFonts(): Promise<readonly string[]> {
  listed ??= listFonts();
  return await listed;
}

export function defaultFont(): string {
  const fonts = knownFonts();
  return preferredFonts.find((family) => fonts.includes(family)) ?? fonts[0] ?? ANY_FONT;
}

/** A font that isn't there leaves a text as wide as the font behind it. */
export function isFontThere(family: string): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return false;
  const widthIn = (font: string): number => {
    context.font = `48px ${font}`;
    return context.measureText(SAMPLE).width;
  };
  // The font may be the very one that stands behind in one of the two.
  return ['monospace', 'serif'].some((other) => widthIn(`"${family}", ${other}`) !== widthIn(other));
}

async function listFonts(): Promise<readonly string[]> {
  const { queryLocalFonts } = globalThis as unknown as FontScope;
  try {
    const families = new Set((await queryLocalFonts()).map(({ family }) => family));
    const shown = [...families].filter((family) => fits.test(family));
    if (shown.length > 0) return shown.toSorted((one, other) => one.localeCompare(other));
  } catch {
    // What is known to be there can be chosen all the same.
  }
  return knownFonts();
}
