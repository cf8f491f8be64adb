/** A peer's free text made fit to show: no control characters, no stream key, of bounded length. */
import { Redactor } from '../../../shared/redactor.ts';
import { MAX_SERVER_WORDS_LENGTH } from '../limits.ts';

/** Controls, the marks that reorder text, and white space, of which one blank is enough. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu;

/** Characters that one may become when it is percent-encoded. */
const LONGEST_ESCAPE = 9;

export type CleanWords = (words: string) => string;

/** Made once per session: the redactor costs more to make than to use. */
export function createWordsCleaner(streamKey: string): CleanWords {
  let redactor: Redactor | undefined;
  const longestForm = streamKey.length * LONGEST_ESCAPE;
  const searchedLength = MAX_SERVER_WORDS_LENGTH * 2 + longestForm;
  return (words) => {
    if (redactor === undefined) {
      redactor = new Redactor();
      redactor.add(streamKey);
    }
    const text = redactor.clean(words.slice(0, searchedLength));
    // Whatever may be the beginning of a key that was cut is not shown.
    const whole = words.length > searchedLength ? text.slice(0, -longestForm) : text;
    return whole.replace(unprintable, ' ').trim().slice(0, MAX_SERVER_WORDS_LENGTH);
  };
}
