/** What people import, by the row of the list of cases, with neighbours of each kind. */
import { describe, expect, it } from 'vitest';
import { parsePresets } from '../../../electron/settings/preset-import.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { OpenedPresets } from '../../../electron/settings/preset-import.ts';

const json = (value: unknown): OpenedPresets => parsePresets(Buffer.from(JSON.stringify(value)));
const custom = (settings: object) => json({ type: 'rtmp_custom', settings });
const target = (name: string, service: object, more: object = {}) => ({
  ...{ id: '1', name, protocol: 'RTMP', 'service-param': service, 'output-param': {}, 'sync-start': false },
  ...more,
});

describe('I1: a server that holds its key', () => {
  it.each([
    ['rtmp://192.168.1.154/live/b8e7.stream/foobar', 'rtmp://192.168.1.154/live/b8e7.stream', 'foobar'],
    ['rtmp://192.168.1.154/live/foobar', 'rtmp://192.168.1.154/live', 'foobar'],
    ['rtmp://me:pw@h.example/live/foobar?t=1', 'rtmp://h.example/live', 'foobar?t=1'],
  ])('%s gives up its last part, which is kept like a key', (server, url, key) => {
    const { presets } = custom({ server, key: '' });
    expect(presets[0]).toMatchObject({ preset: { url }, key });
    expect(JSON.stringify(presets[0]?.preset)).not.toContain('foobar');
  });

  it('stays whole where its path has one part, or a key stands beside it', () => {
    expect(custom({ server: 'rtmp://h.example/mystream', key: '' }).presets[0]).toEqual(
      expect.objectContaining({
        preset: expect.objectContaining({ url: 'rtmp://h.example/mystream' }) as object,
      }),
    );
    expect(custom({ server: 'rtmp://h.example/live/inst', key: 'k1' }).presets[0]).toMatchObject({
      preset: { url: 'rtmp://h.example/live/inst' },
      key: 'k1',
    });
  });
});

describe('I2: outputs of plug-ins', () => {
  it('are taken from obs-multi-rtmp', () => {
    const { presets, problems, origin } = json({
      targets: [
        target('Kick', { server: 'rtmp://127.0.0.1/live', key: 'k1', use_auth: false }),
        target('With sign-in', {
          server: 'rtmp://h/app',
          key: 'k2',
          use_auth: true,
          username: 'u',
          password: 'p',
        }),
        target('SRT', { server: 'srt://h:9000' }, { protocol: 'SRT' }),
      ],
      video_configs: [],
      audio_configs: [],
    });
    expect(origin).toBe('obs');
    expect(presets.map(({ preset, key }) => [preset.name, preset.url, key])).toEqual([
      ['Kick', 'rtmp://127.0.0.1/live', 'k1'],
      ['With sign-in', 'rtmp://h/app', 'k2'],
    ]);
    expect(presets[1]).toMatchObject({ preset: { username: 'u' }, password: 'p' });
    expect(problems).toEqual(['SRT: doesn’t use RTMP.']);
  });

  it('are taken from the targets of an older obs-multi-rtmp, also as Base64 in its ini file', () => {
    const older = { targets: [{ name: 'Old', 'rtmp-path': 'rtmp://h.example/live', 'rtmp-key': 'k3' }] };
    const ini = `[General]\nName=x\n\n[obs-multi-rtmp]\njson=${Buffer.from(JSON.stringify(older)).toString('base64')}\n`;
    for (const opened of [json(older), parsePresets(Buffer.from(ini))])
      expect(opened.presets).toEqual([
        {
          preset: expect.objectContaining({ name: 'Old', url: 'rtmp://h.example/live' }) as object,
          key: 'k3',
        },
      ]);
  });

  it('are taken from Aitum Multistream, upright ones too', () => {
    const { presets } = json({
      outputs: [{ name: 'One', stream_server: 'rtmp://one.example/app', stream_key: 'k1', enabled: true }],
      vertical_outputs: [{ name: 'Two', stream_server: 'rtmps://two.example/app', stream_key: 'k2' }],
    });
    expect(presets.map(({ preset, key }) => [preset.name, key])).toEqual([
      ['One', 'k1'],
      ['Two', 'k2'],
    ]);
  });

  it('are refused by name where none can be taken', () => {
    expect(() => json({ targets: [target('A', { server: '' })] })).toThrow(
      /the obs-multi-rtmp file has no destinations that Upcast can import/,
    );
    expect(() => json({ targets: [] })).toThrow(
      /the obs-multi-rtmp file has no destinations that Upcast can import/,
    );
  });
});

