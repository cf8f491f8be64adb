/** Numbers, lists, plurals and times as German writes them. */
import { createFormat } from '../format.ts';

const german = createFormat('de');

export const format: typeof german = {
  ...german,
  /** `2,5 %`, with a space that doesn't break. */
  percent: (share, digits) => `${german.number(share * 100, digits)}\u00A0%`,
};

/** `einmal`, `3-mal`. */
export const times = (count: number): string => (count === 1 ? 'einmal' : `${format.number(count)}-mal`);
