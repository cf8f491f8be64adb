/**
 * Band-limited resampling of interleaved PCM with a ratio that may change at any block (windowed sinc, 32 taps of the
 * lower rate). With a ratio of 1 it comes to lie on the input's own samples within a block or two, and copies them from then on, bit by bit. Pure.
 */
import { bessel } from './bessel.ts';

/**
 * On each side of a point, of the lower rate: a higher one has as many more, or it would lose treble and fold back what lies above. At
 * equal rates the output is as many frames behind what was put in.
 */
export const HALF_TAPS = 16;
const PHASES = 512;
const KAISER_BETA = 9;
/** A ratio of 1 gets rid of a fraction over at least so many frames: a fifth of a per cent of pitch, for a hundredth of a second. */
const MIN_SETTLING_FRAMES = 480;

export class Resampler {
  readonly #channels: 1 | 2;
  readonly #halfTaps: number;
  readonly #kernel: Float32Array;
  /** The end of what was put in, then room for the next. */
  #history: Float32Array;
  /** Input frames in `#history`. */
  #frames: number;
  /** Where the next output frame lies in `#history`, in input frames. */
  #position: number;
  #hasBegun = false;
  /** Used again by each call. */
  #output = new Float32Array(0);

  /** @param step input frames per output frame, nominally; sets the cut-off. */
  constructor(channels: 1 | 2, step: number) {
    this.#channels = channels;
    const cutoff = Math.min(1, 1 / step);
    this.#halfTaps = halfTapsOf(cutoff);
    this.#kernel = kernelOf(cutoff);
    this.#history = new Float32Array(this.#halfTaps * channels);
    this.#frames = this.#halfTaps;
    this.#position = this.#halfTaps;
  }

  /** Input frames taken in but not yet passed by the output. */
  get pendingFrames(): number {
    return this.#frames - this.#position;
  }

  /** Takes interleaved input and returns what can be computed so far. That is valid until the next call, and only to be read. */
  process(input: Float32Array, step: number): Float32Array {
    const channels = this.#channels;
    if (!this.#hasBegun) this.#begin(input);
    this.#forget();
    const frames = this.#frames + input.length / channels;
    if (this.#history.length < frames * channels) this.#grow(frames * channels);
    this.#history.set(input, this.#frames * channels);
    this.#frames = frames;
    const from = this.#position;
    const last = frames - this.#halfTaps - 1;
    const count = Math.max(0, Math.floor((last - from) / step) + 1);
    const isSettling = step === 1 && count >= MIN_SETTLING_FRAMES;
    this.#position = isSettling ? Math.floor(from + count) : from + count * step;
    if (step === 1 && Number.isInteger(from))
      return this.#history.subarray(from * channels, (from + count) * channels);
    return this.#interpolate(from, count, (this.#position - from) / count);
  }

  /** What no further output needs. */
  #forget(): void {
    const channels = this.#channels;
    const passed = Math.max(0, Math.floor(this.#position) - this.#halfTaps);
    this.#history.copyWithin(0, passed * channels, this.#frames * channels);
    this.#frames -= passed;
    this.#position -= passed;
  }

  #grow(samples: number): void {
    const larger = new Float32Array(samples);
    larger.set(this.#history.subarray(0, this.#frames * this.#channels));
    this.#history = larger;
  }

  /** Lets the first sample stand for all before it: a step from nothing would ring. */
  #begin(input: Float32Array): void {
    this.#hasBegun = input.length > 0;
    for (let index = 0; index < this.#history.length; index += 1) {
      this.#history[index] = input[index % this.#channels] ?? 0;
    }
  }

  /** The hot loop of a drifting device, so nothing is checked or added to memory inside it. */
  #interpolate(from: number, count: number, step: number): Float32Array {
    const held = this.#history;
    const kernel = this.#kernel;
    const halfTaps = this.#halfTaps;
    const rowLength = rowLengthOf(halfTaps);
    const isStereo = this.#channels === 2;
    const samples = count * this.#channels;
    if (this.#output.length < samples) this.#output = new Float32Array(samples);
    const output = this.#output;
    for (let index = 0; index < count; index += 1) {
      const position = from + index * step;
      const whole = Math.floor(position);
      const phase = (position - whole) * PHASES;
      const row = Math.floor(phase);
      const blend = phase - row;
      const end = (row + 1) * rowLength;
      let at = (whole - halfTaps + 1) * this.#channels;
      let left = 0;
      let right = 0;
      for (let tap = row * rowLength; tap < end; tap += 2) {
        const weight = (kernel[tap] as number) + blend * (kernel[tap + 1] as number);
        left += weight * (held[at++] as number);
        if (isStereo) right += weight * (held[at++] as number);
      }
      if (isStereo) {
        output[2 * index] = left;
        output[2 * index + 1] = right;
      } else output[index] = left;
    }
    return output.subarray(0, samples);
  }
}

function halfTapsOf(cutoff: number): number {
  return Math.ceil(HALF_TAPS / cutoff);
}

/** Two values for each tap. */
function rowLengthOf(halfTaps: number): number {
  return 4 * halfTaps;
}

/** Kernels that were built, by cut-off: devices begin and change often, and their rates are few. */
const kernels = new Map<number, Float32Array>();
const MAX_KERNELS = 8;

function kernelOf(cutoff: number): Float32Array {
  const known = kernels.get(cutoff);
  if (known !== undefined) return known;
  if (kernels.size === MAX_KERNELS) kernels.clear();
  const kernel = buildKernel(cutoff);
  kernels.set(cutoff, kernel);
  return kernel;
}

/** A row for each fraction; of each tap its weight, then how far that is from the next row's. */
function buildKernel(cutoff: number): Float32Array {
  const halfTaps = halfTapsOf(cutoff);
  const rowLength = rowLengthOf(halfTaps);
  const kernel = new Float32Array(PHASES * rowLength);
  for (let row = 0; row <= PHASES; row += 1) {
    for (let tap = 0; tap < 2 * halfTaps; tap += 1) {
      const weight = weightOf(tap - halfTaps + 1 - row / PHASES, cutoff);
      const at = row * rowLength + 2 * tap;
      if (row < PHASES) kernel[at] = weight;
      if (row > 0) kernel[at - rowLength + 1] = weight - (kernel[at - rowLength] as number);
    }
  }
  return kernel;
}

function weightOf(x: number, cutoff: number): number {
  const share = x / halfTapsOf(cutoff);
  const window = bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - share ** 2))) / bessel(KAISER_BETA);
  return cutoff * sinc(x * cutoff) * window;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
