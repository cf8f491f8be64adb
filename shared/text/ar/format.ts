/** Numbers, lists, plurals and times as Arabic writes them, and what keeps Latin words in order within Arabic sentences. */
import { createFormat } from '../format.ts';
import type { PluralForms } from '../format.ts';

/** Latin digits everywhere: clocks, figures of meters and number fields have them too. */
const base = createFormat('ar-u-nu-latn');

/**
 * A first strong isolate (U+2068 … U+2069): a name, an address, an option, or a figure with its Latin unit keeps its own
 * direction and doesn't reorder the words around it.
 */
export const iso = (text: string | number): string => `\u2068${text}\u2069`;

/** The forms of a counted noun. `one` and `two` stand without a digit. */
export const forms = (one: string, two: string, few: string, many: string, other: string): PluralForms => ({
  zero: other,
  one,
  two,
  few,
  many,
  other,
});

const wordOf = (count: number, { one, two }: PluralForms): string | undefined => {
  if (count === 1) return one;
  return count === 2 ? two : undefined;
};

export const format = {
  ...base,
  /** `3 إطارات`; one and two are words alone. */
  count: (count: number, nouns: PluralForms) =>
    wordOf(count, nouns) ?? `${base.number(count)} ${base.plural(count, nouns)}`,
  list: (items: readonly string[], type: Intl.ListFormatType = 'conjunction') =>
    base.list(
      items.map((item) => iso(item)),
      type,
    ),
  bitrate: (kbps: number) => iso(base.bitrate(kbps)),
  bytes: (bytes: number) => iso(base.bytes(bytes)),
  seconds: (durationMs: number, digits = 0) => `${base.number(durationMs / 1000, digits)} ث`,
  percent: (share: number, digits = 0) => iso(base.percent(share, digits)),
  decibels: (decibels: number) => iso(base.decibels(decibels)),
};

/** As subjects and in lists. */
export const frames = forms('إطار واحد', 'إطاران', 'إطارات', 'إطارًا', 'إطار');
export const files = forms('ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف');
/** After a verb or a preposition. */
export const framesOf = forms('إطار واحد', 'إطارين', 'إطارات', 'إطارًا', 'إطار');
export const filesOf = forms('ملف واحد', 'ملفين', 'ملفات', 'ملفًا', 'ملف');
export const destinationsOf = forms('وجهة واحدة', 'وجهتين', 'وجهات', 'وجهةً', 'وجهة');
export const sourcesOf = forms('مصدر واحد', 'مصدرين', 'مصادر', 'مصدرًا', 'مصدر');
export const sourceCount = forms('مصدر واحد', 'مصدران', 'مصادر', 'مصدرًا', 'مصدر');
export const reconnects = forms(
  'إعادة اتصال واحدة',
  'إعادتا اتصال',
  'إعادات اتصال',
  'إعادة اتصال',
  'إعادة اتصال',
);

/** `مرة واحدة`, `3 مرات`. */
export const times = (count: number): string =>
  format.count(count, forms('مرة واحدة', 'مرتين', 'مرات', 'مرة', 'مرة'));

/** Words of a server, of FFmpeg or of the system: in quotes, and without a period of their own. */
export const quoted = (words: string): string => `«${iso(words.trim().replace(/\.$/u, ''))}»`;
