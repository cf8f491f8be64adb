import { expect, test } from 'vitest';
import { cleanTexts } from '../../../shared/redact.ts';
import { Redactor, redact } from '../../../shared/redactor.ts';

test('a key that begins with another key leaves nothing behind', () => {
  expect(redact('it is live_1234_tail here', ['live_1234', 'live_1234_tail'])).toBe('it is ••• here');
});

test('every form in which a key may be said back is masked', () => {
  const key = 'a "key"/with é?token=9f3c';
  for (const form of [key, encodeURIComponent(key), encodeURI(key), JSON.stringify(key), 'a "key"/with é'])
    expect(redact(`stream ${form} is taken`, [key])).toMatch(/^stream "?•••"? is taken$/);
});

test('a key that cannot be percent-encoded breaks nothing', () => {
  expect(redact('said \ud800key-55aa', ['\ud800key-55aa'])).toBe('said •••');
});

test('what the engine tells is cleaned where words stand, and nowhere else', () => {
  const clean = (text: string): string => redact(text, ['key-55aa']);
  const told = {
    type: 'snapshot',
    broadcast: {
      phase: 'idle',
      lastError: { code: 'rtmp/key-refused', details: { host: 'key-55aa', port: 1 } },
    },
    destinations: [{ id: 'key-55aa', serverWords: 'stream key-55aa is taken' }],
    recorder: { path: '/videos/key-55aa.mp4' },
    samples: new Uint8Array([1]),
  };
  expect(cleanTexts(told, clean)).toEqual({
    ...told,
    broadcast: { phase: 'idle', lastError: { code: 'rtmp/key-refused', details: { host: '•••', port: 1 } } },
    destinations: [{ id: 'key-55aa', serverWords: 'stream ••• is taken' }],
  });
});

const KEY = 'live_55aa/Ab+9 é?token=9f3cQQ&x=y';
const LETTERS = Array.from(KEY);
const percent = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

test.each([
  ['lower-case percent-encoding', encodeURIComponent(KEY).toLowerCase()],
  ['each byte percent-encoded', percent(KEY)],
  ['double percent-encoding', encodeURIComponent(encodeURIComponent(KEY))],
  ['percent-encoding in lower case, twice', percent(percent(KEY))],
  ['upper case', KEY.toUpperCase()],
  ['blanks as a form writes them', KEY.replaceAll(' ', '+')],
  ['HTML by names', KEY.replaceAll('&', '&amp;').replaceAll('/', '&sol;')],
  ['HTML by numbers', LETTERS.map((each) => `&#${each.codePointAt(0)};`).join('')],
  ['HTML by hexadecimal numbers', LETTERS.map((each) => `&#x${each.codePointAt(0)?.toString(16)};`).join('')],
  ['HTML within percent-encoding', encodeURIComponent(KEY.replaceAll('&', '&amp;'))],
  ['JSON with a stroke', JSON.stringify(KEY).slice(1, -1).replaceAll('/', '\\/')],
  [
    'JSON by numbers',
    LETTERS.map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  ['a zero-width space inside', LETTERS.join('\u200b')],
  ['soft hyphens and a mark of direction inside', `\u202e${LETTERS.join('\u00ad')}`],
  ['Base64', Buffer.from(KEY).toString('base64')],
  ['Base64 behind a user name', Buffer.from(`me:${KEY}`).toString('base64')],
  ['Base64 of other alphabet, within others', Buffer.from(`a${KEY}z`).toString('base64url')],
])('a key said back in %s is masked', (_name, form) => {
  const cleaned = redact(`stream "${form}" is taken`, ['other-key-123', KEY]);
  expect(cleaned).toContain('•••');
  expect(cleaned).toMatch(/^stream "/);
  expect(cleaned).toMatch(/" is taken$/);
  for (const part of ['55aa', '9f3c', '55AA', '9F3C', Buffer.from(KEY).toString('base64').slice(4, 20)])
    expect(cleaned).not.toContain(part);
  expect(cleaned.length).toBeLessThan(45);
});

test('a short key is masked as it is, and leaves the same word in another case', () => {
  expect(redact('Test server: stream test is taken', ['test'])).toBe('Test server: stream ••• is taken');
});

test('what holds no secret stays byte for byte, whatever it holds', () => {
  const secrets = ['live_1234567', 'pa%20ss'];
  for (const text of [
    '100 % of %zz',
    'a &unknown; b &#99999999;',
    'C:\\new\\u12',
    'é\u0301\u200b',
    '%ff%fe',
    '',
  ])
    expect(redact(text, secrets)).toBe(text);
});

test('what stands around a masked form stays', () => {
  expect(redact('50%25 a&amp;b se%20cret-key-1 c%20d', ['se cret-key-1'])).toBe('50%25 a&amp;b ••• c%20d');
});

test('masks from any text without an error or an unbounded time', () => {
  const redactor = new Redactor();
  for (let index = 0; index < 100; index += 1) redactor.add(`live_${index}_abcdefgh?t=${index}xyz`);
  for (const unit of ['%25', '%', '&amp;', '&#', '\\u00', '\u200b', '\ud800', 'live_', '\u0130', 'YWFh'])
    expect(typeof redactor.clean(unit.repeat(20_000))).toBe('string');
});

test('a key of thousands of characters is masked as any other, in Base64 too, and no part of it is left', () => {
  const keys = Array.from({ length: 50 }, (_, index) => `key-${index}-${'x%2F/é'.repeat(600)}`);
  const redactor = new Redactor();
  for (const key of keys) redactor.add(key);
  for (const key of [keys[0] ?? '', keys[49] ?? '']) {
    for (const form of [key, encodeURIComponent(key), key.toUpperCase(), Buffer.from(key).toString('base64')])
      expect(redactor.clean(`stream "${form}" is taken`)).toMatch(/^stream "•••.?=?=?" is taken$/);
  }
});
