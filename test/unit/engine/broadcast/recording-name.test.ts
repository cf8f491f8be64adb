/** Names of recordings: local time, nothing in them that a system refuses. */
import { isPartOf } from '../../../../shared/broadcast/recording-name.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partPath, recordingFileName } from '../../../../shared/broadcast/recording-name.ts';

const date = new Date(2026, 10, 5, 7, 8, 9);
const size = { width: 1280, height: 720 };

test.each([
  ['Upcast {date} {time}', 'Upcast 2026-11-05 07-08-09.mp4'],
  ['{size} {date}', '1280x720 2026-11-05.mp4'],
  ['', 'Upcast 2026-11-05 07-08-09.mp4'],
  ['   ...', 'Upcast 2026-11-05 07-08-09.mp4'],
  ['../../etc/passwd', '-..-etc-passwd.mp4'],
  ['a\\b:c*d?e"f<g>h|i\u0007', 'a-b-c-d-e-f-g-h-i-.mp4'],
  ['.hidden. ', 'hidden.mp4'],
  ['con', 'Recording con.mp4'],
  ['LPT1.x', 'Recording LPT1.x.mp4'],
  ['ä 😀 {unknown}', 'ä 😀 {unknown}.mp4'],
  ['half \ud83d', 'half -.mp4'],
  [`${'\u0301'.repeat(200)}`, 'Upcast 2026-11-05 07-08-09.mp4'],
])('%j is %j', (pattern, name) => expect(recordingFileName(pattern, date, size)).toBe(name));

test('the ending says the format', () => {
  expect(recordingFileName('{date}', date, size, 'mkv')).toBe('2026-11-05.mkv');
  expect(recordingFileName('', date, size, 'mkv')).toBe('Upcast 2026-11-05 07-08-09.mkv');
});

test('a long pattern is cut', () => {
  expect(recordingFileName('x'.repeat(500), date, size)).toHaveLength(124);
});

test.each([
  ['Chinese', '漢'],
  ['emoji of several code points', '👨‍👩‍👧‍👦'],
  ['flags', '🇩🇪'],
  ['letters with combining marks', 'a\u0308\u0323'],
  ['Thai', 'ที่'],
])('D7: a long pattern of %s is cut by bytes, never inside a character', (_what, character) => {
  const name = recordingFileName(character.repeat(100), date, size);
  const repeated = name.slice(0, -'.mp4'.length);
  expect(repeated.length % character.length).toBe(0);
  expect(repeated).toBe(character.repeat(repeated.length / character.length));
  expect(Buffer.byteLength(partPath(`Recording ${name}`, 1000))).toBeLessThanOrEqual(255);
  expect(repeated.length).toBeGreaterThan(70);
});

test('D7: names of 100 × 漢 are files on the disk, and so is a further part', () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-name-'));
  try {
    const path = join(folder, recordingFileName('漢'.repeat(100), date, size));
    writeFileSync(path, '');
    writeFileSync(partPath(path, 1000), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a further part is numbered before the ending', () => {
  expect(partPath('/a.b/c', 2)).toBe('/a.b/c (2)');
  expect(partPath('/a.b/c.mp4', 3)).toBe('/a.b/c (3).mp4');
});

test.each([
  ['/v/a.mp4', '/v/a.mp4', true],
  ['/v/a.mp4', '/v/a (12).mp4', true],
  ['/v/a (2).mp4', '/v/a (2).mp4', true],
  ['/v/a.mp4', '/v/a (2).exe', false],
  ['/v/a.mp4', '/v/../a.mp4', false],
  ['/v/a.mp4', '/v/a (2)/../../x.mp4', false],
  ['/v/a.mp4', '/etc/passwd', false],
])('of the recording %s, %s is a part: %s', (planned, path, isPart) => {
  expect(isPartOf(planned, path)).toBe(isPart);
});
