import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePresets, readPresetFile, unlockPresets } from '../../../electron/settings/preset-import.ts';
import { sealPresets } from '../../../electron/settings/preset-seal.ts';
import {
  MAX_PRESET_FILE_BYTES,
  presetSchema,
  sealedSecretsSchema,
} from '../../../shared/destinations/preset-file.ts';
import type { PresetFile } from '../../../shared/destinations/preset-file.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';

const KEY = 'sk-sealed-4f1d90';
const PASSPHRASE = 'several words are best';
const presets = [
  presetSchema.parse({ name: 'One', serviceId: 'custom', url: 'rtmps://one.example/live' }),
  presetSchema.parse({ name: 'Two', serviceId: 'custom', url: 'rtmp://two.example/app' }),
];
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value, null, 2));
const sealed: PresetFile = await sealPresets(
  presets,
  [{ index: 1, key: KEY, password: 'pw-13f' }],
  PASSPHRASE,
);
const withSecrets = (change: (secrets: NonNullable<PresetFile['secrets']>) => object): unknown => ({
  ...sealed,
  secrets: sealed.secrets === undefined ? {} : change(sealed.secrets),
});
const damagedText = /damaged/;

describe('a sealed preset file', () => {
  it('gives its keys to the passphrase, and holds them nowhere in the clear', async () => {
    const bytes = bytesOf(sealed);
    expect(Buffer.from(bytes).includes(KEY)).toBe(false);
    const opened = parsePresets(bytes);
    expect(opened.presets.map(({ preset }) => preset)).toEqual(presets);
    expect(opened.presets.some(({ key }) => key !== undefined)).toBe(false);
    const unlocked = await unlockPresets(opened, PASSPHRASE);
    expect(unlocked.locked).toBeUndefined();
    expect(unlocked.presets[1]).toMatchObject({ key: KEY, password: 'pw-13f' });
    expect(unlocked.presets[0]?.key).toBeUndefined();
  });

  it('takes the passphrase however its letters were composed, and no other', async () => {
    const file = await sealPresets(presets, [{ index: 0, key: KEY }], 'caf\u00e9 au lait');
    const opened = parsePresets(bytesOf(file));
    expect((await unlockPresets(opened, 'cafe\u0301 au lait')).presets[0]?.key).toBe(KEY);
    await expect(unlockPresets(opened, 'cafe au lait')).rejects.toMatchObject({
      code: 'settings/wrong-passphrase',
    });
  });

  it.each<[string, unknown]>([
    [
      'the server',
      { ...sealed, destinations: [presets[0], { ...presets[1], url: 'rtmp://thief.example/app' }] },
    ],
    ['the order', { ...sealed, destinations: sealed.destinations.toReversed() }],
    [
      'the nonce',
      withSecrets((s) => ({ ...s, cipher: { ...s.cipher, nonce: randomBytes(12).toString('base64') } })),
    ],
    [
      'the data',
      withSecrets((s) => ({
        ...s,
        data: Buffer.concat([Buffer.from(s.data, 'base64'), Buffer.of(1)]).toString('base64'),
      })),
    ],
    ['too little data', withSecrets((s) => ({ ...s, data: 'AAAA' }))],
  ])('is not trusted once %s was changed', async (_name, changed) => {
    const opened = parsePresets(bytesOf(changed));
    await expect(unlockPresets(opened, PASSPHRASE)).rejects.toMatchObject({
      code: 'input/bad-file',
      details: { message: expect.stringMatching(damagedText) as string },
    });
  });

  it.each([
    ['N of gigabytes', { N: 2 ** 24 }],
    ['N that is no power of two', { N: 100_000 }],
    ['N so small that guessing is cheap', { N: 2 ** 10 }],
    ['r of gigabytes', { r: 4096 }],
    ['N and r together too much', { N: 2 ** 18, r: 16 }],
    ['p of minutes', { p: 1000 }],
    ['a salt of none', { salt: '' }],
  ])('costs nothing when it asks for %s', (_name, kdf) => {
    const started = process.memoryUsage().rss;
    const file = withSecrets((s) => ({ ...s, kdf: { ...s.kdf, ...kdf } }));
    expect(() => parsePresets(bytesOf(file))).toThrow(damagedText);
    expect(process.memoryUsage().rss - started).toBeLessThan(64 * 1024 * 1024);
    expect(sealedSecretsSchema.safeParse((file as PresetFile).secrets).success).toBe(false);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    [
      'a newer version',
      JSON.stringify({ ...sealed, version: 7 }),
      /newer version of Upcast saved this file \(format 7/,
    ],
    ['half a file', JSON.stringify(sealed).slice(0, 300), damagedText],
    ['a field too many', JSON.stringify({ ...sealed, surprise: 1 }), damagedText],
    ['JSON of others', '{"scenes": []}', /can’t import this kind of file/],
    ['nothing', '', /no server addresses/],
    [
      'a list without an address',
      '\nhttp://h.example',
      /any address in the file\. Line 2: this is a web page.*[^.]\.$/,
    ],
  ])('says so: %s', (_name, text, words) => {
    expect(() => parsePresets(Buffer.from(text))).toThrow(words);
  });

  it.each([
    ['a newer version', JSON.stringify({ ...sealed, version: 7 }), true],
    ['rich text', '{\\rtf1\\ansi rtmp://h/live/k}', true],
    ['a setting of OBS without a server', '{"bitrate": 6000}', true],
    ['half a file', JSON.stringify(sealed).slice(0, 300), undefined],
  ])('tells whether its words have advice: %s', (_name, text, hasAdvice) => {
    expect.assertions(1);
    try {
      parsePresets(Buffer.from(text));
    } catch (error) {
      expect(toAppError(error).details['hasAdvice']).toBe(hasAdvice);
    }
  });

  it('says so: not a text', () => {
    expect(() => parsePresets(Buffer.of(0xff, 0xfe, 0x00))).toThrow(/isn’t a text file/);
  });

  it('is not read beyond the limit, and never quoted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upcast-presets-'));
    try {
      const path = join(folder, 'large.json');
      writeFileSync(path, Buffer.alloc(MAX_PRESET_FILE_BYTES + 10, 0x20));
      await expect(readPresetFile(path)).rejects.toMatchObject({ code: 'input/bad-file' });
      await expect(readPresetFile(folder)).rejects.toMatchObject({ code: 'input/bad-file' });
      await expect(readPresetFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'input/bad-file' });
      const broken = `{"type":"rtmp_custom","settings":{"key":"${KEY}"`;
      expect(() => parsePresets(Buffer.from(broken))).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining(KEY) as string,
          cause: undefined,
        }) as Error,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
