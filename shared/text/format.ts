/**
 * Numbers, lists, plurals and times in one language, by `Intl`. Units are written out and widths don't jump. The formatters
 * of `Intl` are made when first needed, once each: making one costs more than using it.
 */

/** The forms of a counted noun. A language names those that its plural rules use; English has `one` and `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** What begins and ends a part that is read from left to right among words that are not (Unicode's LRI and PDI). */
const ISOLATED = ['\u2066', '\u2069'] as const;

const LATIN_DIGITS = '-u-nu-latn';

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/;

/**
 * Digits are Latin in every language, as on meters and in addresses. Where lines run from right to left, figures with a unit
 * or a sign stay one piece.
 * @param tag BCP 47, of the catalogue's language, or the `locale` of another format.
 */
export function createFormat(tag: string) {
  // Written out: to make an `Intl.Locale` takes 5 ms of each process's start.
  const locale = tag.endsWith(LATIN_DIGITS) ? tag : `${tag}${LATIN_DIGITS}`;
  const [begin, end] = RIGHT_TO_LEFT.test(tag) ? ISOLATED : (['', ''] as const);
  const figure = (text: string): string => `${begin}${text}${end}`;
  const numbers = new Map<number, Intl.NumberFormat>();
  const lists = new Map<string, Intl.ListFormat>();
  let plurals: Intl.PluralRules | undefined;
  let ages: Intl.RelativeTimeFormat | undefined;
  let clocks: Intl.DateTimeFormat | undefined;
  let dates: Intl.DateTimeFormat | undefined;

  /** `1,234`; with `digits` always as many decimals. */
  function number(value: number, digits = 0): string {
    let formatter = numbers.get(digits);
    if (formatter === undefined) {
      formatter = new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      numbers.set(digits, formatter);
    }
    return formatter.format(value);
  }

  /** The form of the noun alone. */
  function plural(count: number, forms: PluralForms): string {
    plurals ??= new Intl.PluralRules(locale);
    return forms[plurals.select(count)] ?? forms.other;
  }

  return {
    /** BCP 47, with the digits. */
    locale,
    /** A text that is read from left to right in any language, as a size or a time is. */
    figure,
    number,
    plural,
    /** `3 frames`, `1 frame`. */
    count: (count: number, forms: PluralForms) => `${number(count)} ${plural(count, forms)}`,
    /** `Twitch, YouTube, and Kick`. */
    list: (items: readonly string[], type: Intl.ListFormatType = 'conjunction') => {
      let formatter = lists.get(type);
      if (formatter === undefined) {
        formatter = new Intl.ListFormat(locale, { type });
        lists.set(type, formatter);
      }
      return formatter.format(items);
    },
    /** `2.51 Mbps`, or `640 kbps` below one. */
    bitrate: (kbps: number) =>
      figure(kbps >= 1000 ? `${number(kbps / 1000, 2)} Mbps` : `${number(kbps)} kbps`),
    /** `6,000 kbps`: of what a person sets in kbps. */
    kbps: (kbps: number) => figure(`${number(kbps)} kbps`),
    /** `392 MB`, `1.2 GB`. */
    bytes: (bytes: number) =>
      figure(
        bytes >= 1e9 ? `${number(bytes / 1e9, 1)} GB` : `${number(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`,
      ),
    /** `2 s`; with `digits` always as many decimals. */
    seconds: (durationMs: number, digits = 0) => figure(`${number(durationMs / 1000, digits)} s`),
    /** `2.5%`, of a share between 0 and 1. */
    percent: (share: number, digits = 0) => figure(`${number(share * 100, digits)}%`),
    /** `−14 dB`; −60 dB and less is silence, `−∞ dB`. */
    decibels: (decibels: number) => {
      if (decibels <= -60) return figure('−∞ dB');
      const rounded = Math.round(decibels);
      return figure(`${rounded < 0 ? '−' : ''}${Math.abs(rounded)} dB`);
    },
    /** `00:42:17`; hours always shown, so that the width never changes. */
    elapsed: (durationMs: number) => {
      const seconds = Math.max(0, Math.floor(durationMs / 1000));
      const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      return parts.map((part) => String(part).padStart(2, '0')).join(':');
    },
    /** `3 hours ago`, `yesterday`. */
    age: (ageMs: number) => {
      ages ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      const minutes = Math.max(1, Math.round(ageMs / 60_000));
      if (minutes < 60) return ages.format(-minutes, 'minute');
      if (minutes < 24 * 60) return ages.format(-Math.round(minutes / 60), 'hour');
      return ages.format(-Math.round(minutes / 60 / 24), 'day');
    },
    /** `14:03:22` on the wall clock. */
    clock: (timeMs: number) => {
      clocks ??= new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' });
      return clocks.format(timeMs);
    },
    /** `Nov 22, 2026`. */
    date: (timeMs: number) => {
      dates ??= new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
      return dates.format(timeMs);
    },
  };
}
