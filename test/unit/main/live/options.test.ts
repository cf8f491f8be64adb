import { expect, test } from 'vitest';
import { liveArguments } from '../../../../electron/main/live/live-arguments.ts';
import { parseLiveOptions } from '../../../../electron/main/live/options.ts';
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import { wordsOf } from '../../../support/words-of.ts';

const TO = ['--to', 'rtmps://host:8443/live/the-key', '--key-in-arguments'];

test('finds its arguments behind the marker', () => {
  expect(liveArguments(['electron', '--no-sandbox', '--', '--upcast-live', '--rehearse'])).toEqual([
    '--rehearse',
  ]);
  expect(liveArguments(['electron', '.'])).toBeUndefined();
});

test('the defaults', () => {
  expect(parseLiveOptions(TO)).toEqual({
    targets: [{ url: 'rtmps://host:8443/live', key: 'the-key' }],
    presets: [],
    isRehearsal: false,
    content: { type: 'source', source: { type: 'camera' }, audio: { type: 'microphone' } },
    hasFakeDevices: false,
    encoding: {},
    sound: { muted: [] },
  });
});

test('every option', () => {
  const options = parseLiveOptions([
    ...TO,
    '--to=rtmp://other/app',
    '--key-file',
    'key.txt',
    '--preset',
    'Mine',
    '--rehearse',
    '--source',
    'file:a b.mp4',
    '--audio',
    'file',
    '--fake-devices',
    '--size',
    '640x360',
    '--fps',
    '25',
    '--video-kbps',
    '800',
    '--audio-kbps',
    '96',
    '--keyframe-seconds',
    '1',
    '--latency',
    'quality',
    '--ca',
    'ca.pem',
    '--record',
    'take.mkv',
    '--seconds',
    '20',
    '--stats',
    'stats.ndjson',
  ]);
  expect(options.targets[1]).toEqual({ url: 'rtmp://other/app', key: '', keyFile: 'key.txt' });
  expect(options).toMatchObject({
    presets: ['Mine'],
    isRehearsal: true,
    content: { type: 'file', audio: { type: 'source' } },
    sourceFile: 'a b.mp4',
    hasFakeDevices: true,
    encoding: {
      width: 640,
      height: 360,
      fps: 25,
      videoKbps: 800,
      audioKbps: 96,
      keyframeSeconds: 1,
      latency: 'quality',
    },
    authorityFile: 'ca.pem',
    recordFile: 'take.mkv',
    seconds: 20,
    statsFile: 'stats.ndjson',
  });
});

test('a collection, its scene and commands', () => {
  const args = ['--scene', 'Game', '--command', '-', '--fps', '60'];
  expect(parseLiveOptions([...TO, '--collection', 'c.json', ...args])).toMatchObject({
    content: { type: 'collection', path: 'c.json', sceneName: 'Game' },
    encoding: { fps: 60 },
    commandFile: '-',
  });
  expect(parseLiveOptions([...TO, '--import-obs', 'o.json', '--audio', 'tone']).content).toEqual({
    ...{ type: 'obs', path: 'o.json', audio: { type: 'tone' } },
  });
});

test('the sources that are muted, the track that is streamed, and what the computer plays', () => {
  const args = ['--audio', 'system', '--mute', 'Music', '--mute=Guest', '--track', '2'];
  expect(parseLiveOptions([...TO, ...args])).toMatchObject({
    ...{ content: { audio: { type: 'system' } }, sound: { muted: ['Music', 'Guest'], streamTrack: 2 } },
  });
  for (const track of ['0', '7', '1.5', 'x'])
    expect(() => parseLiveOptions([...TO, '--track', track])).toThrow(
      '--track must be a number from 1 to 6.',
    );
});

test.each([
  ['pattern', 'source'],
  ['camera', 'microphone'],
  ['screen', 'microphone'],
])('the sound of %s is %s', (source, audio) => {
  expect(parseLiveOptions([...TO, '--source', source]).content.audio?.type).toBe(audio);
});

