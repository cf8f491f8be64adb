import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../shared/text/languages/languages.ts';
import { findLanguage } from '../../../../shared/text/languages/languages.ts';
import { matchLanguage } from '../../../../shared/text/languages/match-language.ts';
import {
  chromiumTag,
  decideLanguage,
  isForTerminal,
  languageOption,
} from '../../../../electron/main/language/decide-language.ts';

const offered: readonly Language[] = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ru', 'ar'].map(
  (tag) => ({ tag, name: tag, direction: 'ltr' }),
);

describe('the language that fits', () => {
  it.each([
    [['de-AT'], 'de'],
    [['pt-PT', 'pt'], 'pt-BR'],
    [['es-419'], 'es'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-TW'], 'en'],
    [['zh-Hant-HK', 'ja-JP'], 'ja'],
    [['sv-SE', 'fr-CA'], 'fr'],
    [['en-GB', 'de'], 'en'],
    [['de_DE.UTF-8'], 'de'],
    [['de_DE@euro'], 'de'],
    [['C.UTF-8'], 'en'],
    [['POSIX'], 'en'],
    [['c', 'not a tag', ''], 'en'],
    [['ar-EG'], 'ar'],
    [[], 'en'],
  ])('for %j is %s', (wanted, tag) => {
    expect(matchLanguage(wanted, offered).tag).toBe(tag);
  });
});

it('the tests’ own languages are found by their tags alone, and matched by no system', () => {
  expect(findLanguage('EN-xa')?.tag).toBe('en-XA');
  expect(matchLanguage(['en-XA']).tag).toBe('en');
});

it('an option says the language, in both ways', () => {
  expect(languageOption(['upcast', '--language', 'de'])).toBe('de');
  expect(languageOption(['upcast', '--language=pt-BR', '--x'])).toBe('pt-BR');
  expect(languageOption(['upcast', '--language'])).toBeUndefined();
  expect(languageOption(['upcast', '--languages'])).toBeUndefined();
});

it('an option is dearer than the settings, and the settings than the system', () => {
  const wanted = ['sv'];
  expect(decideLanguage({ asked: 'en-XA', saved: 'en', wanted }).tag).toBe('en-XA');
  expect(decideLanguage({ saved: 'en-XB', wanted }).tag).toBe('en-XB');
  expect(decideLanguage({ saved: 'a language of a later version', wanted }).tag).toBe('en');
  expect(decideLanguage({ asked: 'tlh', wanted }).tag).toBe('en');
});

it('what runs in a terminal is known by its option', () => {
  expect(isForTerminal(['upcast', '--upcast-live', '--to'])).toBe(true);
  expect(isForTerminal(['upcast', '--self-test'])).toBe(true);
  expect(isForTerminal(['upcast'])).toBe(false);
});

it('Chromium gets a region in place of a script', () => {
  const of = (tag: string) => chromiumTag({ tag, name: tag, direction: 'ltr' });
  expect(['de', 'pt-BR', 'zh-Hans'].map(of)).toEqual(['de', 'pt-BR', 'zh-CN']);
});