describe('I2: odd outputs of plug-ins', () => {
  it('of Aitum do not take the others with them, and are named', () => {
    const { presets, problems } = json({
      outputs: [
        { name: 'One', stream_server: 'rtmp://one.example/app', stream_key: 'k1' },
        { name: 'New' },
        null,
      ],
      canvas: [
        { stream_outputs: [{ name: 'Up', stream_server: 'rtmp://up.example/app', stream_key: 'k2' }] },
      ],
    });
    expect(presets.map(({ preset, key }) => [preset.name, key])).toEqual([
      ['One', 'k1'],
      ['Up', 'k2'],
    ]);
    expect(problems).toEqual(['Destination 2: no server address.', 'Destination 3: no server address.']);
  });

  it('say why none can be taken', () => {
    expect(() => json({ targets: [target('A', { server: 'auto', key: 'kqAb12345' })] })).toThrow(
      /destinations that Upcast can import\. A: /,
    );
  });

  it.each([
    [
      'basic.ini',
      '[General]\nName=Untitled\n\n[Output]\nMode=Advanced\n\n[Stream1]\nIgnoreRecommended=false\n',
    ],
    ['streamEncoder.json', '{"bitrate":6000,"keyint_sec":2,"preset":"veryfast","rate_control":"CBR"}'],
  ])('the other files of an OBS profile (%s) lead to service.json', (_name, text) => {
    expect(() => parsePresets(Buffer.from(text))).toThrow(/import service\.json from the same folder/);
  });
});

describe('I3: a table', () => {
  const rows = (text: string) => {
    const { presets, problems } = parsePresets(Buffer.from(text));
    return { taken: presets.map(({ preset, key }) => [preset.name, preset.url, key]), problems };
  };
  const both = [
    ['A', 'rtmp://one.example/live', 'k1,'],
    ['B', 'rtmp://two.example/live', 'k2'],
  ];

  it.each([
    ['A,rtmp://one.example/live,"k1,"\nB,rtmp://two.example/live,k2', [both[1]]],
    ['A;rtmp://one.example/live;k1,\n"B";"rtmp://two.example/live";"k2"', [both[1]]],
    [
      'A\trtmp://one.example/live\tk1\nB\trtmp://two.example/live\tk2',
      [['A', 'rtmp://one.example/live', 'k1'], both[1]],
    ],
    ['rtmp://one.example/live,k1', [['one.example', 'rtmp://one.example/live', 'k1']]],
    ['rtmp://one.example/live;k1', [['one.example', 'rtmp://one.example/live', 'k1']]],
    ['name,server,key\nA,rtmp://one.example/live,k1', [['A', 'rtmp://one.example/live', 'k1']]],
    ['Church2026 = rtmp://one.example/live/main', [['Church2026', 'rtmp://one.example/live', 'main']]],
    [
      'rtmp://one.example/live/abcd-1234-efgh/',
      [['one.example', 'rtmp://one.example/live', 'abcd-1234-efgh']],
    ],
    ['Server;Stream key\nrtmp://one.example/live;k1', [['one.example', 'rtmp://one.example/live', 'k1']]],
  ])('%j gives each row’s key byte for byte or not at all', (text, expected) => {
    expect(rows(text).taken).toEqual(expected);
  });

  it('of another form leaves no key in an address that is shown', () => {
    const others = [
      'rtmp://h/live;live_123_abc;Main',
      'rtmp://h/live;live_123_abc;Main stream',
      'rtmp://h/live/key-77;Main',
    ];
    for (const line of [
      ...others,
      'live_123_abc = rtmp://h/live',
      '- live_123_abc = rtmp://h/live/inst',
      'rtmp://h/live,k1,x',
      'rtmp://h/live|k1|x|y',
      'A,B,rtmp://h/live,k1',
      'abcd-1234-efgh,rtmp://h/live,Main',
    ])
      expect(() => rows(line), line).toThrow(/more than a server and key|start the server address with/);
  });

  it('of blocks with empty lines between them is read block by block', () => {
    const text =
      'Twitch\nrtmp://one.example/live\nkey-one-1\n\nYouTube:\nServer: rtmp://two.example/live\nKey: key-two-2\n';
    expect(rows(text)).toEqual({
      taken: [
        ['Twitch', 'rtmp://one.example/live', 'key-one-1'],
        ['YouTube', 'rtmp://two.example/live', 'key-two-2'],
      ],
      problems: [],
    });
    expect(rows('rtmp://one.example/live\nk1\n\n\nrtmp://two.example/live\nk2').taken).toEqual([
      ['one.example', 'rtmp://one.example/live', 'k1'],
      ['two.example', 'rtmp://two.example/live', 'k2'],
    ]);
  });
});

