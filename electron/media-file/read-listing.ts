/** Asks ffmpeg what it sees in a file: its listing of the streams, as text. Never fails. */
import { execFile } from 'node:child_process';
import { ffmpegInputArguments } from './ffmpeg-input.ts';
import type { FfmpegInput } from './ffmpeg-input.ts';

const DEADLINE_MS = 10_000;
const MAXIMUM_OUTPUT_BYTES = 1_000_000;

/** Empty when ffmpeg could not be started or took too long. */
export async function readListing(ffmpegPath: string, input: FfmpegInput): Promise<string> {
  const args = ['-nostdin', ...ffmpegInputArguments(input)];
  const options = { timeout: DEADLINE_MS, maxBuffer: MAXIMUM_OUTPUT_BYTES, windowsHide: true };
  return await new Promise((resolve) => {
    // It always ends with an error: there is no output to write.
    execFile(ffmpegPath, args, options, (_error, _stdout, stderr) => resolve(stderr));
  });
}
