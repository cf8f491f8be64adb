/**
 * The last thing that happens to a track: its true peak stays under a ceiling. Both sides get the same gain, which begins to
 * fall before a peak. Sound that needs no gain leaves as it came, to the bit, only later. Pure but for its memory.
 */
import { toAmplitude, toDecibels } from './decibels.ts';
import { bendWithin, peakWithin } from './finite.ts';
import { GainEnvelope } from './gain-envelope.ts';
import { LARGEST_BEND_GAIN, LARGEST_GAIN, oddPeakFrom, peakFrom, REACH } from './interpolation.ts';
import { LookBack } from './look-back.ts';

/** The gain takes this long to fall. */
const FALL_SECONDS = 0.002;
const RELEASE_SECONDS = 0.06;
const SWITCH_SECONDS = 0.01;
/** Frames that are looked at together. */
const CHUNK = 32;
/** A point between two quarters is higher than both by this much at most, but for a signal at half the sample rate. */
const QUARTERS_MISS = 0.9;
/** For what a gain that moves adds between samples, and for rounding to 32 bits: 0.02 dB. */
const MARGIN = 0.9977;

export class TruePeakLimiter {
  /** How much later sound leaves than it came, whether the limiter is on or off. */
  readonly latencyFrames: number;
  readonly #envelope: GainEnvelope;
  readonly #left: LookBack;
  readonly #right: LookBack;
  /** Of a chunk, used again. */
  readonly #gains = new Float64Array(CHUNK);
  readonly #switchStep: number;
  #ceiling: number;
  #isEnabled = true;
  /** 0 off, 1 on. */
  #share = 1;
  #lowestGain = 1;

  /** @param ceilingDb highest true peak of what leaves, dBTP. */
  constructor(sampleRate: number, ceilingDb: number) {
    this.#envelope = new GainEnvelope(FALL_SECONDS * sampleRate, 2 * REACH, RELEASE_SECONDS * sampleRate);
    this.latencyFrames = this.#envelope.delay + 2 * REACH;
    this.#left = new LookBack(this.latencyFrames);
    this.#right = new LookBack(this.latencyFrames);
    this.#switchStep = 1 / (SWITCH_SECONDS * sampleRate);
    this.#ceiling = toAmplitude(ceilingDb) * MARGIN;
  }

  /** dB that the limiter took away at most in the last block. */
  get reductionDb(): number {
    return this.#lowestGain === 1 ? 0 : -toDecibels(this.#lowestGain);
  }

  /** Holds for what comes from now on. */
  setCeiling(ceilingDb: number): void {
    this.#ceiling = toAmplitude(ceilingDb) * MARGIN;
  }

  /** Fades over 10 ms. */
  setEnabled(isEnabled: boolean): void {
    this.#isEnabled = isEnabled;
  }

  /** In place. Both sides have the same length. What isn't a finite number is silence. */
  process(left: Float32Array, right: Float32Array): void {
    this.#left.push(left);
    this.#right.push(right);
    this.#lowestGain = 1;
    if (!this.#isEnabled && this.#share === 0) {
      this.#envelope.reset();
      this.#passOn(left, right, 0, left.length);
      return;
    }
    const loudest = Math.max(this.#left.peak, this.#right.peak);
    if (this.#envelope.isIdle && this.#isOn && loudest * LARGEST_GAIN <= this.#ceiling) {
      this.#passOn(left, right, 0, left.length);
      return;
    }
    for (let from = 0; from < left.length; from += CHUNK) {
      this.#limit(left, right, from, Math.min(left.length, from + CHUNK));
    }
  }

  get #isOn(): boolean {
    return this.#isEnabled && this.#share === 1;
  }

  #passOn(left: Float32Array, right: Float32Array, from: number, to: number): void {
    // Sound that is `latencyFrames` old begins where what is kept begins.
    const leftSamples = this.#left.samples;
    const rightSamples = this.#right.samples;
    for (let at = from; at < to; at += 1) {
      left[at] = leftSamples[at] ?? 0;
      right[at] = rightSamples[at] ?? 0;
    }
  }

  #limit(left: Float32Array, right: Float32Array, from: number, to: number): void {
    const envelope = this.#envelope;
    const leftSamples = this.#left.samples;
    const rightSamples = this.#right.samples;
    // The newest point whose neighbours are all there.
    const ahead = this.latencyFrames - REACH;
    const safe = this.#safeSize(ahead + from, ahead + to);
    if (safe === Infinity && envelope.isIdle && this.#isOn) return this.#passOn(left, right, from, to);
    const gains = this.#gains;
    gains.fill(1);
    if (safe < Infinity) {
      for (let at = from; at < to; at += 1) {
        const point = ahead + at;
        if (!isBelow(leftSamples, point, safe) || !isBelow(rightSamples, point, safe))
          gains[at - from] = this.#needAt(leftSamples, rightSamples, point);
      }
    }
    envelope.process(gains, to - from);
    const isOn = this.#isOn;
    let lowest = this.#lowestGain;
    for (let at = from; at < to; at += 1) {
      const gain = gains[at - from] as number;
      const applied = isOn ? gain : this.#fade(gain);
      if (applied < lowest) lowest = applied;
      left[at] = (leftSamples[at] as number) * applied;
      right[at] = (rightSamples[at] as number) * applied;
    }
    this.#lowestGain = lowest;
  }

  /** Where both samples beside a point of this range are no larger, the point is under the ceiling. */
  #safeSize(from: number, to: number): number {
    const first = from - REACH + 1;
    const last = to + REACH;
    const peak = Math.max(
      peakWithin(this.#left.samples, first, last),
      peakWithin(this.#right.samples, first, last),
    );
    if (peak * LARGEST_GAIN <= this.#ceiling) return Infinity;
    const bend = Math.max(
      bendWithin(this.#left.samples, first, last),
      bendWithin(this.#right.samples, first, last),
    );
    const safe = this.#ceiling - bend * LARGEST_BEND_GAIN;
    return peak <= safe ? Infinity : safe;
  }

  /** The highest gain with which neither side exceeds the ceiling at this sample and up to the next. */
  #needAt(left: Float32Array, right: Float32Array, at: number): number {
    let peak = Math.max(peakFrom(left, at), peakFrom(right, at));
    if (peak > this.#ceiling * QUARTERS_MISS) {
      peak = Math.max(peak, oddPeakFrom(left, at), oddPeakFrom(right, at));
    }
    return peak > this.#ceiling ? this.#ceiling / peak : 1;
  }

  #fade(gain: number): number {
    if (this.#isEnabled) this.#share = Math.min(1, this.#share + this.#switchStep);
    else this.#share = Math.max(0, this.#share - this.#switchStep);
    // The corners of a straight line are heard.
    return 1 + (gain - 1) * (0.5 - 0.5 * Math.cos(Math.PI * this.#share));
  }
}

/** Whether both samples that a point lies between are no larger than this. */
function isBelow(samples: Float32Array, at: number, size: number): boolean {
  return Math.abs(samples[at] as number) <= size && Math.abs(samples[at + 1] as number) <= size;
}
