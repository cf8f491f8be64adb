/** What ffmpeg's listing says of a file: its video's size, rate, length, alpha; whether it has sound. Pure. */
import { exactFrameRate } from '../../../shared/encoding/frame-rate.ts';

export interface FileFacts {
  /** As the file shows itself: upright, in square pixels. */
  readonly width: number;
  readonly height: number;
  /** ffmpeg's name. */
  readonly codec: string;
  readonly hasAlpha: boolean;
  /** Undefined where the listing has none. */
  readonly fps: number | undefined;
  readonly durationUs: number | undefined;
}

/** Sides beyond this are not believed. */
const MAX_SIDE = 32_768;
const ALPHA_FORMAT = /^(yuva|rgba|argb|bgra|abgr|gbrap|ya8|ya16|pal8)/;

/** `mono` sounds as loud on two loudspeakers as on one. */
export type SoundFacts = 'none' | 'mono' | 'several';

/** Of the first stream of sound, which is the one that plays. */
export function parseSound(listing: string): SoundFacts {
  const line = /^ *Stream #0:\d+.*: Audio: .*$/m.exec(listing)?.[0];
  if (line === undefined) return 'none';
  return / Hz, (mono|1 channels?)\b/.test(line) ? 'mono' : 'several';
}

/** Undefined where there is no video; the picture on the cover of a song is none. */
export function parseFileFacts(listing: string): FileFacts | undefined {
  const lines = listing.split('\n');
  const at = lines.findIndex(
    (line) => /^ *Stream #0:\d+.*: Video: /.test(line) && !line.includes('(attached pic)'),
  );
  const line = lines[at];
  if (line === undefined) return undefined;
  const behind = lines.slice(at + 1);
  const end = behind.findIndex((each) => /^ *Stream #/.test(each));
  const below = (end === -1 ? behind : behind.slice(0, end)).join('\n');
  const codec = /: Video: (\w+)/.exec(line)?.[1] ?? '';
  const size = /, (\d{1,5})x(\d{1,5})[, [\r\n]|, (\d{1,5})x(\d{1,5})$/.exec(line);
  if (size === null) return undefined;
  const stored = { width: Number(size[1] ?? size[3]), height: Number(size[2] ?? size[4]) };
  const [, across = '1', down = '1'] = /SAR (\d+):(\d+)/.exec(line) ?? [];
  const ratio = Number(across) / Number(down);
  const square = Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
  const wide = { width: Math.round(stored.width * square), height: stored.height };
  const isTurned = /rotation of -?(90|270)\.|rotate +: -?(90|270)\b/.test(below);
  const { width, height } = isTurned ? { width: wide.height, height: wide.width } : wide;
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) return undefined;
  const format = /: Video: [^,]*(?:\([^)]*\))*[^,]*, (\w+)/.exec(line)?.[1] ?? '';
  const hasAlpha = ALPHA_FORMAT.test(format) || /alpha_mode +: 1/.test(below);
  return { width, height, codec, hasAlpha, fps: rateOf(line), durationUs: durationOf(listing) };
}

function rateOf(line: string): number | undefined {
  const found = /, ([\d.]+)(k?) fps/.exec(line) ?? /, ([\d.]+)(k?) tbr/.exec(line);
  if (found === null) return undefined;
  const rate = exactFrameRate(Number(found[1]) * (found[2] === 'k' ? 1000 : 1));
  return rate > 0 && rate <= 1000 ? rate : undefined;
}

/** Microseconds; undefined where the listing has none. */
export function durationOf(listing: string): number | undefined {
  const found = /Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(listing);
  if (found === null) return undefined;
  const seconds = Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]);
  return seconds > 0 ? Math.round(seconds * 1e6) : undefined;
}
