import { describe, expect, it } from 'vitest';
import {
  isObsService,
  readObsService,
  readUrlList,
} from '../../../shared/destinations/import/foreign-presets.ts';
import { findService } from '../../../shared/destinations/services.ts';
import { wordsOfRefusal } from '../../support/words-of.ts';

const KEY = 'live_5501_AbCdEf';

describe('service.json of OBS', () => {
  it.each([
    [
      {
        type: 'rtmp_common',
        settings: { service: 'YouTube - RTMPS', server: 'rtmps://a.rtmps.youtube.com:443/live2', key: KEY },
      },
      {
        preset: {
          name: 'YouTube - RTMPS',
          serviceId: 'youtube',
          url: 'rtmps://a.rtmps.youtube.com:443/live2',
        },
        key: KEY,
      },
    ],
    [
      {
        type: 'rtmp_common',
        settings: { service: 'Twitch', server: 'auto', key: ` ${KEY}\n`, bwtest: false },
      },
      {
        preset: {
          name: 'Twitch',
          serviceId: 'twitch',
          url: findService('twitch')?.servers[0]?.url as string,
        },
        key: KEY,
      },
    ],
    [
      {
        type: 'rtmp_common',
        settings: { service: 'Twitter / X', server: 'rtmp://va.pscp.tv:80/x', key: KEY },
      },
      { preset: { serviceId: 'x', url: 'rtmp://va.pscp.tv:80/x' }, key: KEY },
    ],
    [
      {
        type: 'rtmp_custom',
        settings: {
          server: 'rtmp://media.example/live',
          key: KEY,
          use_auth: true,
          username: 'me',
          password: 'pw',
        },
      },
      {
        preset: {
          name: 'media.example',
          serviceId: 'custom',
          url: 'rtmp://media.example/live',
          username: 'me',
        },
        key: KEY,
        password: 'pw',
      },
    ],
    [
      {
        type: 'rtmp_custom',
        settings: {
          server: 'rtmp://media.example/live',
          key: '',
          use_auth: false,
          username: 'old',
          password: 'old',
        },
      },
      { preset: { url: 'rtmp://media.example/live' } },
    ],
  ])('%#', (file, expected) => {
    expect(isObsService(file)).toBe(true);
    const read = readObsService(file);
    expect(read).toMatchObject(expected);
    if (!('use_auth' in file.settings) || file.settings.use_auth !== true)
      expect(read).not.toHaveProperty('password');
    if (file.settings.key === '') expect(read).not.toHaveProperty('key');
  });

  it.each([
    [{ type: 'whip_custom', settings: { server: 'https://whip.example/live' } }, /doesn’t use RTMP/],
    [
      { type: 'rtmp_common', settings: { service: 'Nobody knows it', server: 'auto', key: KEY } },
      /OBS picks this server automatically/,
    ],
    [
      { type: 'rtmp_common', settings: { service: '***', server: 'auto', key: KEY } },
      /OBS picks this server automatically/,
    ],
    [{ type: 'rtmp_custom', settings: { server: 'srt://media.example', key: KEY } }, /doesn’t support SRT/],
  ])('says what cannot be taken over: %#', (file, words) => {
    expect(wordsOfRefusal(() => readObsService(file))).toMatch(words);
  });
});

describe('a list of addresses', () => {
  it('takes names, keys, sign-ins and comments apart', () => {
    const { presets, problems } = readUrlList(
      [
        '# my channels',
        `rtmps://a.rtmps.youtube.com:443/live2/${KEY}`,
        '',
        `Church = rtmp://user:pa%20ss@media.example:1936/live/${KEY}?token=a=b`,
        'rtmp://plain.example/app?name=x=y',
        '; done',
      ].join('\r\n'),
    );
    expect(problems).toEqual([]);
    expect(presets).toMatchObject([
      {
        preset: { name: 'YouTube', serviceId: 'youtube', url: 'rtmps://a.rtmps.youtube.com:443/live2' },
        key: KEY,
      },
      {
        preset: { name: 'Church', url: 'rtmp://media.example:1936/live', username: 'user' },
        key: `${KEY}?token=a=b`,
        password: 'pa ss',
      },
      { preset: { name: 'plain.example', url: 'rtmp://plain.example/app' }, serverSecret: '?name=x=y' },
    ]);
    expect(presets[2]).not.toHaveProperty('key');
  });

  it('names the line that cannot be read, and nothing of it', () => {
    const { presets, problems } = readUrlList(
      `rtmp://good.example/live/${KEY}\nhttp://bad.example/${KEY}\nhello`,
    );
    expect(presets).toHaveLength(1);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^Line 2: this is a web page/);
    expect(problems.join()).not.toContain(KEY);
  });

  it('takes an OBS service named by signs alone for no service of the catalogue', () => {
    const settings = { service: '***', server: 'rtmp://media.example/live', key: KEY };
    expect(readObsService({ type: 'rtmp_common', settings }).preset.serviceId).toBe('custom');
  });

  it.each([
    ['blanks', ' '.repeat(40_000)],
    ['8 MB of blanks', ' '.repeat(8_000_000)],
    ['an 8 MB name', 'x'.repeat(8_000_000)],
    ['8 MB of equal signs', '='.repeat(8_000_000)],
  ])('refuses a line of %s without reading it over and over', (_what, filler) => {
    const line = `a${filler}b`;
    const { presets, problems } = readUrlList(`rtmp://good.example/live/${KEY}\n${line}`);
    expect(presets).toHaveLength(1);
    expect(problems).toEqual(['Line 2: too long for an address.']);
  });

  it.each([
    '{"key":"sk-9"} = rtmp://h.example/live',
    'Stream key: sk-9 = rtmp://h.example/live',
    'key sk-9 = rtmp://h.example/live',
  ])('takes nothing for a name that may hold a key: %s', (line) => {
    const { presets, problems } = readUrlList(line);
    expect(presets).toEqual([]);
    expect(problems.join()).not.toContain('sk-9');
  });

  it('stops at the most that can be kept', () => {
    const many = Array.from({ length: 150 }, (_each, index) => `rtmp://h${index}.example/live/k`).join('\n');
    const { presets, problems } = readUrlList(many);
    expect(presets).toHaveLength(100);
    expect(problems).toEqual(['Upcast read only the first 100 addresses.']);
  });
});
