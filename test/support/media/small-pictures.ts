/** Pictures made small, to say whether what the window showed is what a recording holds. */
import { execFile } from 'node:child_process';
import { ffmpegPath } from './ffmpeg.ts';

export const SMALL_WIDTH = 32;
export const SMALL_HEIGHT = 18;
const SIZE = SMALL_WIDTH * SMALL_HEIGHT * 3;

/** RGB, row by row. */
export type SmallPicture = Uint8Array;

/** Every frame of a recording, or the one picture of a PNG. */
export async function smallPictures(input: string | Buffer): Promise<readonly SmallPicture[]> {
  const filter = `scale=${SMALL_WIDTH}:${SMALL_HEIGHT}:flags=area,format=rgb24`;
  const output = await new Promise<Buffer>((resolve, reject) => {
    const child = execFile(
      ffmpegPath(),
      [
        ...['-v', 'error', '-i', typeof input === 'string' ? input : 'pipe:0'],
        ...['-an', '-vf', filter, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-'],
      ],
      { encoding: 'buffer', maxBuffer: 64_000_000 },
      (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
    );
    if (typeof input !== 'string') child.stdin?.end(input);
  });
  return Array.from({ length: output.length / SIZE }, (_, index) =>
    output.subarray(index * SIZE, (index + 1) * SIZE),
  );
}

/** The mean difference of their values, 0 to 255. */
export function differenceOf(one: SmallPicture, other: SmallPicture): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / SIZE;
}

/** @param column,row from the top left. */
export function colourAt(picture: SmallPicture, column: number, row: number): readonly number[] {
  const at = (row * SMALL_WIDTH + column) * 3;
  return [...picture.subarray(at, at + 3)];
}

/** @param tolerance of each value: what an encoder at a low bitrate changes. */
export function isNear(seen: readonly number[], wanted: readonly number[], tolerance = 24): boolean {
  return wanted.every((value, at) => Math.abs((seen[at] ?? -1) - value) < tolerance);
}
