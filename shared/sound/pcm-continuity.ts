/**
 * Makes one unbroken run of PCM out of blocks with capture times: gaps become silence, overlaps are cut, a clock that
 * runs fast or slow is followed by resampling too small to hear, another rate or channel count is converted. The last
 * hundredth of a second is held back, so that sound that breaks off can still be faded out; what follows is faded in.
 * The output's own sample count is its clock. Pure.
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
const CORRECTION_SECONDS = 4;
/** Seven cents of pitch, while a machine that fell behind comes back into step. */
const MAX_CORRECTION = 0.004;
const SMOOTHING = 0.05;
const FADE_SECONDS = 0.01;

export class PcmContinuity {
  readonly #format: PcmFormat;
  readonly #fadeFrames: number;
  /** From full volume to none: half a period of a cosine. */
  readonly #fadeOut: Float32Array;
  #written = 0;
  /** The end of what was written: at most `#fadeFrames`, not given out yet. */
  #held: Float32Array = new Float32Array(0);
  #resampler: Resampler | undefined;
  #inputRate = 0;
  #smoothedError = 0;
  /** Frames until what begins is at its full volume. */
  #fadeInLeft = 0;

  constructor(format: PcmFormat) {
    this.#format = format;
    this.#fadeFrames = Math.round(format.sampleRate * FADE_SECONDS);
    this.#fadeOut = Float32Array.from(
      { length: this.#fadeFrames },
      (_, index) => 0.5 + 0.5 * Math.cos((Math.PI * (index + 1)) / (this.#fadeFrames + 1)),
    );
  }

  /** Frames placed since the origin; the last of them may still be held back. */
  get writtenFrames(): number {
    return this.#written;
  }

  /** Takes a block and returns what can be given out, interleaved in the run's own format; often empty at first. */
  push(block: PcmBlock): Float32Array[] {
    const { sampleRate } = this.#format;
    const ratio = block.sampleRate / sampleRate;
    let samples = mapChannels(block.samples, block.channels, this.#format.channels);
    const output: Float32Array[] = [];
    if (this.#resampler === undefined || this.#inputRate !== block.sampleRate) {
      this.#resampler = undefined;
      this.#inputRate = block.sampleRate;
    }
    const next = this.#written + (this.#resampler?.pendingFrames ?? 0) / ratio;
    const error = (block.timeUs * sampleRate) / 1e6 - next;
    if (this.#resampler === undefined || Math.abs(error) > SEAM_SECONDS * sampleRate) {
      const gap = Math.round((block.timeUs * sampleRate) / 1e6) - this.#written;
      if (gap < 0) {
        samples = samples.subarray(Math.round(-gap * ratio) * this.#format.channels);
        // All of it lies before what was written already.
        if (samples.length === 0) return [];
      }
      output.push(this.#breakOff());
      if (gap > 0) output.push(...this.#emit(new Float32Array(gap * this.#format.channels)));
      this.#resampler = new Resampler(this.#format.channels, ratio);
      this.#smoothedError = 0;
      this.#fadeInLeft = this.#written === 0 ? 0 : this.#fadeFrames;
    } else {
      this.#smoothedError += (error - this.#smoothedError) * SMOOTHING;
    }
    output.push(...this.#emit(this.#fadeIn(this.#resampler.process(samples, ratio * this.#correction()))));
    return output.filter((part) => part.length > 0);
  }

  /** Places silence up to `timeUs`, for a source that has stopped or never began, and gives out what is not held back. */
  fillTo(timeUs: number): Float32Array | undefined {
    const frames = Math.floor((timeUs * this.#format.sampleRate) / 1e6) - this.#written;
    if (frames <= 0) return undefined;
    const parts: Float32Array[] = [];
    // Silence that goes on needs no fade; its end is the held part already.
    if (this.#resampler !== undefined) parts.push(this.#breakOff());
    this.#resampler = undefined;
    parts.push(...this.#emit(new Float32Array(frames * this.#format.channels)));
    const samples = joined(parts);
    return samples.length === 0 ? undefined : samples;
  }

  /** Goes on at this frame, which must not be before the end, as if anew: nothing is given out for what lies between. */
  skipTo(frame: number): void {
    this.#held = new Float32Array(0);
    this.#resampler = undefined;
    this.#written = frame;
  }

  #correction(): number {
    const { sampleRate } = this.#format;
    if (Math.abs(this.#smoothedError) < DEAD_BAND_SECONDS * sampleRate) return 1;
    const wanted = this.#smoothedError / (sampleRate * CORRECTION_SECONDS);
    // Behind its time (positive): more output for the same input, a smaller step.
    return 1 - Math.max(-MAX_CORRECTION, Math.min(MAX_CORRECTION, wanted));
  }

  /** What was written last has no continuation: fades it out and gives out all of it. */
  #breakOff(): Float32Array {
    const { channels } = this.#format;
    const tail = this.#held;
    const frames = tail.length / channels;
    const skipped = this.#fadeFrames - frames;
    for (let index = 0; index < tail.length; index += 1) {
      tail[index] =
        (tail[index] as number) * (this.#fadeOut[skipped + Math.floor(index / channels)] as number);
    }
    this.#held = new Float32Array(0);
    return tail;
  }

  #fadeIn(samples: Float32Array): Float32Array {
    const { channels } = this.#format;
    for (
      let index = 0;
      this.#fadeInLeft > 0 && index < samples.length;
      index += channels, this.#fadeInLeft--
    ) {
      const weight = this.#fadeOut[this.#fadeInLeft - 1] as number;
      for (let channel = 0; channel < channels; channel += 1)
        samples[index + channel] = (samples[index + channel] as number) * weight;
    }
    return samples;
  }

  /** Writes at the end and gives out all but the part that is held back. @param samples the run's own from now on */
  #emit(samples: Float32Array): Float32Array[] {
    const { channels } = this.#format;
    this.#written += samples.length / channels;
    const heldLength = this.#fadeFrames * channels;
    if (samples.length < heldLength) {
      const all = joined([this.#held, samples]);
      const given = Math.max(0, all.length - heldLength);
      this.#held = all.subarray(given);
      return [all.subarray(0, given)];
    }
    const before = this.#held;
    const given = samples.length - heldLength;
    this.#held = samples.subarray(given);
    return [before, samples.subarray(0, given)];
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const result = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

function mapChannels(samples: Float32Array, from: 1 | 2, to: 1 | 2): Float32Array {
  if (from === to) return samples;
  const frames = samples.length / from;
  const result = new Float32Array(frames * to);
  for (let frame = 0; frame < frames; frame += 1) {
    if (to === 2) {
      result[frame * 2] = samples[frame] ?? 0;
      result[frame * 2 + 1] = samples[frame] ?? 0;
    } else {
      result[frame] = ((samples[frame * 2] ?? 0) + (samples[frame * 2 + 1] ?? 0)) / 2;
    }
  }
  return result;
}
