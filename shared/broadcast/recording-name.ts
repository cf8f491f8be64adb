/** The name of a recording: from the user's pattern, in local time, valid on every system. Pure. */
import { cutWhole } from '../whole-characters.ts';

/** The ending of a file says its format. */
export const recordingFormats = ['mp4', 'mkv'] as const;
export type RecordingFormat = (typeof recordingFormats)[number];

export const DEFAULT_RECORDING_PATTERN = 'Upcast {date} {time}';
/** UTF-16 units: leaves Windows room for the folder. */
const MAX_NAME_LENGTH = 120;
/** Bytes in UTF-8: of the 255 of a file system, what the ending, a part's number and `Recording ` leave. */
const MAX_NAME_BYTES = 230;

/** What cannot be in a file name on one of the systems, control characters, and halves of a character. */
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]|\p{Surrogate}/gu;
/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * `{date}` becomes `2026-01-31`, `{time}` `18-05-09`, `{size}` `1280x720`; what a file name may not hold becomes `-`.
 * @param pattern without folder and ending; an empty one gives the default.
 * @returns the name with the format's ending.
 */
export function recordingFileName(
  pattern: string,
  date: Date,
  size: { width: number; height: number },
  format: RecordingFormat = 'mp4',
): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}-${two(date.getMinutes())}-${two(date.getSeconds())}`;
  const fill = (text: string): string =>
    cutWhole(
      text
        .replaceAll('{date}', day)
        .replaceAll('{time}', time)
        .replaceAll('{size}', `${size.width}x${size.height}`)
        .replace(forbidden, '-'),
      MAX_NAME_LENGTH,
      MAX_NAME_BYTES,
    )
      // Windows drops dots and spaces at the end; a dot at the start hides the file.
      .replace(/^[. ]+|[. ]+$/g, '');
  const name = fill(pattern);
  if (name === '') return `${fill(DEFAULT_RECORDING_PATTERN)}.${format}`;
  return `${reserved.test(name) ? `Recording ${name}` : name}.${format}`;
}

/** The same path as part `part`: ` (2)` before the ending. */
export function partPath(path: string, part: number): string {
  if (part <= 1) return path;
  const dot = path.lastIndexOf('.');
  const hasEnding = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return hasEnding ? `${path.slice(0, dot)} (${part})${path.slice(dot)}` : `${path} (${part})`;
}

/** Whether `path` is the recording planned as `plannedPath`, or a part of it. */
export function isPartOf(plannedPath: string, path: string): boolean {
  const part = / \((\d{1,9})\)(?:\.[^./\\]*)?$/.exec(path)?.[1];
  return path === plannedPath || (part !== undefined && path === partPath(plannedPath, Number(part)));
}
