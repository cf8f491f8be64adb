/** A peer's free text made fit to show: no control characters, no stream key, of bounded length. */
import { maxServerWordsLength } from '../limits.ts';

/** Keys shorter than this guard nothing, and would blot out ordinary words. */
const minSecretLength = 4;

/** C0 and C1 controls, DEL, line separators, and the marks that reorder text. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

export function sanitizeServerWords(words: string, streamKey: string): string {
  // Cut before searching, at a length that a key across the cut cannot survive.
  let text = words.slice(0, maxServerWordsLength * 4 + streamKey.length);
  for (const secret of [streamKey, streamKey.split('?')[0] ?? '']) {
    if (secret.length >= minSecretLength) text = text.replaceAll(secret, '***');
  }
  return text.replace(unprintable, ' ').trim().slice(0, maxServerWordsLength);
}
