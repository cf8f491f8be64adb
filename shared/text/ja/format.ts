/** Numbers, lists and times as Japanese writes them. */
import { createFormat } from '../format.ts';

export const format = createFormat('ja');

/** `3回`. */
export const times = (count: number): string => `${format.number(count)}回`;

/** `2秒`, within a sentence. */
export const inSeconds = (durationMs: number, digits = 0): string =>
  `${format.number(durationMs / 1000, digits)}秒`;
