/** Numbers, lists, plurals and times as Brazilian Portuguese writes them. */
import { createFormat } from '../format.ts';

export const format = createFormat('pt-BR');

/** `uma vez`, `3 vezes`. */
export const times = (count: number): string =>
  count === 1 ? 'uma vez' : format.count(count, { one: 'vez', many: 'de vezes', other: 'vezes' });
