/** What a decoder makes of a track of sound: its samples, what frequencies are in them, when sound begins. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ffmpegPath } from '../ffmpeg.ts';

const run = promisify(execFile);

export interface DecodedSound {
  readonly sampleRate: number;
  /** The first channel, from the file's time 0 on: what is missing is silent. */
  readonly samples: Float32Array;
}

const SAMPLE_RATE = 48_000;

/** @param track of the file's sound, from 0. */
export async function decodeSound(file: string, track = 0): Promise<DecodedSound> {
  const { stdout } = await run(
    ffmpegPath(),
    [
      ...['-v', 'error', '-i', file, '-map', `0:a:${track}`, '-af', 'aresample=async=1:first_pts=0'],
      ...['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '1', 'pipe:1'],
    ],
    { encoding: 'buffer', maxBuffer: 200_000_000 },
  );
  return { sampleRate: SAMPLE_RATE, samples: toSamples(stdout) };
}

/** Left and right of all of the file's sound by turns, `hz` samples of each in a second. */
export async function decodeSides(file: string, hz: number): Promise<Float32Array> {
  const { stdout } = await run(
    ffmpegPath(),
    ['-v', 'error', '-i', file, '-vn', '-ar', String(hz), '-ac', '2', '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 512_000_000 },
  );
  return toSamples(stdout);
}

function toSamples(bytes: Uint8Array): Float32Array {
  const end = bytes.byteOffset + bytes.length - (bytes.length % Float32Array.BYTES_PER_ELEMENT);
  // A copy of its own: Node's buffers share theirs, at any offset.
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, end));
}

/** The level of one frequency in a part of the sound, dBFS of its amplitude. */
export function levelAt(
  { samples, sampleRate }: DecodedSound,
  hz: number,
  fromMs = 0,
  toMs = Infinity,
): number {
  const from = Math.round((fromMs * sampleRate) / 1000);
  const part = samples.subarray(from, Math.min(samples.length, Math.round((toMs * sampleRate) / 1000)));
  let re = 0;
  let im = 0;
  let weights = 0;
  part.forEach((sample, at) => {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / part.length);
    re += weight * sample * Math.cos((2 * Math.PI * hz * at) / sampleRate);
    im += weight * sample * Math.sin((2 * Math.PI * hz * at) / sampleRate);
    weights += weight;
  });
  return 20 * Math.log10((2 * Math.hypot(re, im)) / weights + 1e-9);
}

/** When the sound first exceeds an amplitude; undefined where it never does. */
export function beginsAtMs({ samples, sampleRate }: DecodedSound, amplitude: number): number | undefined {
  const at = samples.findIndex((sample) => Math.abs(sample) > amplitude);
  return at === -1 ? undefined : (at * 1000) / sampleRate;
}
