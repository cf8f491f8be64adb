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
      /the obs-multi-rtmp file has no output/,
    );
    expect(() => json({ targets: [] })).toThrow(/the obs-multi-rtmp file has no output/);
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
      /not a text file/,
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
      expect(refused).toThrow(/part of an incomplete JSON file|begins as JSON|must start with/);
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
