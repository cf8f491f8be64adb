/** Sound for the tests of filters, and what is measured of it. */
import type { SoundBlock, SoundFilter } from '../../../../../../renderer/media/mixer/filters/sound-filter.ts';

export const RATE = 48_000;
export const BLOCK = 480;

interface Processor {
  process(left: Float32Array, right: Float32Array, side?: SoundBlock): void;
}

export function made(frames: number, sample: (frame: number) => number): Float32Array {
  return Float32Array.from({ length: frames }, (_, frame) => sample(frame));
}

export function sine(hz: number, frames: number, amplitude = 1, rate = RATE): Float32Array {
  return made(frames, (frame) => amplitude * Math.sin((2 * Math.PI * hz * frame) / rate));
}

/** Logarithmic, from one frequency to the other. */
export function sweep(fromHz: number, toHz: number, frames: number, amplitude = 1): Float32Array {
  const growth = Math.log(toHz / fromHz);
  const phase = (2 * Math.PI * fromHz * frames) / RATE / growth;
  return made(frames, (frame) => amplitude * Math.sin(phase * (Math.exp((growth * frame) / frames) - 1)));
}

/** The same each time. */
export function noise(frames: number, amplitude = 1): Float32Array {
  let seed = 1;
  return made(frames, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return amplitude * (seed / 2 ** 31 - 1);
  });
}

export interface Run {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Both sides in blocks. @param before is called before the block that begins with the frame */
export function run(
  filter: Processor | SoundFilter,
  input: Float32Array,
  {
    right = input,
    side,
    block = BLOCK,
    before,
  }: {
    readonly right?: Float32Array;
    readonly side?: Float32Array;
    readonly block?: number;
    readonly before?: (frame: number) => void;
  } = {},
): Run {
  const result = { left: input.slice(), right: right.slice() };
  for (let from = 0; from < input.length; from += block) {
    before?.(from);
    const key = side?.slice(from, from + block);
    filter.process(
      result.left.subarray(from, from + block),
      result.right.subarray(from, from + block),
      key && { left: key, right: key },
    );
  }
  return result;
}

export function db(amplitude: number): number {
  return 20 * Math.log10(Math.abs(amplitude));
}

/** The amplitude of a sine in the sound; a whole number of its periods is best. */
export function amplitudeAt(hz: number, samples: Float32Array, rate = RATE): number {
  let real = 0;
  let imaginary = 0;
  for (const [frame, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hz * frame) / rate;
    real += sample * Math.cos(angle);
    imaginary += sample * Math.sin(angle);
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

/** The largest difference between two sounds, as amplitude. */
export function difference(one: Float32Array, other: Float32Array): number {
  return one.reduce((most, sample, frame) => Math.max(most, Math.abs(sample - (other[frame] ?? 0))), 0);
}

/** The largest difference between two gains in dB, while the input is loud enough to say. */
export function gainDifference(
  input: Float32Array,
  output: Float32Array,
  expected: (frame: number) => number,
): number {
  let most = 0;
  for (const [frame, sample] of input.entries()) {
    if (Math.abs(sample) < 1e-5) continue;
    most = Math.max(most, Math.abs(db((output[frame] ?? 0) / sample) - expected(frame)));
  }
  return most;
}

/**
 * What a listener hears as a click: what is left of the sound above 8 kHz or so, where the low sines of these tests have
 * nothing. Its highest sample, as amplitude. (Windowed-sinc high-pass of 129 taps, below −90 dB at 4 kHz.)
 */
export function click(samples: Float32Array, rate = RATE): number {
  const taps = highPass(8000 / rate);
  let most = 0;
  for (let frame = taps.length; frame < samples.length; frame += 1) {
    let sum = 0;
    for (const [tap, weight] of taps.entries()) sum += weight * (samples[frame - tap] ?? 0);
    most = Math.max(most, Math.abs(sum));
  }
  return most;
}

function highPass(share: number): readonly number[] {
  const half = 64;
  const low = Array.from({ length: 2 * half + 1 }, (_, index) => {
    const x = index - half;
    const at = x / (half + 1);
    const window = 0.42 + 0.5 * Math.cos(Math.PI * at) + 0.08 * Math.cos(2 * Math.PI * at);
    return window * (x === 0 ? 2 * share : Math.sin(2 * Math.PI * share * x) / (Math.PI * x));
  });
  const sum = low.reduce((total, weight) => total + weight, 0);
  return low.map((weight, index) => (index === half ? 1 : 0) - weight / sum);
}
