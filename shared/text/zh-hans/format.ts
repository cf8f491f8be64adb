/** Numbers, lists and times as Chinese writes them, and the end of a sentence. */
import { createFormat } from '../format.ts';

export const format = createFormat('zh-Hans');

/** `3 次`. */
export const times = (count: number): string => `${format.number(count)} 次`;

/** `2 秒`, within a sentence. */
export const inSeconds = (durationMs: number, digits = 0): string =>
  `${format.number(durationMs / 1000, digits)} 秒`;

const ENDED = /[.!?…。！？][”’"')\]）]*$/u;

/** The sentence with one end: `。`, or a period where all of it is in another script. */
export function endSentence(sentence: string): string {
  const text = sentence.trimEnd();
  if (text === '' || ENDED.test(text)) return text;
  return `${text}${/\p{Script=Han}/u.test(text) ? '。' : '.'}`;
}
