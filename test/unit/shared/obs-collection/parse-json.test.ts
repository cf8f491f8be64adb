import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors/app-error.ts';
import {
  MAX_JSON_DEPTH,
  MAX_JSON_LENGTH,
  MAX_JSON_VALUES,
  parseJson,
} from '../../../../shared/obs-collection/json/parse-json.ts';

/** The reason of the error that `text` is refused with. */
function refusalOf(text: string): unknown {
  try {
    parseJson(text);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    if (error instanceof AppError) return error.details['reason'];
  }
  return undefined;
}

test('reads what JSON.stringify writes, to the last character', () => {
  const withoutPrototype = fc.json().filter((text) => !text.includes('__proto__'));
  fc.assert(
    fc.property(withoutPrototype, (text) => {
      const expected: unknown = JSON.parse(text);
      expect(parseJson(text)).toEqual(expected);
      expect(parseJson(`\ufeff \r\n\t${JSON.stringify(expected, undefined, 4)} \n`)).toEqual(expected);
    }),
  );
});

test('takes and refuses the same texts as JSON.parse, but for names that stand twice and numbers past the largest', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '0',
    '.5',
    'e9',
    'true',
    'null',
    ' ',
    '\\',
    '"',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expect(refusalOf(text)).toBe('collectionDamaged');
        return;
      }
      const refusal = refusalOf(text);
      if (refusal === undefined) expect(parseJson(text)).toEqual(expected);
      else expect(text).toMatch(/("[ab]").*\1|e9\d\d/);
    }),
    {
      numRuns: 2000,
      examples: [[['1', 'e9', '0', '0']], [['{', '"a"', ':', '0', ',', '"a"', ':', '1', '}']]],
    },
  );
});

describe('refuses', () => {
  test.each([
    ['nothing', ''],
    ['a cut file', '{"sources": [{"name": "a'],
    ['something behind the end', '{} {}'],
    ['a name that stands twice, as OBS does', '{"a": 1, "a": 2}'],
    ['the same name in escapes', String.raw`{"a": 1, "\u0061": 2}`],
    ['a prototype', '{"__proto__": {"isSecret": false}}'],
    ['a prototype in escapes', String.raw`{"\u005f_proto__": 1}`],
    ['no number', '[NaN]'],
    ['infinity', '[Infinity]'],
    ['a number that has no end', `[${'9'.repeat(1_000_000)}]`],
    ['a number larger than any', '[1e999]'],
    ['a number with a leading zero', '[01]'],
    ['a line break within a text', '["a\nb"]'],
    ['an escape that is none', String.raw`["\x"]`],
    ['single quotes', "{'a': 1}"],
    ['a comma too many', '[1,]'],
  ])('%s', (_name, text) => {
    expect(refusalOf(text)).toBe('collectionDamaged');
  });

  test.each([
    ['100 MB', ' '.repeat(100_000_000)],
    ['a million levels', '['.repeat(1_000_000)],
    ['a million levels of objects', '{"a":'.repeat(1_000_000)],
    ['one level too many', '['.repeat(MAX_JSON_DEPTH + 2) + ']'.repeat(MAX_JSON_DEPTH + 2)],
    ['one value too many', `[${'0,'.repeat(MAX_JSON_VALUES)}0]`],
  ])('%s, as too large', (_name, text) => {
    expect(refusalOf(text)).toBe('collectionTooLarge');
  });
});

test('names that every object has are members like others', () => {
  const text = '{"constructor": 1, "toString": {"hasOwnProperty": null}}';
  expect(JSON.stringify(parseJson(text))).toBe('{"constructor":1,"toString":{"hasOwnProperty":null}}');
});

test('takes a file of the greatest length and depth', () => {
  const depth = MAX_JSON_DEPTH;
  expect(refusalOf('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined();
  expect(refusalOf(`"${'a'.repeat(MAX_JSON_LENGTH - 2)}"`)).toBeUndefined();
});

test('an error quotes nothing of the file', () => {
  const token = 'T0ken-9f8e7d6c5b4a';
  for (const text of [`{"url": "${token}`, `{"${token}": 1, "${token}": 2}`, `["${token}\\x"]`, token])
    try {
      parseJson(text);
    } catch (error) {
      const { message, cause, details } = error as AppError;
      expect(`${message} ${String(cause)} ${JSON.stringify(details)}`).not.toContain(token);
    }
});
