/** A peer's free text made fit to show: no control characters, no stream key, of bounded length. */
import { maxServerWordsLength } from '../limits.ts';

/** Keys shorter than this guard nothing, and would blot out ordinary words. */
const minSecretLength = 4;

/** Controls, the marks that reorder text, and white space, of which one blank is enough. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu;

/** Characters that one may become when it is percent-encoded. */
const longestEscape = 9;

function percentEncoded(secret: string): readonly string[] {
  try {
    return [encodeURIComponent(secret), encodeURI(secret)];
  } catch {
    // Half a surrogate pair has no such form.
    return [];
  }
}

export function sanitizeServerWords(words: string, streamKey: string): string {
  // Cut before searching, at a length that a key across the cut cannot survive.
  let text = words.slice(0, maxServerWordsLength * 4 + streamKey.length * longestEscape);
  for (const secret of [streamKey, streamKey.split('?')[0] ?? '']) {
    if (secret.length < minSecretLength) continue;
    for (const form of [secret, ...percentEncoded(secret)]) text = text.replaceAll(form, '***');
  }
  return text.replace(unprintable, ' ').trim().slice(0, maxServerWordsLength);
}
