/** Asks an ffmpeg, once, whether it has the cheap filter for the matrix and the range of a picture. */
import { execFile } from 'node:child_process';
import type { MatrixFilter } from './video-filter.ts';

const DEADLINE_MS = 10_000;
const MAXIMUM_OUTPUT_BYTES = 1_000_000;

/** Never fails: an ffmpeg that does not answer is taken not to have it, and says itself what ails it when it encodes. */
export async function findMatrixFilter(ffmpegPath: string): Promise<MatrixFilter> {
  const args = ['-hide_banner', '-nostdin', '-h', 'filter=colorspace'];
  const options = { timeout: DEADLINE_MS, maxBuffer: MAXIMUM_OUTPUT_BYTES, windowsHide: true };
  return await new Promise((resolve) => {
    execFile(ffmpegPath, args, options, (_error, stdout) =>
      resolve(stdout.startsWith('Filter colorspace') ? 'colorspace' : 'scale'),
    );
  });
}
