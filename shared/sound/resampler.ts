/**
 * Band-limited resampling of interleaved PCM with a ratio that may change at any block (windowed sinc, 32 taps). With a
 * ratio of 1 it comes to lie on the input's own samples within a block or two, and copies them from then on, bit by bit. Pure.
 */
import { bessel } from './bessel.ts';

const HALF_TAPS = 16;
const PHASES = 512;
const KAISER_BETA = 9;
/** A ratio of 1 gets rid of a fraction over at least so many frames: a fifth of a per cent of pitch, for a hundredth of a second. */
const MIN_SETTLING_FRAMES = 480;

export class Resampler {
  readonly #channels: 1 | 2;
  readonly #kernel: Float32Array;
  /** The end of what was put in, then room for the next. */
  #history: Float32Array;
  /** Input frames in `#history`. */
  #frames: number;
  /** Where the next output frame lies in `#history`, in input frames. */
  #position: number;
  #hasBegun = false;

  /** @param step input frames per output frame, nominally; sets the cut-off. */
  constructor(channels: 1 | 2, step: number) {
    this.#channels = channels;
    this.#kernel = kernelOf(Math.min(1, 1 / step));
    this.#history = new Float32Array(HALF_TAPS * channels);
    this.#frames = HALF_TAPS;
    this.#position = HALF_TAPS;
  }

  /** Input frames taken in but not yet passed by the output. */
  get pendingFrames(): number {
    return this.#frames - this.#position;
  }

  /** Takes interleaved input and returns what can be computed so far. */
  process(input: Float32Array, step: number): Float32Array {
    const channels = this.#channels;
    if (!this.#hasBegun) this.#begin(input);
    const frames = this.#frames + input.length / channels;
    if (this.#history.length < frames * channels) this.#grow(frames * channels);
    const held = this.#history;
    held.set(input, this.#frames * channels);
    const last = frames - HALF_TAPS - 1;
    const count = Math.max(0, Math.floor((last - this.#position) / step) + 1);
    const isSettling = step === 1 && count >= MIN_SETTLING_FRAMES;
    const end = isSettling ? Math.floor(this.#position + count) : this.#position + count * step;
    const output =
      step === 1 && Number.isInteger(this.#position)
        ? held.slice(this.#position * channels, (this.#position + count) * channels)
        : this.#interpolate(held, count, (end - this.#position) / count);
    this.#position = end;
    const keepFrom = Math.max(0, Math.floor(this.#position) - HALF_TAPS);
    held.copyWithin(0, keepFrom * channels, frames * channels);
    this.#frames = frames - keepFrom;
    this.#position -= keepFrom;
    return output;
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
  #interpolate(held: Float32Array, count: number, step: number): Float32Array {
    const kernel = this.#kernel;
    const taps = HALF_TAPS * 2;
    const isStereo = this.#channels === 2;
    const output = new Float32Array(count * this.#channels);
    for (let index = 0; index < count; index += 1) {
      const position = this.#position + index * step;
      const whole = Math.floor(position);
      const phase = (position - whole) * PHASES;
      const row = Math.floor(phase);
      const blend = phase - row;
      const end = (row + 1) * taps;
      let from = (whole - HALF_TAPS + 1) * this.#channels;
      let left = 0;
      let right = 0;
      for (let at = row * taps; at < end; at += 1) {
        const weight = kernel[at] as number;
        const blended = weight + ((kernel[at + taps] as number) - weight) * blend;
        left += blended * (held[from++] as number);
        if (isStereo) right += blended * (held[from++] as number);
      }
      if (isStereo) {
        output[2 * index] = left;
        output[2 * index + 1] = right;
      } else output[index] = left;
    }
    return output;
  }
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

/** Rows of taps for each fraction, one more than phases so that the last can be blended. */
function buildKernel(cutoff: number): Float32Array {
  const taps = HALF_TAPS * 2;
  const kernel = new Float32Array((PHASES + 1) * taps);
  for (let row = 0; row <= PHASES; row += 1) {
    for (let tap = 0; tap < taps; tap += 1) {
      const x = tap - HALF_TAPS + 1 - row / PHASES;
      const window =
        bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - (x / HALF_TAPS) ** 2))) / bessel(KAISER_BETA);
      kernel[row * taps + tap] = cutoff * sinc(x * cutoff) * window;
    }
  }
  return kernel;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
