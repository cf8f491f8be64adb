/** Numbers, lists and times as Chinese writes them, and the space beside foreign words. */
import { createFormat } from '../format.ts';

const HAN = /^\p{Script=Han}$/u;
const CHINESE = /^[\p{Script=Han}，。：；、！？（）“”]$/u;
const FOREIGN = /^[\p{L}\p{N}]$/u;

/**
 * A sentence with values in it: one space between a Chinese character of the sentence and a foreign word or figure, none
 * between two Chinese characters. Everything else stays as written.
 */
export function zh(
  literals: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): string {
  let sentence = literals[0] ?? '';
  for (const [index, each] of values.entries()) {
    const value = String(each ?? '');
    const literal = literals[index + 1] ?? '';
    sentence =
      value === '' ? sentence + literal : join(join(sentence, value, HAN, CHINESE), literal, CHINESE, HAN);
  }
  return sentence;
}

/** @param before what the left side ends with, @param after what the right side starts with, where both are Chinese. */
function join(left: string, right: string, before: RegExp, after: RegExp): string {
  const start = left.trimEnd();
  const end = right.trimStart();
  const last = Array.from(start).at(-1) ?? '';
  const first = Array.from(end.slice(0, 2))[0] ?? '';
  if (before.test(last) && after.test(first)) return start + end;
  const meetsForeign = (HAN.test(last) && FOREIGN.test(first)) || (FOREIGN.test(last) && HAN.test(first));
  return meetsForeign ? `${start} ${end}` : left + right;
}

const base = createFormat('zh-Hans');

/** `A、B 和 C`: `Intl` leaves out the space beside foreign words. */
function list(items: readonly string[], type: Intl.ListFormatType = 'conjunction'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const others = items.slice(0, -1).join('、');
  if (type === 'unit') return `${others}、${last}`;
  return type === 'disjunction' ? zh`${others}或${last}` : zh`${others}和${last}`;
}

export const format = { ...base, list };

/** `3 次`. */
export const times = (count: number): string => `${format.number(count)} 次`;

/** `2 秒`, within a sentence. */
export const inSeconds = (durationMs: number, digits = 0): string =>
  `${format.number(durationMs / 1000, digits)} 秒`;
