/** How loud single tones are in a recording, second by second. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ffmpegPath } from './ffmpeg.ts';

const run = promisify(execFile);
const RATE = 48_000;

/** Peak amplitude of a steady sine of each frequency in each whole second, dB below full scale; both sides mixed. */
export async function recordedTones(
  file: string,
  frequencies: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const { stdout } = await run(
    ffmpegPath(),
    ['-v', 'error', '-i', file, '-vn', '-ar', String(RATE), '-ac', '1', '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 512_000_000 },
  );
  const samples = new Float32Array(
    stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length - (stdout.length % 4)),
  );
  const seconds: (readonly number[])[] = [];
  for (let start = 0; start + RATE <= samples.length; start += RATE) {
    const second = samples.subarray(start, start + RATE);
    seconds.push(frequencies.map((hz) => toneLevel(second, hz, RATE)));
  }
  return seconds;
}

/** Goertzel's algorithm over a Hann window. */
export function toneLevel(samples: Float32Array, hz: number, rate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let [before, last] = [0, 0];
  for (let at = 0; at < samples.length; at += 1) {
    const window = 1 - Math.cos((2 * Math.PI * at) / samples.length);
    const next = (samples[at] ?? 0) * window + turn * last - before;
    before = last;
    last = next;
  }
  const power = before * before + last * last - turn * before * last;
  const amplitude = (2 * Math.sqrt(Math.max(0, power))) / samples.length;
  return 20 * Math.log10(Math.max(1e-6, amplitude));
}
