/** Numbers, lists, plurals and times as English writes them. */
import { createFormat } from '../format.ts';

export const format = createFormat('en');

/** `once`, `3 times`. */
export const times = (count: number): string =>
  count === 1 ? 'once' : format.count(count, { one: 'time', other: 'times' });
