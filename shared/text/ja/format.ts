/** Numbers, lists and times as Japanese writes them, and the end of a sentence. */
import { createFormat } from '../format.ts';

export const format = createFormat('ja');

/** `3回`. */
export const times = (count: number): string => `${format.number(count)}回`;

/** `2秒`, within a sentence. */
export const inSeconds = (durationMs: number, digits = 0): string =>
  `${format.number(durationMs / 1000, digits)}秒`;

const ENDED = /[.!?…。！？][”’"')\]」』）]*$/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The sentence with one end: `。`, or a period where all of it is in another script. */
export function endSentence(sentence: string): string {
  const text = sentence.trimEnd();
  if (text === '' || ENDED.test(text)) return text;
  return `${text}${JAPANESE.test(text) ? '。' : '.'}`;
}
