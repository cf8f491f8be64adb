/** The pseudo-locales change every text of English and no value. */
import { expect, it } from 'vitest';
import { en } from '../../../../shared/text/en.ts';
import { accented } from '../../../../shared/text/languages/en-xa.ts';
import { mirrored } from '../../../../shared/text/languages/en-xb.ts';
import { accent } from '../../../../shared/text/languages/pseudo.ts';

it('a text gets its marks, accents and 40 % more', () => {
  expect(accent('Save')).toBe('⟦Šáṽé ~⟧');
  const long = 'Couldn’t start the camera';
  expect(accent(long).length).toBeGreaterThan(long.length * 1.35);
});

it('values, placeholders, addresses, options and file names stay', () => {
  expect(accent('Reconnecting to Twitch in 2 s', ['Twitch'])).toContain(' Twitch ');
  expect(accent('You can use {date} and {time}.')).toMatch(/\{date\}.*\{time\}/);
  expect(accent('See rtmp://live.example.com/app and --to')).toMatch(
    /rtmp:\/\/live\.example\.com\/app .*--to/,
  );
  expect(accent('Reads settings.json', [])).toContain('settings.json');
});

it('what has no letters stays as it is', () => {
  expect(accent('12:30')).toBe('12:30');
  expect(accent('')).toBe('');
});

it('a value that looks like a pattern stays', () => {
  expect(accent('Could not read a+b(c)-[d].txt', ['a+b(c)-[d].txt'])).toContain('a+b(c)-[d].txt');
});

it('a text within a text is marked once', () => {
  const inner = accent('camera');
  expect(accent(`Start ${inner}`, [inner])).toContain(inner);
});

it('functions keep their values, and figures stay those of English', () => {
  expect(accented.main.notices.failed('Twitch')).toMatch(/^⟦.*Twitch.*⟧$/);
  expect(accented.format.count(3, { one: 'frame', other: 'frames' })).toBe('3 frames');
  expect(Object.keys(accented).toSorted()).toEqual(Object.keys(en).toSorted());
});

it('the mirrored one reads from right to left', () => {
  expect(mirrored.common.save).toBe(`\u202E${en.common.save}\u202C`);
});
