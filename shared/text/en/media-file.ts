/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, times } from './format.ts';

const count = (value: number, one: string, other: string): string => format.count(value, { one, other });
const bytes = (value: number): string => count(value, 'byte', 'bytes');

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) => `Ignored ${count(notice.count, 'incorrect tag size', 'incorrect tag sizes')}.`,
  wrongFlags: () => 'The file header doesn’t match the file’s audio or video, so Upcast ignored the header.',
  repeatedHeaders: (notice) =>
    `Skipped ${count(notice.count, 'extra file header', 'extra file headers')} inside the file.`,
  bytesBetween: (notice) =>
    `The file is damaged in ${count(notice.places ?? 1, 'place', 'places')}. Skipped ${bytes(notice.count)}.`,
  bytesAtEnd: (notice) => `Skipped ${bytes(notice.count)} after the last tag.`,
  cutTagBytes: (notice) => `The last tag is incomplete. Skipped its ${bytes(notice.count)}.`,
  unknownTags: (notice) => `Skipped ${count(notice.count, 'tag', 'tags')} of an unknown type.`,
  encryptedTags: (notice) => `Skipped ${count(notice.count, 'encrypted tag', 'encrypted tags')}.`,
  brokenTags: (notice) => `Skipped ${count(notice.count, 'unreadable tag', 'unreadable tags')}.`,
  gaps: (notice) =>
    `The file’s timestamps jump ahead by more than ${format.seconds(notice.longestGapMs ?? 0)} (${times(notice.count)}). ${format.plural(notice.count, { one: 'Upcast skipped the gap', other: 'Upcast skipped the gaps' })}.`,
  restarts: (notice) =>
    `The file’s timestamps start over (${times(notice.count)}). Playback continued without a gap.`,
  audioEncoded: (notice) =>
    `RTMP can’t carry the file’s ${notice.codec === undefined ? '' : `${notice.codec} `}audio, so Upcast converts it to AAC.`,
  videoRotated: (notice) =>
    `The file tells players to rotate its video by ${format.number(notice.count)}°. RTMP can’t carry that, so viewers see the video on its side or upside down. Convert the file with the rotation applied before you stream it.`,
  videoFormat: (notice) =>
    `The video is H.264 with ${notice.codec === undefined ? 'an unusual' : `the ${notice.codec}`} pixel format, which many services can’t play. Convert it to yuv420p first.`,
  endsEarly: () =>
    'The file ends early, as if the recording was cut off. Upcast sent everything before that point.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
