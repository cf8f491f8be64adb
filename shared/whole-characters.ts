/** Cuts text between characters as a reader sees them: never within an emoji, a flag, or a letter with its accents. Pure. */

/** A family of four with its joiners is 11 units; a flag of a region 14. */
const MAX_CHARACTER_LENGTH = 64;

/** Made when it is needed: its data take every process 10 ms and more to load. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The first whole characters of `text`; empty where not even one fits.
 * @param maxLength UTF-16 units.
 * @param maxBytes in UTF-8.
 */
export function cutWhole(text: string, maxLength: number, maxBytes = Infinity): string {
  if (text.length <= maxLength && utf8Length(text) <= maxBytes) return text;
  let taken = '';
  let bytes = 0;
  segmenter ??= new Intl.Segmenter();
  // A text of any length is looked at as far as it may be taken, and one character.
  for (const { segment } of segmenter.segment(text.slice(0, maxLength + MAX_CHARACTER_LENGTH))) {
    bytes += utf8Length(segment);
    if (taken.length + segment.length > maxLength || bytes > maxBytes) break;
    taken += segment;
  }
  return taken;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
