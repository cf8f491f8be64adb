/** What people paste, by the row of the list of cases, with neighbours of each kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import type { PastedAddress } from '../../../shared/destinations/paste/pasted-address.ts';
import { joinServerSecret } from '../../../shared/destinations/server-secret.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { pastedBlocks } from '../../support/pastes/paste-corpus.ts';
import { wordsOf } from '../../support/words-of.ts';

const plain = (url: string, key: string, more: Partial<PastedAddress> = {}): PastedAddress => ({
  url,
  key,
  ...more,
});

const rows: readonly (readonly [row: string, text: string, answer: PastedAddress])[] = [
  ['P1', 'rtmp://h.example/live\nalice?key=s3cret', plain('rtmp://h.example/live', 'alice?key=s3cret')],
  ['P1', 'rtmp://h.example/live\nname=bob;key=1', plain('rtmp://h.example/live', 'name=bob;key=1')],
  ['P1', 'rtmp://h.example/live\nstream?password=key', plain('rtmp://h.example/live', 'stream?password=key')],
  ['P1', 'rtmp://h.example/live\nurl:abc', plain('rtmp://h.example/live', 'url:abc')],
  [
    'P2',
    'Stream URL\nrtmp://a.rtmp.youtube.com/live2\nStream key (paste in encoder)\nabcd-1234-efgh-5678-ijkl',
    plain('rtmp://a.rtmp.youtube.com/live2', 'abcd-1234-efgh-5678-ijkl'),
  ],
  ['P2', 'Stream key (do not share it)\nab\nServer\nrtmp://h/live', plain('rtmp://h/live', 'ab')],
  ['P2', 'Your stream key\nCopy\nab\nRTMP server\nrtmp://h/live', plain('rtmp://h/live', 'ab')],
  ['P2', '1. Server URL\nrtmp://h/live\n2. Stream key\nab', plain('rtmp://h/live', 'ab')],
  ['P3', 'Server: rtmp://localhost/mystream\nStream key: (empty)', plain('rtmp://localhost/mystream', '')],
  ['P3', 'Server: rtmp://localhost/mystream\nStream key: none', plain('rtmp://localhost/mystream', '')],
  ['P3', 'Server: rtmp://localhost/mystream\nStream-Schlüssel: leer', plain('rtmp://localhost/mystream', '')],
  ['P3', 'Server: rtmp://localhost/mystream\nStream key: ••••••••', plain('rtmp://localhost/mystream', '')],
  ['P4', 'rtmp://127.0.0.1/mystream', plain('rtmp://127.0.0.1/mystream', '')],
  [
    'P5',
    'rtmp://one.example/app\nrtmp://two.example/app\nkey-1',
    plain('rtmp://one.example/app', 'key-1', { backupUrl: 'rtmp://two.example/app' }),
  ],
  [
    'P5',
    'https://studio.example/live/7\nrtmp://one.example/app\nkey-1',
    plain('rtmp://one.example/app', 'key-1'),
  ],
  [
    'P5',
    'rtmp://one.example/app/key-1 rtmp://two.example/app/key-1',
    plain('rtmp://one.example/app', 'key-1', { backupUrl: 'rtmp://two.example/app' }),
  ],
  [
    'P5',
    'RTMP URL: rtmp://one.example/app\nRTMPS URL: rtmps://one.example/app\nKey: key-1',
    plain('rtmps://one.example/app', 'key-1'),
  ],
  ['P5', 'URL: rtmp://one.example/app/key-1\nStream key: key-1', plain('rtmp://one.example/app', 'key-1')],
  [
    'P6',
    'Server: rtmp://127.0.0.1/app\nStream name: x\nUsername: u\nPassword: p',
    plain('rtmp://127.0.0.1/app', 'x', { username: 'u', password: 'p' }),
  ],
  [
    'P6',
    'Servidor: rtmp://127.0.0.1/app\nClave: x\nUsuario: u\nContraseña: p:1',
    plain('rtmp://127.0.0.1/app', 'x', { username: 'u', password: 'p:1' }),
  ],
  [
    'P6',
    'rtmp://127.0.0.1/app\nLogin\nu\nPassword\np q\nStream key\nx',
    plain('rtmp://127.0.0.1/app', 'x', { username: 'u', password: 'p q' }),
  ],
  ['P7', '推流地址：rtmp://h.example/live\n串流密钥：abc', plain('rtmp://h.example/live', 'abc')],
  ['P7', 'Server: rtmp://h.example/live\nStream-Schlüssel: abc', plain('rtmp://h.example/live', 'abc')],
  ['P7', 'サーバー\nrtmp://h.example/live\n配信キー\nabc', plain('rtmp://h.example/live', 'abc')],
  ['P7', 'Сервер: rtmp://h.example/live\nКлюч: abc', plain('rtmp://h.example/live', 'abc')],
  ['P8', '{"server":"rtmp://h/live","key":"abc"}', plain('rtmp://h/live', 'abc')],
  ['P8', '{"rtmp":{"url":"rtmp://h/live","streamKey":"abc"}}', plain('rtmp://h/live', 'abc')],
  ['P8', '[{"ingest":"rtmp://h/live","stream_key":"a?key=b"}]', plain('rtmp://h/live', 'a?key=b')],
  ['P8', '\u200ertmp://h/live\nabc', plain('rtmp://h/live', 'abc')],
  ['P8', '\u2066rtmp://h/live\u2069\n\u202babc\u202c', plain('rtmp://h/live', 'abc')],
  ['P10', 'rtmp://127.0.0.1/live\n$ecret-Key-1', plain('rtmp://127.0.0.1/live', '$ecret-Key-1')],
  ['P10', 'rtmp://127.0.0.1/live\n${STREAM_KEY}', plain('rtmp://127.0.0.1/live', '')],
  ['P10', 'rtmp://127.0.0.1/live/$STREAM_KEY', plain('rtmp://127.0.0.1/live', '')],
  ['P10', 'rtmp://127.0.0.1/live\n[k]ey-1', plain('rtmp://127.0.0.1/live', '[k]ey-1')],
];

describe('what people paste', () => {
  it.each(rows)('%s: %j', (_row, text, answer) => {
    expect(parsePasted(text)).toEqual(answer);
  });

  it.each(pastedBlocks.map((block) => [block.from, block] as const))('a block of %s', (_from, block) => {
    const { from: _name, text, ...answer } = block;
    const { url, serverSecret, backupUrl, backupSecret, ...found } = parsePasted(text);
    expect({
      ...found,
      url: joinServerSecret(url, serverSecret),
      ...(backupUrl === undefined ? {} : { backupUrl: joinServerSecret(backupUrl, backupSecret) }),
    }).toEqual(answer);
  });

  it.each([
    ['P9', 'rtmp://admin:pass123##X@127.0.0.1/app/k', /%23/],
    ['P9', 'rtmp://admin:pa/ss@127.0.0.1/app/k', /%2F/],
    ['P9', 'rtmp://admin:pa?ss@127.0.0.1/app/k', /%3F/],
    ['P9', 'rtmp://admin:1234#x@127.0.0.1/app/k', /%23/],
    ['P5', 'rtmp://a/app rtmp://b/app rtmp://c/app', /more than two server/],
    ['P5', 'rtmp://a/app/one rtmp://b/app/two', /its own field/],
    ['P1', 'rtmp://h/live\nk://abc', /its own field/],
    ['P5', 'Server: rtmp://h/live\nStream key: rtmp://h/live/abc', /its own field/],
    ['P7', 'Server: rtmp://h/live\nUnheard label: abc', /unknown label/],
    ['P7', 'rtmp://h/live\nStream key: one\nStream key: two', /its own field/],
  ])('%s: %s is refused in words that hold nothing of it', (_row, text, words) => {
    const refused = refusalOf(text);
    expect(wordsOf(refused)).toMatch(words);
    expect(JSON.stringify(refused.toRecord())).not.toMatch(/pass123|pa\/ss|pa\?ss|1234|Unheard|abc/);
  });
});

describe('what looks right and is wrong', () => {
  it.each([
    ['P1', 'abc)'],
    ['P1', 'abc;'],
    ['P1', '"abc'],
    ['P10', '{abc}'],
    ['P10', '<abc>'],
    ['P8', 'a\u200db'],
  ])('%s: a key such as %j is not cut', (_row, key) => {
    expect(attempt(`rtmp://h.example/live\n${key}`)?.key).toBe(key);
    expect(attempt(`Server: rtmp://h.example/live\nStream key: ${key}`)?.key).toBe(key);
  });

  it.each([
    ['P5', 'rtmp://live-fra.twitch.tv/app\nrtmps://a.rtmps.youtube.com/live2\nkkk1', /two services/],
    ['P8', '{"server":"rtmp://h.example/live","key":12345678901234567890}', /in quotes/],
    ['P9', 'rtmp://admin:12/34@127.0.0.1/app/k', /%2F/],
  ])('%s: %s is refused', (_row, text, words) => {
    expect(wordsOf(refusalOf(text))).toMatch(words);
  });

  it('P2: takes no label for a key whose value was not copied', () => {
    expect(parsePasted('rtmp://h.example/live\nStreamschlüssel')).toEqual(plain('rtmp://h.example/live', ''));
  });

  it('P5: takes no viewer’s address for the backup server', () => {
    const text = 'Playback URL: rtmp://p.example/live/pp\nServer: rtmp://h.example/live\nKey: abc';
    expect(parsePasted(text)).toEqual(plain('rtmp://h.example/live', 'abc'));
  });
});

describe('a key', () => {
  const keyLetters = 'abcXYZ0189-_=?&:./+%$@!~*'.split('');
  const key = fc
    .array(fc.constantFrom(...keyLetters), { minLength: 6, maxLength: 40 })
    .map((letters) => `k${letters.join('')}7`);
  const shapes: readonly ((key: string) => string)[] = [
    (each) => `rtmp://h.example/live\n${each}`,
    (each) => `Server: rtmp://h.example/live\nStream key: ${each}`,
    (each) => `Stream key\n${each}\nServer\nrtmp://h.example/live`,
    (each) => `服务器地址：rtmp://h.example/live\n串流密钥：${each}`,
    (each) => JSON.stringify({ server: 'rtmp://h.example/live', key: each }),
  ];

  it('comes out byte for byte or not at all', () => {
    fc.assert(
      fc.property(key, fc.constantFrom(...shapes), (each, shape) => {
        const found = attempt(shape(each));
        if (found === undefined) return;
        expect(found.key).toBe(each);
        expect(found.url).toBe('rtmp://h.example/live');
      }),
      { numRuns: 2000 },
    );
  });

  it('never stays in a field that shows it, whatever else was copied', () => {
    const noise = fc.constantFrom(
      'Copy',
      '',
      'Stream settings',
      '• Latency: low',
      'https://page.example/live',
      '1080p',
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), fc.constantFrom(...pastedBlocks), (lines, block) => {
        const text = [...lines, block.text, ...lines.toReversed()].join('\n');
        const found = attempt(text);
        if (found === undefined) return;
        expect(found.url).not.toContain(block.key);
        expect(found.backupUrl ?? '').not.toContain(block.key);
        expect(found.key === block.key || found.key === '').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

function attempt(text: string): PastedAddress | undefined {
  try {
    return parsePasted(text);
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('input/')) return undefined;
    throw error;
  }
}

function refusalOf(text: string): AppError {
  try {
    parsePasted(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a key behind its server', () => {
  it.each(['rtmp://h.example/live,k1', 'rtmp://h.example/live;k1', 'rtmp://h.example/live|abcd-1234'])(
    '%j is refused: the key would stay in the address, which is shown',
    (pasted) => expect(() => parsePasted(pasted)).toThrow(/more than a server and key/),
  );

  it.each(['"rtmp://h.example/live/","abcd-1234"', '"rtmp://h.example/live/inst"|"abcd-1234"'])(
    'in a row of quoted cells (%s) is not taken with its quotes',
    (pasted) => expect(() => parsePasted(pasted)).toThrow(/more than a server and key/),
  );

  it('is not the head of a table', () => {
    for (const row of [
      'A,rtmp://h.example/live,key-77',
      'rtmp://h.example/live,key-77',
      'rtmp://h.example/live/key-77',
    ])
      expect(() => parsePasted(`name,server,key\n${row}`)).toThrow(/more than a server and key/);
  });

  it('at any host of a service is the key, also with a slash behind it', () => {
    expect(parsePasted('rtmp://live-fra.twitch.tv/app/live_123_abc/').url).toBe(
      'rtmp://live-fra.twitch.tv/app',
    );
  });
});
