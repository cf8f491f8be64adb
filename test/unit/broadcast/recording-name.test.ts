/** Names of recordings: local time, nothing in them that a system refuses. */
import { expect, test } from 'vitest';
import { partPath, recordingFileName } from '../../../shared/broadcast/recording-name.ts';

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
])('%j is %j', (pattern, name) => expect(recordingFileName(pattern, date, size)).toBe(name));

test('a long pattern is cut', () => {
  expect(recordingFileName('x'.repeat(500), date, size)).toHaveLength(124);
});

test('a further part is numbered before the ending', () => {
  expect(partPath('/a.b/c', 2)).toBe('/a.b/c (2)');
  expect(partPath('/a.b/c.mp4', 3)).toBe('/a.b/c (3).mp4');
});
