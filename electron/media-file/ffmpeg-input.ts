/**
 * How a file from outside is given to ffmpeg: the one place that says what ffmpeg may open. Whatever its name, the file is a file and
 * nothing else; whatever it holds, ffmpeg opens no other file and no connection for it, as playlists and scripts ask for.
 */
import type { ErrorDetails } from '../../shared/errors/app-error.ts';
import type { ErrorReason } from '../../shared/errors/error-reasons.ts';

/** ffmpeg's own names of the containers that it may open. None of them leads on to other files. */
const FORMATS = [
  ...['flv', 'mov', 'mp4', 'm4a', '3gp', '3g2', 'mj2', 'matroska', 'webm', 'avi', 'mpegts', 'mpeg', 'asf'],
  ...[
    'ogg',
    'wav',
    'w64',
    'mp3',
    'aac',
    'flac',
    'gif',
    'mxf',
    'png_pipe',
    'jpeg_pipe',
    'webp_pipe',
    'bmp_pipe',
  ],
];
/** A picture of 8K with 16 bits in three planes takes 200 MB; a file that asks for more is refused by ffmpeg itself. */
const LARGEST_ALLOCATION_BYTES = 512 * 1024 * 1024;

export interface FfmpegInput {
  /** As the system takes it; undefined when the bytes come on standard input. */
  readonly path: string | undefined;
  /** By the file's own first bytes, see `findFormat`; ffmpeg looks for itself when absent. */
  readonly format: string | undefined;
}

/** Goes before anything else of that input's; ends with `-i` and its name. */
export function ffmpegInputArguments({ path, format }: FfmpegInput): string[] {
  const isPipe = path === undefined;
  return [
    ...['-max_alloc', String(LARGEST_ALLOCATION_BYTES)],
    ...['-protocol_whitelist', isPipe ? 'pipe' : 'file', '-format_whitelist', FORMATS.join(',')],
    ...(format === undefined ? [] : ['-f', format]),
    // With the protocol before it, no name is an option, another protocol or a pattern of names.
    ...['-i', isPipe ? 'pipe:0' : `file:${path}`],
  ];
}

/** How many bytes `findFormat` wants to see. */
export const FORMAT_HEAD_BYTES = 380;

/** The container by its first bytes, as ffmpeg calls it: a name such as `x.jpg` then says nothing. */
export function findFormat(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, 16));
  if (text.startsWith('FLV')) return 'flv';
  if (/^....(ftyp|moov|mdat|wide|free|skip|pnot)/s.test(text)) return 'mov';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'matroska';
  if (text.startsWith('RIFF')) {
    return { 'AVI ': 'avi', WAVE: 'wav', WEBP: 'webp_pipe' }[text.slice(8, 12)];
  }
  if (head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47) return 'mpegts';
  const found = SIGNATURES.find(([signature]) => text.startsWith(signature));
  return found?.[1];
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['OggS', 'ogg'],
  ['fLaC', 'flac'],
  ['GIF8', 'gif'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'asf'],
  ['\0\0\x01\xba', 'mpeg'],
  ['\x89PNG\r\n\x1a\n', 'png_pipe'],
  ['\xff\xd8\xff', 'jpeg_pipe'],
  ['BM', 'bmp_pipe'],
];

/** Why a file cannot be read, as a reason and its details. */
export interface FileFault {
  readonly reason: ErrorReason;
  readonly details?: ErrorDetails | undefined;
}

/** Why ffmpeg cannot read a file: a reason where ffmpeg's words are known, else ffmpeg's first line without its prefix. */
export function explainFfmpeg(words: string): FileFault {
  const known = findReason(words);
  if (known !== undefined) return { reason: known };
  const line = words
    .split('\n')
    .map((each) => each.replace(/^(\[[^\]]*\] )+/, '').trim())
    .find((each) => each !== '');
  if (line === undefined) return { reason: 'ffmpegStopped' };
  // The name of the file says nothing new, and may hold colons of its own.
  const said = /^file:[^]*: ([^:]+)$/.exec(line)?.[1] ?? line;
  return { reason: 'ffmpegSaid', details: { words: said.slice(0, 200) } };
}

/** A file that was there a moment ago is gone. */
export function saysMissing(words: string): boolean {
  return words.includes('No such file or directory');
}

export function findReason(words: string): ErrorReason | undefined {
  return REASONS.find(([sign]) => words.includes(sign))?.[1];
}

const REASONS: readonly (readonly [string, ErrorReason])[] = [
  ['moov atom not found', 'fileIndexMissing'],
  ['not on whitelist', 'fileFormatRefused'],
  ['matches no streams', 'fileNoVideo'],
  ['does not contain any stream', 'fileNoMedia'],
  ['Invalid data found', 'fileNotMedia'],
];
