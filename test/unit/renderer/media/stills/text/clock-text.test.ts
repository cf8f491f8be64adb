import { describe, expect, it } from 'vitest';
import { en } from '../../../../../../shared/text/en.ts';
import { findLanguage } from '../../../../../../shared/text/languages/languages.ts';
import { clockText, countdownText } from '../../../../../../renderer/media/stills/text/clock-text.ts';

/** Local time, whichever that is. */
const at = (hours: number, minutes = 0, seconds = 0, milliseconds = 0): number =>
  new Date(2026, 10, 28, hours, minutes, seconds, milliseconds).getTime();

describe('a clock', () => {
  it.each([
    ['%H:%M:%S', at(9, 5, 7), '09:05:07'],
    ['%I:%M %p', at(0, 5), '12:05 AM'],
    ['%I:%M %p', at(12), '12:00 PM'],
    ['%I:%M %p', at(21, 30), '09:30 PM'],
    ['%A, %B %d, %Y', at(1), 'Saturday, November 28, 2026'],
    ['%a %d %b, %Y-%m-%d', at(1), 'Sat 28 Nov, 2026-11-28'],
    ['100 %% at %H, not %q or %', at(7), '100 % at 07, not %q or %'],
  ])('writes %s', (format, wallMs, text) => {
    expect(clockText(format, 'en', wallMs).text).toBe(text);
  });

  it.each([
    ['de', '%A, %d. %B %Y, %I:%M %p', 'Samstag, 28. November 2026, 09:30 PM'],
    ['fr', '%a %d %b', 'sam. 28 nov.'],
    ['ja', '%B%d日 %A %p%I:%M', '11月28日 土曜日 午後09:30'],
    ['ru', '%d %B', '28 ноября'],
    ['ru', '%B %Y', 'ноябрь 2026'],
    ['ar-u-nu-latn', '%A %d %B', 'السبت 28 نوفمبر'],
  ])('names days and months in the language of the window: %s, %s', (locale, format, text) => {
    expect(clockText(format, locale, at(21, 30)).text).toBe(text);
  });

  it.each([
    ['en', '%B %d'],
    ['de', '%d. %B'],
    ['fr', '%d %B'],
    ['es', '%d de %B'],
    ['pt-BR', '%d de %B'],
    ['ja', '%B%d日'],
    ['zh-Hans', '%b%d日'],
    ['ru', '%d %B'],
    ['ar', '%d %B'],
  ])('shows what its hint says in %s', async (tag, format) => {
    const catalogue = (await findLanguage(tag)?.load?.()) ?? en;
    const { clockHint } = catalogue.properties;
    expect(clockHint).toContain(format);
    expect(clockHint).toContain(clockText(format, catalogue.format.locale, at(18)).text);
  });

  it('changes with the next second where it shows seconds, otherwise with the next minute', () => {
    expect(clockText('%M:%S', 'en', at(9, 5, 7, 250)).untilMs).toBe(at(9, 5, 8));
    expect(clockText('%H:%M', 'en', at(9, 5, 7, 250)).untilMs).toBe(at(9, 6));
    expect(clockText('%H:%M', 'en', at(9, 6)).untilMs).toBe(at(9, 7));
  });
});

describe('a countdown', () => {
  const target = at(10);
  it.each([
    [at(9, 59, 59), '0:01', at(10)],
    [at(9, 59, 59, 1), '0:01', at(10)],
    [at(9, 59, 58, 999), '0:02', at(9, 59, 59)],
    [at(9, 50, 55), '9:05', at(9, 50, 56)],
    [at(8, 57, 57), '1:02:03', at(8, 57, 58)],
  ])('shows the seconds that are left, rounded up', (wallMs, text, untilMs) => {
    expect(countdownText(target, 'Live!', wallMs)).toEqual({ text, untilMs });
  });

  it.each([at(10), at(11)])('shows its last text from its target on', (wallMs) => {
    expect(countdownText(target, 'Live!', wallMs)).toEqual({ text: 'Live!', untilMs: Infinity });
  });
});
