import { expect, test } from 'vitest';
import type { FileNotice } from '../../../shared/media/file-notice.ts';
import { texts } from '../../../shared/text/text.ts';

const cases: readonly (readonly [FileNotice, string])[] = [
  [
    { code: 'gaps', count: 1, longestGapMs: 10_000 },
    'The file’s timestamps jump ahead by more than 10 s (once). Upcast skipped the gap.',
  ],
  [
    { code: 'gaps', count: 3, longestGapMs: 10_000 },
    'The file’s timestamps jump ahead by more than 10 s (3 times). Upcast skipped the gaps.',
  ],
  [
    { code: 'restarts', count: 1 },
    'The file’s timestamps start over (once). Playback continued without a gap.',
  ],
  [
    { code: 'audioEncoded', count: 1, codec: 'Opus' },
    'RTMP can’t carry the file’s Opus audio, so Upcast converts it to AAC.',
  ],
  [{ code: 'audioEncoded', count: 1 }, 'RTMP can’t carry the file’s audio, so Upcast converts it to AAC.'],
];

test.each(cases)('%o reads: %s', (notice, sentence) => {
  expect(texts.mediaFile.notice(notice)).toBe(sentence);
});
