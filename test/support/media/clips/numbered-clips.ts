/** Clips with numbered frames, made by ffmpeg in a folder of the test. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MediaPassBegan } from '../../../../shared/media/media-source-port.ts';
import { ffmpegPath } from '../ffmpeg.ts';

const run = promisify(execFile);

/** Frame n is grey of luma 16 + 4n, lossless. */
export const numbered = (size: string, fps: string, frames: number): string[] => [
  ...['-f', 'lavfi', '-i', `color=black:s=${size}:r=${fps},format=yuv420p,geq=lum='16+4*N':cb=128:cr=128`],
  ...['-frames:v', String(frames), '-color_range', 'tv'],
];

export const lossless: readonly string[] = ['-c:v', 'ffv1', '-pix_fmt', 'yuv420p'];

export async function makeClip(folder: string, name: string, args: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await run(ffmpegPath(), ['-v', 'error', '-y', ...args, path]);
  return path;
}

export const middleOf = ({
  bytes,
  pass,
}: {
  readonly bytes: Buffer;
  readonly pass: MediaPassBegan;
}): number =>
  bytes[Math.floor(pass.pictureHeight / 2) * pass.pictureWidth + Math.floor(pass.pictureWidth / 2)] ?? -1;
