/** What viewers of a recording saw and heard: the program's moving picture or the still slate, and the longest silence. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ffmpegPath } from './ffmpeg.ts';

const run = promisify(execFile);
/** Pictures are looked at this small and this often. */
const WIDTH = 32;
const HEIGHT = 18;
const LOOKS_PER_SECOND = 5;
/** The slate's ground is darker; the test picture has white. */
const DARK_LUMA = 60;
/** Below it nothing is heard, dB below full scale. */
const SILENCE_DB = -60;
/** The test picture beeps once a second: a shorter pause is no silence. */
const PAUSE_SECONDS = 1.5;

export interface SeenAndHeard {
  /** What was seen, in order, each stretch once. */
  readonly pictures: readonly ('program' | 'slate')[];
  readonly longestSilenceSeconds: number;
}

export async function seeAndHear(file: string): Promise<SeenAndHeard> {
  const { stdout, stderr } = await run(
    ffmpegPath(),
    [
      ...['-nostats', '-i', file],
      ...['-map', '0:v', '-vf', `fps=${LOOKS_PER_SECOND},scale=${WIDTH}:${HEIGHT}:flags=area,format=gray`],
      ...['-f', 'rawvideo', '-'],
      ...['-map', '0:a', '-af', `silencedetect=n=${SILENCE_DB}dB:d=${PAUSE_SECONDS}`, '-f', 'null', '-'],
    ],
    { encoding: 'buffer', maxBuffer: 64_000_000 },
  );
  const pictures: ('program' | 'slate')[] = [];
  for (let at = 0; at + WIDTH * HEIGHT <= stdout.length; at += WIDTH * HEIGHT) {
    const picture = isSlate(stdout.subarray(at, at + WIDTH * HEIGHT)) ? 'slate' : 'program';
    if (picture !== pictures.at(-1)) pictures.push(picture);
  }
  const silences = [...stderr.toString().matchAll(/silence_duration: ([\d.]+)/g)].map((match) =>
    Number(match[1]),
  );
  return { pictures, longestSilenceSeconds: Math.max(0, ...silences) };
}

/** Dark all around; the words in the middle are not. */
function isSlate(luma: Uint8Array): boolean {
  const edge = [...luma].filter((_, index) => {
    const row = Math.floor(index / WIDTH);
    return row < HEIGHT / 3 || row >= (HEIGHT * 2) / 3;
  });
  return edge.every((value) => value < DARK_LUMA) && luma.some((value) => value > DARK_LUMA);
}