describe('I3: a list in another encoding', () => {
  const line = (bytes: readonly number[]): Uint8Array =>
    Buffer.concat([Buffer.from(bytes), Buffer.from(' = rtmp://127.0.0.1/live/k')]);
  const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

  it.each([
    ['Windows-1252', line([...Buffer.from('Kirche M'), 0xfc, ...Buffer.from('nchen')]), 'Kirche München'],
    ['Windows-1252', line([...Buffer.from('Caf'), 0xe9]), 'Café'],
    ['Windows-1251', line([0xcf, 0xf0, 0xe8, 0xf5, 0xee, 0xe4]), 'Приход'],
    ['Shift JIS', line([0x8b, 0xb3, 0x89, 0xef]), '教会'],
    ['UTF-16', utf16('Kirche = rtmp://127.0.0.1/live/k'), 'Kirche'],
  ])('%s is read, and the guess is told', (encoding, bytes, name) => {
    const { presets, problems } = parsePresets(bytes);
    expect(presets).toEqual([expect.objectContaining({ key: 'k' })]);
    expect(presets[0]?.preset.name).toBe(name);
    expect(problems[0]).toContain(encoding);
  });

  const list = (...parts: readonly (string | number)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))));

  it.each<[string, Uint8Array, string, string]>([
    ['a Western name that two Kanji fit', list('B', 0xe9, 'n', 0xe9, 'dicte = '), 'Western', 'Bénédicte'],
    ['a Western name whose capitals lie below C0', list(0x8a, 'koda = '), 'Western', 'Škoda'],
    ['a name in Kana', list(0x83, 0x65, 0x83, 0x58, 0x83, 0x67, ' = '), 'Shift JIS', 'テスト'],
    ['a name in Kanji and Kana', list(0x93, 0xfa, 0x96, 0x7b, 0x82, 0xcc, ' = '), 'Shift JIS', '日本の'],
    ['a Chinese name', list(0xd6, 0xb1, 0xb2, 0xa5, ' = '), 'Chinese', '直播'],
    ['a Japanese name in its mail form', list('\u001b$B652q\u001b(B = '), 'ISO-2022-JP', '教会'],
  ])('%s is told by what its letters look like', (_what, start, encoding, name) => {
    const { presets, problems } = parsePresets(Buffer.concat([start, list('rtmp://127.0.0.1/live/k1')]));
    expect(presets).toEqual([expect.objectContaining({ key: 'k1' })]);
    expect(presets[0]?.preset.name).toBe(name);
    expect(problems[0]).toContain(encoding);
  });

  it.each<[string, Uint8Array]>([
    ['a key', list('Kirche = rtmp://127.0.0.1/live/k', 0xe9, 'y')],
    ['a key that ends in it', list('rtmp://127.0.0.1/live/ke', 0xfc)],
    ['a host', list('Kirche = rtmp://m', 0xfc, 'nchen.example/live/k')],
    ['a user’s name', list('rtmp://b', 0xe9, 'n:pw@127.0.0.1/live/k')],
    ['a password', list('rtmp://ben:p', 0xe9, 'w@127.0.0.1/live/k')],
    ['a password before the @', list('rtmp://ben:p', 0xe9, '@127.0.0.1/live/k')],
    ['a password of two Kanji', list('rtmp://ben:', 0x8b, 0xb3, 0x89, 0xef, '@127.0.0.1/live/k')],
    ['an OBS key', list('{"type":"rtmp_custom","settings":{"server":"rtmp://h/live","key":"k', 0xe9, '"}}')],
  ])('%s with a letter that depends on the encoding is not taken, and that is said', (_what, bytes) => {
    expect(() => parsePresets(bytes)).toThrow(/Save the file as UTF-8/);
    const whole = Buffer.concat([list('rtmp://127.0.0.1/live/good\n'), bytes]);
    if (bytes[0] === 0x7b) return;
    const { presets, problems } = parsePresets(whole);
    expect(presets.map(({ key }) => key)).toEqual(['good']);
    expect(problems.filter((each) => each.includes('Save the file as UTF-8'))).toHaveLength(1);
  });

  it.each<[string, Uint8Array]>([
    ['one zero', list('rtmp://127.0.0.1/live/k', 0)],
    ['zeros behind a line', list('rtmp://127.0.0.1/live/k\r\n', '\0'.repeat(4000))],
    ['zeros in UTF-16', Buffer.concat([utf16('\ufeffrtmp://127.0.0.1/live/k\n'), Buffer.alloc(4000)])],
    [
      'zeros in UTF-16 without a mark',
      Buffer.concat([utf16('rtmp://127.0.0.1/live/k\n'), Buffer.alloc(4000)]),
    ],
    ['zeros in the Western encoding', list('Caf', 0xe9, ' = rtmp://127.0.0.1/live/k\n', '\0'.repeat(9))],
    [
      'zeros behind JSON',
      list('{"type":"rtmp_custom","settings":{"server":"rtmp://127.0.0.1/live","key":"k"}}', '\0'.repeat(9)),
    ],
  ])('%s at its end are left out', (_what, bytes) => {
    expect(parsePresets(bytes).presets).toEqual([expect.objectContaining({ key: 'k' })]);
  });

  it('a line that zeros cut short is not taken: its key may have been longer', () => {
    const { presets, problems } = parsePresets(list('rtmp://h/live/k1\nrtmp://h/live/k2', '\0'.repeat(64)));
    expect(presets.map(({ key }) => key)).toEqual(['k1']);
    expect(problems).toEqual([expect.stringContaining('didn’t import the last line')]);
    expect(() => parsePresets(list('rtmp://h/live/k2', '\0'.repeat(64)))).toThrow(/may be incomplete/);
  });

  it('zeros within are no text', () => {
    expect(() => parsePresets(list('rtmp://h/live/k', 0, 'x'))).toThrow(/isn’t a text file/);
    expect(() => parsePresets(utf16('\ufeffrtmp://h/live/k\0x'))).toThrow(/isn’t a text file/);
  });

  it('a rich text document is named', () => {
    expect(() => parsePresets(list('{\\rtf1\\ansi rtmp://h/live/k}'))).toThrow(/RTF/);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffKirche = rtmp://127.0.0.1/live/k')],
    ['UTF-16 with a byte order mark', utf16('\ufeffKirche = rtmp://127.0.0.1/live/k')],
  ])('%s says so itself', (_name, bytes) => {
    const { presets, problems } = parsePresets(bytes);
    expect(presets[0]?.preset.name).toBe('Kirche');
    expect(problems).toEqual([]);
  });

  it('a binary file is still refused', () => {
    expect(() => parsePresets(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff))).toThrow(
      /isn’t a text file/,
    );
  });
});

