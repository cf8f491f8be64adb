/** Words of a server, of FFmpeg or of the system at the end of a sentence: some have a period of their own. */

/** Also within a closing quote or bracket: `“Bad key.”`. */
const ENDED = /[.!?…][”’"')\]]*$/u;

/** The sentence with one end: a period is added where no `.`, `!`, `?` or `…` ends it. */
export function endSentence(sentence: string): string {
  const text = sentence.trimEnd();
  return text === '' || ENDED.test(text) ? text : `${text}.`;
}
