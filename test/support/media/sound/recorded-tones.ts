/** How loud single tones are in a recording, second by second. */
import { decodeSides } from './decoded-sound.ts';

const RATE = 48_000;

/** Tones that a machine under load plays a little higher or lower are found as well: a window of this length is 40 Hz wide. */
const WINDOW = 2400;

/** Peak amplitude of a sine of each frequency in each whole second, dB below full scale; the middle of both sides. */
export async function recordedTones(
  file: string,
  frequencies: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const samples = await recordedSamples(file);
  const seconds: (readonly number[])[] = [];
  for (let start = 0; start + RATE <= samples.length; start += RATE) {
    const second = samples.subarray(start, start + RATE);
    seconds.push(frequencies.map((hz) => toneDb(second, hz)));
  }
  return seconds;
}

/** Peak amplitude of a sine of this frequency, dB below full scale. @param samples at 48 kHz, a twentieth of a second at least */
export function toneDb(samples: Float32Array, hz: number): number {
  return 10 * Math.log10(Math.max(1e-12, tonePower(samples, hz)));
}

/** The middle of both sides, at 48 kHz. */
export async function recordedSamples(file: string): Promise<Float32Array> {
  const sides = await decodeSides(file, RATE);
  return Float32Array.from({ length: Math.floor(sides.length / 2) }, (_, at) => middle(sides, at));
}

function middle(sides: Float32Array, frame: number): number {
  return ((sides[2 * frame] ?? 0) + (sides[2 * frame + 1] ?? 0)) / 2;
}

/** Mean square of the amplitude, by Goertzel's algorithm over Hann windows. */
function tonePower(second: Float32Array, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  let sum = 0;
  for (let start = 0; start + WINDOW <= second.length; start += WINDOW) {
    let [before, last] = [0, 0];
    for (let at = 0; at < WINDOW; at += 1) {
      const weight = 1 - Math.cos((2 * Math.PI * at) / WINDOW);
      const next = (second[start + at] ?? 0) * weight + turn * last - before;
      before = last;
      last = next;
    }
    const power = Math.max(0, before * before + last * last - turn * before * last);
    sum += (4 * power) / (WINDOW * WINDOW);
  }
  return sum / Math.floor(second.length / WINDOW);
}
