/** Numbers, lists, plurals and times as Spanish writes them. */
import { createFormat } from '../format.ts';

export const format = createFormat('es');

/** `una vez`, `3 veces`. */
export const times = (count: number): string =>
  count === 1 ? 'una vez' : format.count(count, { one: 'vez', many: 'de veces', other: 'veces' });
