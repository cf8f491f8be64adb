/**
 * Makes one unbroken run of PCM out of blocks with capture times: gaps become silence, overlaps are cut, a clock that
 * runs fast or slow is followed by resampling too small to hear, another rate or channel count is converted. The last
 * moment is held back, so that sound that breaks off can still be faded out; what follows is faded in.
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
/** What is worked off is worked off down to this: a clock that drifts is resampled now and then, not all the time. */
const SETTLED_SECONDS = 0.0001;
/** A large difference is worked off over about this long. */
const CORRECTION_SECONDS = 4;
/** Less than two cents of pitch. */
const MIN_CORRECTION = 0.001;
/** Seven cents of pitch, while a machine that fell behind comes back into step. */
const MAX_CORRECTION = 0.004;
const SMOOTHING = 0.05;
const FADE_SECONDS = 0.01;
const NOTHING = new Float32Array(0);

export class PcmContinuity {
  readonly #format: PcmFormat;
  readonly #fadeFrames: number;
  /** From full volume to none: half a period of a cosine. */
  readonly #fadeOut: Float32Array;
  #written = 0;
  /** What was given out last, then what is held back. Used again, so that nothing is added to memory while sound runs. */
  #buffer = new Float32Array(0);
  #length = 0;
  #given = 0;
  /** So much of the buffer has been faded out: it is given out, however short what follows is. */
  #faded = 0;
  #resampler: Resampler | undefined;
  #inputRate = 0;
  #inputChannels = 0;
  #smoothedError = 0;
  #isCorrecting = false;
  /** Frames until what begins is at its full volume. */
  #fadeInLeft = 0;

