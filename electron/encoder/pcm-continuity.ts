/**
 * Makes one unbroken run of PCM out of blocks with capture times: gaps become silence, overlaps are cut, a clock that
 * runs fast or slow is followed by resampling too small to hear, another rate or channel count is converted, and every
 * seam is faded. The output's own sample count is its clock. Pure.
 */
import { Resampler } from './resampler.ts';

export interface PcmFormat {
  readonly sampleRate: number;
  readonly channels: 1 | 2;
}

export interface PcmBlock extends PcmFormat {
  /** Microseconds since the run's origin; may be negative, what lies before the origin is cut. */
  readonly timeUs: number;
  /** Interleaved. */
  readonly samples: Float32Array;
}

/** Beyond this, a difference is a gap or an overlap, not jitter. */
const SEAM_SECONDS = 0.04;
/** Differences below this are left alone: the output is then the input, bit by bit. */
const DEAD_BAND_SECONDS = 0.001;
/** A difference is worked off over about this long. */
const CORRECTION_SECONDS = 10;
const MAX_CORRECTION = 0.002;
const SMOOTHING = 0.05;
const FADE_SECONDS = 0.01;

export class PcmContinuity {
  readonly #format: PcmFormat;
  readonly #fadeFrames: number;
  #written = 0;
  #resampler: Resampler | null = null;
  #inputRate = 0;
  #smoothedError = 0;
  #last: number[];
  #offset: number[];
  #fadeLeft = 0;
  /** What is given out next does not follow from what was given out last. */
  #isSeam = false;

  constructor(format: PcmFormat) {
    this.#format = format;
    this.#fadeFrames = Math.round(format.sampleRate * FADE_SECONDS);
    this.#last = Array.from({ length: format.channels }, () => 0);
    this.#offset = this.#last.map(() => 0);
  }

  /** Frames given out since the origin. */
  get writtenFrames(): number {
    return this.#written;
  }

  /** Takes a block and returns what can be given out, interleaved in the run's own format; often empty at first. */
  push(block: PcmBlock): Float32Array[] {
    const { sampleRate } = this.#format;
    const ratio = block.sampleRate / sampleRate;
    let samples = mapChannels(block.samples, block.channels, this.#format.channels);
    const output: Float32Array[] = [];
    if (this.#resampler === null || this.#inputRate !== block.sampleRate) {
      this.#resampler = null;
      this.#inputRate = block.sampleRate;
    }
    const next = this.#written + (this.#resampler?.pendingFrames ?? 0) / ratio;
    const error = (block.timeUs * sampleRate) / 1e6 - next;
    if (this.#resampler === null || Math.abs(error) > SEAM_SECONDS * sampleRate) {
      const gap = Math.round((block.timeUs * sampleRate) / 1e6) - this.#written;
      if (gap > 0 && (this.#written > 0 || gap > 1))
        output.push(this.#emit(new Float32Array(gap * this.#format.channels), true));
      if (gap < 0)
        samples = samples.subarray(
          Math.min(samples.length, Math.round(-gap * ratio) * this.#format.channels),
        );
      if (samples.length === 0) {
        this.#resampler = null;
        return output;
      }
      this.#resampler = new Resampler(this.#format.channels, ratio);
      this.#smoothedError = 0;
      this.#isSeam = true;
    } else {
      this.#smoothedError += (error - this.#smoothedError) * SMOOTHING;
    }
    output.push(this.#emit(this.#resampler.process(samples, ratio * this.#correction()), this.#isSeam));
    return output.filter((part) => part.length > 0);
  }

  /** Gives out silence up to `timeUs`, for a source that has stopped or never began. */
  fillTo(timeUs: number): Float32Array | null {
    const frames = Math.floor((timeUs * this.#format.sampleRate) / 1e6) - this.#written;
    if (frames <= 0) return null;
    this.#resampler = null;
    return this.#emit(new Float32Array(frames * this.#format.channels), true);
  }

  #correction(): number {
    const { sampleRate } = this.#format;
    if (Math.abs(this.#smoothedError) < DEAD_BAND_SECONDS * sampleRate) return 1;
    const wanted = this.#smoothedError / (sampleRate * CORRECTION_SECONDS);
    // Behind its time (positive): more output for the same input, a smaller step.
    return 1 - Math.max(-MAX_CORRECTION, Math.min(MAX_CORRECTION, wanted));
  }

  /** Fades from the last sample given out to the first of `samples`. */
  #beginSeam(samples: Float32Array): void {
    this.#offset = this.#last.map((last, channel) => last - (samples[channel] ?? 0));
    this.#fadeLeft = this.#offset.some((offset) => offset !== 0) ? this.#fadeFrames : 0;
  }

  #emit(samples: Float32Array, isSeam: boolean): Float32Array {
    const { channels } = this.#format;
    if (samples.length === 0) return samples;
    if (isSeam) this.#beginSeam(samples);
    this.#isSeam = false;
    for (let index = 0; this.#fadeLeft > 0 && index < samples.length; index += channels, this.#fadeLeft--) {
      const weight = 0.5 - 0.5 * Math.cos((Math.PI * this.#fadeLeft) / this.#fadeFrames);
      for (let channel = 0; channel < channels; channel++) {
        samples[index + channel] = (samples[index + channel] ?? 0) + (this.#offset[channel] ?? 0) * weight;
      }
    }
    this.#last = this.#last.map((_, channel) => samples[samples.length - channels + channel] ?? 0);
    this.#written += samples.length / channels;
    return samples;
  }
}

function mapChannels(samples: Float32Array, from: 1 | 2, to: 1 | 2): Float32Array {
  if (from === to) return samples;
  const frames = samples.length / from;
  const result = new Float32Array(frames * to);
  for (let frame = 0; frame < frames; frame++) {
    if (to === 2) {
      result[frame * 2] = samples[frame] ?? 0;
      result[frame * 2 + 1] = samples[frame] ?? 0;
    } else {
      result[frame] = ((samples[frame * 2] ?? 0) + (samples[frame * 2 + 1] ?? 0)) / 2;
    }
  }
  return result;
}
