/**
 * Which matrix the pictures of a video file are taken to have where the file does not say: ffmpeg takes BT.601, and of a
 * picture of 720 lines and more everybody else BT.709. Asks ffmpeg once what it sees in the file.
 */
import { execFile } from 'node:child_process';

/** `asTagged`: the file says it, or it is small and ffmpeg's own guess is right. */
export type InputMatrix = 'asTagged' | 'bt709';

const HIGH_DEFINITION_LINES = 720;
const DEADLINE_MS = 10_000;
const MAXIMUM_OUTPUT_BYTES = 1_000_000;

/** Never fails: what cannot be read is told of by the player, in better words. `path` is absolute. */
export async function probeMatrix(ffmpegPath: string, path: string): Promise<InputMatrix> {
  const args = ['-hide_banner', '-nostdin', '-protocol_whitelist', 'file', '-i', `file:${path}`];
  const options = { timeout: DEADLINE_MS, maxBuffer: MAXIMUM_OUTPUT_BYTES, windowsHide: true };
  return await new Promise((resolve) => {
    // It always ends with an error: there is no output to write.
    execFile(ffmpegPath, args, options, (_error, _stdout, stderr) => resolve(parseMatrix(stderr)));
  });
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
