/** A peer's free text made fit to show: no control characters, no stream key, of bounded length. */
import { maxServerWordsLength } from '../limits.ts';

/** Keys shorter than this guard nothing, and would blot out ordinary words. */
const minSecretLength = 4;

/** Controls, the marks that reorder text, and white space, of which one blank is enough. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu;

export function sanitizeServerWords(words: string, streamKey: string): string {
  // Cut before searching, at a length that a key across the cut cannot survive.
  let text = words.slice(0, maxServerWordsLength * 4 + streamKey.length);
  for (const secret of [streamKey, streamKey.split('?')[0] ?? '']) {
    if (secret.length >= minSecretLength) text = text.replaceAll(secret, '***');
  }
  return text.replace(unprintable, ' ').trim().slice(0, maxServerWordsLength);
}
