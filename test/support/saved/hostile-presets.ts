/** Files that a stranger may offer for import, each as bad as its kind gets within the largest size. */
import { randomBytes } from 'node:crypto';
import { MAX_PRESET_FILE_BYTES } from '../../../shared/destinations/preset-file.ts';

const FULL = MAX_PRESET_FILE_BYTES;
const twitch = { name: 'Twitch', serviceId: 'twitch', url: 'rtmps://live.twitch.tv/app' };

function own(destinations: readonly object[]): string {
  return JSON.stringify({ format: 'upcast-presets', version: 1, destinations });
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

function nested(open: string, close: string, bytes: number): string {
  const count = Math.floor(bytes / (open.length + close.length));
  return open.repeat(count) + close.repeat(count);
}

/** By what it is; the text of the file. */
export const hostilePresets: ReadonlyMap<string, string> = new Map([
  ['a hidden backup', own([{ ...twitch, backupUrl: 'rtmp://collector.example/app', backupMode: 'both' }])],
  [
    'an authority of its own, a hundred times',
    own(
      Array.from({ length: 100 }, (_, index) => ({
        ...{ ...twitch, name: `One ${index}` },
        tls: { extraAuthorityPem: `-----BEGIN CERTIFICATE-----\n${'A'.repeat(9000)}\n` },
      })),
    ),
  ],
  [
    'names of Object.prototype',
    own(['__proto__', 'constructor', 'toString'].map((serviceId) => ({ ...twitch, serviceId }))).replaceAll(
      '"name"',
      '"__proto__":{"isTls":false},"name"',
    ),
  ],
  ['40 000 blanks', `${' '.repeat(40_000)}=rtmp://h/a`],
  ['a line of 8 MB', 'a'.repeat(8_000_000)],
  ['a line of the largest size', 'a= '.repeat(FULL / 3)],
  ['1.1 MB of JSON within JSON', nested('{"a":', '0}', 1_100_000)],
  ['JSON of 8 MB', `[${'1,'.repeat(4_000_000)}1]`],
  ['brackets within brackets', nested('[', ']', FULL)],
  ['brackets that do not end', '['.repeat(FULL)],
  [
    'our format full of brackets',
    `{"format":"upcast-presets","version":1,"destinations":${nested('[', ']', FULL - 100)}}`,
  ],
  [
    'our format with 60 000 names in one preset',
    `{"format":"upcast-presets","version":1,"destinations":[{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":1`).join(',')}}]}`,
  ],
  ['lines of nothing', '\n'.repeat(FULL)],
  ['words without an end', lines(120, () => `Server: rtmp://h/a Stream key: ${'key '.repeat(1900)}`)],
  ['addresses in each line', lines(120, () => 'rtmp://h/a '.repeat(700))],
  ['sections without an end', '[obs-multi-rtmp]\n'.repeat(FULL / 17)],
  [
    'brackets in Base64 in a section',
    `[obs-multi-rtmp]\njson="${Buffer.from('['.repeat(700_000)).toString('base64')}"`,
  ],
  [
    'a hundred keys of 4000 characters',
    lines(100, (index) => `Name ${index} = rtmp://h${index}/app/${randomBytes(2000).toString('hex')}`),
  ],
  [
    'a hundred keys that are percent-encoded again and again',
    lines(100, (index) => `Name ${index} = rtmp://h${index}/app/${'%252541'.repeat(500)}${index}`),
  ],
]);
