/** Words of a server, of FFmpeg or of the system at the end of a sentence: some have a period of their own. */

/** Also within a closing quote or bracket: `“Bad key.”`, `„Bad key.“` in German. */
const ENDED = /[.!?\u2026\u3002\uff01\uff1f][\u201d\u201c»\u2019"')\]\u300d\u300f\uff09]*$/u;
/** Chinese and Japanese end a sentence with a sign of their own. */
const EAST_ASIAN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The sentence with one end: a period is added where nothing ends it. */
export function endSentence(sentence: string): string {
  const text = sentence.trimEnd();
  if (text === '' || ENDED.test(text)) return text;
  return `${text}${EAST_ASIAN.test(text) ? '。' : '.'}`;
}