  /** @param fadeSeconds of what is held back, and so late. */
  constructor(format: PcmFormat, fadeSeconds = FADE_SECONDS) {
    this.#format = format;
    this.#fadeFrames = Math.round(format.sampleRate * fadeSeconds);
    this.#fadeOut = Float32Array.from(
      { length: this.#fadeFrames },
      (_, index) => 0.5 + 0.5 * Math.cos((Math.PI * (index + 1)) / (this.#fadeFrames + 1)),
    );
  }

  /** Frames placed since the origin; the last of them may still be held back. */
  get writtenFrames(): number {
    return this.#written;
  }

  /**
   * Takes a block and returns what can be given out, interleaved in the run's own format; often nothing at first.
   * That is valid until the next call.
   */
  push({ timeUs, sampleRate, channels, samples }: PcmBlock): Float32Array {
    const rate = this.#format.sampleRate;
    const ratio = sampleRate / rate;
    let taken = samples;
    if (this.#inputRate !== sampleRate || this.#inputChannels !== channels) {
      this.#resampler = undefined;
      this.#inputRate = sampleRate;
      this.#inputChannels = channels;
    }
    const next = this.#written + (this.#resampler?.pendingFrames ?? 0) / ratio;
    const error = (timeUs * rate) / 1e6 - next;
    this.#dropGiven();
    if (this.#resampler === undefined || Math.abs(error) > SEAM_SECONDS * rate) {
      const gap = Math.round((timeUs * rate) / 1e6) - this.#written;
      if (gap < 0) {
        taken = samples.subarray(Math.round(-gap * ratio) * channels);
        // All of it lies before what was written already.
        if (taken.length === 0) return NOTHING;
      }
      this.#breakOff();
      if (gap > 0) this.#addSilence(gap);
      this.#resampler = new Resampler(channels, ratio);
      this.#smoothedError = 0;
      this.#isCorrecting = false;
      this.#fadeInLeft = this.#written === 0 ? 0 : this.#fadeFrames;
    } else {
      this.#smoothedError += (error - this.#smoothedError) * SMOOTHING;
    }
    const correction = this.#correction();
    this.#smoothedError -= (correction * taken.length) / channels / ratio;
    this.#add(this.#resampler.process(taken, ratio * (1 - correction)), channels);
    return this.#give();
  }

  /**
   * Places silence up to `timeUs`, for a source that has stopped or never began, and gives out what is not held back. That is valid
   * until the next call.
   */
  fillTo(timeUs: number): Float32Array | undefined {
    const frames = Math.floor((timeUs * this.#format.sampleRate) / 1e6) - this.#written;
    if (frames <= 0) return undefined;
    this.#dropGiven();
    // Silence that goes on needs no fade; its end is the held part already.
    if (this.#resampler !== undefined) this.#breakOff();
    this.#resampler = undefined;
    this.#addSilence(frames);
    const samples = this.#give();
    return samples.length === 0 ? undefined : samples;
  }

  /** Goes on at this frame, which must not be before the end, as if anew: nothing is given out for what lies between. */
  skipTo(frame: number): void {
    this.#length = 0;
    this.#given = 0;
    this.#resampler = undefined;
    this.#written = frame;
  }

  /** How much more output there is for the same input, as a share: positive while the run is behind its time. */
  #correction(): number {
    const seconds = this.#smoothedError / this.#format.sampleRate;
    const size = Math.abs(seconds);
    if (size >= DEAD_BAND_SECONDS) this.#isCorrecting = true;
    else if (size < SETTLED_SECONDS) this.#isCorrecting = false;
    if (!this.#isCorrecting) return 0;
    const share = Math.max(MIN_CORRECTION, Math.min(MAX_CORRECTION, size / CORRECTION_SECONDS));
    return Math.sign(seconds) * share;
  }

  /** What was written last has no continuation: fades it out and gives out all of it. */
  #breakOff(): void {
    const { channels } = this.#format;
    const skipped = this.#fadeFrames - this.#length / channels;
    for (let index = 0; index < this.#length; index += 1) {
      const weight = this.#fadeOut[skipped + Math.floor(index / channels)] as number;
      this.#buffer[index] = (this.#buffer[index] as number) * weight;
    }
    this.#faded = this.#length;
  }

  #addSilence(frames: number): void {
    const end = this.#length + frames * this.#format.channels;
    this.#reserve(end);
    this.#buffer.fill(0, this.#length, end);
    this.#length = end;
    this.#written += frames;
  }

  #add(samples: Float32Array, from: 1 | 2): void {
    const { channels } = this.#format;
    const frames = samples.length / from;
    const start = this.#length;
    this.#reserve(start + frames * channels);
    if (from === channels) this.#buffer.set(samples, start);
    else if (channels === 2) spread(samples, this.#buffer, start);
    else average(samples, this.#buffer, start);
    this.#length += frames * channels;
    this.#written += frames;
    if (this.#fadeInLeft > 0) this.#fadeIn(start);
  }

  #fadeIn(start: number): void {
    const { channels } = this.#format;
    for (let at = start; this.#fadeInLeft > 0 && at < this.#length; at += channels) {
      this.#fadeInLeft -= 1;
      const weight = this.#fadeOut[this.#fadeInLeft] as number;
      for (let channel = 0; channel < channels; channel += 1)
        this.#buffer[at + channel] = (this.#buffer[at + channel] as number) * weight;
    }
  }

  /** All but the part that is held back. */
  #give(): Float32Array {
    const held = this.#fadeFrames * this.#format.channels;
    this.#given = Math.max(this.#faded, this.#length - held);
    this.#faded = 0;
    return this.#buffer.subarray(0, this.#given);
  }

  #dropGiven(): void {
    if (this.#given === 0) return;
    this.#buffer.copyWithin(0, this.#given, this.#length);
    this.#length -= this.#given;
    this.#given = 0;
  }

  #reserve(samples: number): void {
    if (samples <= this.#buffer.length) return;
    const larger = new Float32Array(samples);
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}

/** One side becomes both. */
function spread(samples: Float32Array, target: Float32Array, start: number): void {
  for (let frame = 0, at = start; frame < samples.length; frame += 1) {
    const sample = samples[frame] as number;
    target[at++] = sample;
    target[at++] = sample;
  }
}

/** Both sides become one. */
function average(samples: Float32Array, target: Float32Array, start: number): void {
  for (let from = 0, at = start; from + 1 < samples.length; from += 2)
    target[at++] = ((samples[from] as number) + (samples[from + 1] as number)) / 2;
}
