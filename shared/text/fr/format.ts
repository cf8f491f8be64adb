/** Numbers, lists, plurals and times as French writes them. */
import { createFormat } from '../format.ts';
import type { PluralForms } from '../format.ts';

const french = createFormat('fr');

export const format: typeof french = {
  ...french,
  /** `2,5 %`, with a narrow space that doesn't break. */
  percent: (share, digits) => `${french.number(share * 100, digits)}\u202F%`,
  /** `392 Mo`, `1,2 Go`. */
  bytes: (bytes) =>
    bytes >= 1e9
      ? `${french.number(bytes / 1e9, 1)}\u00A0Go`
      : `${french.number(bytes / 1e6, bytes < 1e7 ? 1 : 0)}\u00A0Mo`,
};

const STARTS_WITH_VOWEL = /^[aeiouhéèê]/iu;

/** A counted noun: `1 image`, `3 images`, `1 000 000 d’images`. */
export const noun = (one: string, other: string = `${one}s`): PluralForms => ({
  one,
  many: STARTS_WITH_VOWEL.test(other) ? `d’${other}` : `de ${other}`,
  other,
});

/** `1 fois`, `3 fois`. */
export const times = (count: number): string => format.count(count, noun('fois', 'fois'));

/** Words of a server: the period they end with is left out, because the sentence has its own behind the quotation mark. */
export const quoted = (words: string): string => `« ${words.trimEnd().replace(/\.$/u, '')} »`;
