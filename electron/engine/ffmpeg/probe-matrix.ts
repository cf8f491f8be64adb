/**
 * Which matrix the pictures of a video file are taken to have where the file does not say: ffmpeg takes BT.601, and of a
 * picture of 720 lines and more everybody else BT.709. Asks ffmpeg once what it sees in the file.
 */
import type { FfmpegInput } from '../../media-file/ffmpeg-input.ts';
import { readListing } from '../../media-file/read-listing.ts';

/** `asTagged`: the file says it, or it is small and ffmpeg's own guess is right. */
export type InputMatrix = 'asTagged' | 'bt709';

const HIGH_DEFINITION_LINES = 720;

/** Never fails: what cannot be read is told of by the player, in better words. */
export async function probeMatrix(ffmpegPath: string, input: FfmpegInput): Promise<InputMatrix> {
  return parseMatrix(await readListing(ffmpegPath, input));
}

/** By the first video stream in ffmpeg's listing, e.g. `Video: h264 (High), yuv420p(tv, bt709, progressive), 1280x720`. */
export function parseMatrix(listing: string): InputMatrix {
  const line = listing.split('\n').find((each) => /Stream #0:\d+.*: Video: /.test(each)) ?? '';
  const found = /, ((?:yuv|nv|p0)\w*)(?:\(([^)]*)\))?, (\d{1,5})x(\d{1,5})/.exec(line);
  if (found === null || Number(found[4]) < HIGH_DEFINITION_LINES) return 'asTagged';
  // Matrix, primaries and transfer are one word where they are the same, else three with slashes between.
  const isTagged = (found[2] ?? '')
    .split(', ')
    .some((word) => /^(bt|smpte|fcc|ycgco|chroma|ictcp|reserved)/.test(word));
  return isTagged ? 'asTagged' : 'bt709';
}