const bad: readonly (readonly [string, readonly string[]])[] = [
  ['no destination', []],
  ['unknown option', [...TO, '--sauce', 'x']],
  ['stray argument', [...TO, 'x']],
  ['missing value', ['--to']],
  ['value that is an option', ['--to', '--rehearse']],
  ['not an address', ['--to', 'nonsense']],
  ['web page', ['--to', 'https://host/live/key']],
  ['no key', ['--to', 'rtmps://live.twitch.tv/app']],
  ['no application', ['--to', 'rtmp://host']],
  ['bad port', ['--to', 'rtmp://host:99999/live/key']],
  ['a key in the arguments', ['--to', 'rtmp://host/live/the-key']],
  ['a password in the arguments', ['--to', 'rtmp://me:the-key@host/live', '--key-file', 'k']],
  ['a token in the arguments', ['--to', 'rtmp://host/live?token=the-key', '--key-stdin']],
  ['a key from two places', ['--to', 'rtmp://h/a', '--key-file', 'k', '--key-stdin']],
  ['key file first', ['--key-file', 'k', '--rehearse']],
  ['two key files', ['--to', 'rtmp://h/a', '--key-file', 'k', '--key-file', 'l']],
  ['source', [...TO, '--source', 'radio']],
  ['source without path', [...TO, '--source', 'file:']],
  ['audio', [...TO, '--audio', 'loud']],
  ['file sound without file', [...TO, '--audio', 'file']],
  ['size', [...TO, '--size', 'large']],
  ['odd size', [...TO, '--size', '641x361']],
  ['fps', [...TO, '--fps', '1000']],
  ['fps text', [...TO, '--fps', 'fast']],
  ['bitrate', [...TO, '--video-kbps', '-5']],
  ['latency', [...TO, '--latency', 'none']],
  ['a collection and a source', [...TO, '--collection', 'c.json', '--source', 'camera']],
  ['a collection and one of OBS', [...TO, '--collection', 'c.json', '--import-obs', 'o.json']],
  ['the sound of a file with a collection', [...TO, '--collection', 'c.json', '--audio', 'file']],
  ['a scene of no collection', [...TO, '--scene', 'Game']],
  ['seconds', [...TO, '--seconds', '0']],
  ['twice', [...TO, '--seconds', '5', '--seconds', '6']],
  ['flag with value', ['--rehearse=yes']],
];

test.each(bad)('refuses: %s', (_name, args) => {
  let error;
  try {
    parseLiveOptions(args);
  } catch (thrown) {
    error = toAppError(thrown);
  }
  expect(error?.code).toMatch(/^input\/bad-(option|url|key)$/);
  expect(wordsOf(error)).toMatch(/^\S.{8,}/);
  expect(`${wordsOf(error)} ${JSON.stringify(error?.toRecord())}`).not.toContain('the-key');
  // The sentence for a code alone says nothing of what is wrong.
  expect(wordsOf(error)).not.toBe(wordsOf(error && new AppError(error.code)));
});

test('a secret in a server’s address is held apart from it', () => {
  const { targets } = parseLiveOptions(['--key-in-arguments', '--to', 'rtmp://host/app?token=9f3c/the-key']);
  expect(targets).toEqual([{ url: 'rtmp://host/app', serverSecret: '?token=9f3c', key: 'the-key' }]);
});

test('P4: takes a server without a key, which is published to with an empty name', () => {
  const { targets } = parseLiveOptions(['--to', 'rtmp://127.0.0.1/mystream']);
  expect(targets).toEqual([{ url: 'rtmp://127.0.0.1/mystream', key: '' }]);
});

test.each([
  ['--size', '158x160', '160x160', '3842x3840', '3840x3840', /both even and from 160 to 3840/],
  ['--fps', '0.5', '1', '61', '60', /a whole number from 1 to 60, or 23\.976, 29\.97, or 59\.94/],
  ['--video-kbps', '99', '100', '51001', '51000', /a whole number from 100 to 51000/],
  ['--audio-kbps', '31', '32', '513', '512', /a whole number from 32 to 512/],
  ['--keyframe-seconds', '0.4', '0.5', '10.5', '10', /a number from 0\.5 to 10/],
] as const)('%s says its range', (option, low, lowest, high, highest, range) => {
  for (const value of [lowest, highest]) parseLiveOptions([...TO, option, value]);
  for (const value of [low, high]) expect(() => parseLiveOptions([...TO, option, value])).toThrow(range);
});
