/** What a recording shows, by the colour in the middle of its picture, and how loud its two sides are, second by second. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ffmpegPath } from './ffmpeg.ts';

const run = promisify(execFile);

export type Colour = 'red' | 'green' | 'blue' | 'white' | 'black' | 'other';

/** Colours in order, each stretch once; five looks a second. @param part an eighth of the picture's height, at its middle. */
export async function recordedColours(
  file: string,
  part: 'middle' | 'left' | 'right' = 'middle',
): Promise<readonly Colour[]> {
  const x = { middle: '(iw-ow)/2', left: '0', right: 'iw-ow' }[part];
  const { stdout } = await run(
    ffmpegPath(),
    [
      ...['-v', 'error', '-i', file, '-vf', `fps=5,crop=iw/8:ih/8:${x},scale=1:1:flags=area,format=rgb24`],
      ...['-f', 'rawvideo', '-'],
    ],
    { encoding: 'buffer', maxBuffer: 64_000_000 },
  );
  const colours: Colour[] = [];
  for (let at = 0; at + 3 <= stdout.length; at += 3) {
    const colour = nameColour(stdout.subarray(at, at + 3));
    if (colour !== colours.at(-1)) colours.push(colour);
  }
  return colours;
}

export function nameColour([red = 0, green = 0, blue = 0]: Iterable<number>): Colour {
  const [isRed, isGreen, isBlue] = [red > 90, green > 90, blue > 90];
  if (isRed && isGreen && isBlue) return 'white';
  if (!isRed && !isGreen && !isBlue) return 'black';
  if (isRed && !isGreen && !isBlue) return 'red';
  if (isGreen && !isRed && !isBlue) return 'green';
  return isBlue && !isRed && !isGreen ? 'blue' : 'other';
}