describe('I3: a damaged JSON file', () => {
  it('is no list of addresses: nothing of it is taken, and nothing of it is in the sentences', () => {
    const whole = JSON.stringify(
      { type: 'rtmp_custom', settings: { server: 'rtmp://h.example/live', key: 'kqAbcdefgh7z' } },
      undefined,
      2,
    );
    for (const damaged of [whole.slice(0, -1), whole.slice(1), whole.replace(',', ''), `x${whole}`]) {
      const refused = (): OpenedPresets => parsePresets(Buffer.from(damaged));
      expect(refused).toThrow(/part of an incomplete JSON file|starts as JSON|start the server address with/);
      expect(refused).not.toThrow(/kqAbcdefgh7z/);
    }
  });
});

describe('a hostile file', () => {
  const lines = (line: string): string => `rtmp://h.example/live/k\n${line.repeat(100)}`;

  // Read over and over, each of these would hold the program for minutes or hours.
  it.each([
    ['a million empty lines', `rtmp://h.example/live/k\n${'\n'.repeat(999_000)}x`],
    ['lines of one bracket', `rtmp://h.example/live/k\n${'[\n'.repeat(499_000)}`],
    ['one open bracket over many lines', `rtmp://h.example/live/k\n[${'a\n'.repeat(499_000)}`],
    ['rows of quotes within addresses', lines(`rtmp://h/${'"'.repeat(7000)}x\n`)],
    ['rows of commas', lines(`${','.repeat(7000)}a\n`)],
    ['rows of blanks', lines(`rtmp://h/b${' '.repeat(7000)}x y\n`)],
  ])('of %s is read once, and what it holds besides is found', (_name, text) => {
    const { presets } = parsePresets(Buffer.from(text));
    expect(presets[0]).toMatchObject({ preset: { url: 'rtmp://h.example/live' }, key: 'k' });
  });

  it.each([
    ['names of Object.prototype', '{"__proto__":{"format":"upcast-presets"},"constructor":{},"toString":1}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['more than 1 MB', `rtmp://h.example/live/k\n${' '.repeat(1_000_000)}`],
  ])('of %s is refused', (_name, text) => {
    expect(() => parsePresets(Buffer.from(text))).toThrow(AppError);
    expect({}).not.toHaveProperty('format');
  });
});
