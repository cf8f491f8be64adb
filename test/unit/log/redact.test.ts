import { expect, test } from 'vitest';
import { cleanTexts, redact } from '../../../shared/redact.ts';

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
