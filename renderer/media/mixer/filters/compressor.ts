/**
 * Compressor and limiter, as OBS Studio's. The envelope follows the larger side's size, e = s + c·(e − s), with
 * c = exp(−1/(rate·time)) of the attack while s is above e, else of the release: after that time 1/e of a step is left.
 * The gain is (1 − 1/ratio)·(threshold − envelope) dB, at most 0, plus the output gain. A sine's envelope lies below its
 * crest with these times: by 1.2 dB at OBS Studio's defaults. The limiter's attack is so short that no sample passes above the
 * threshold; between samples the sound may.
 */
import { factorOfDb, followerOf } from './decibels.ts';
import { GainCurve } from './gain-curve.ts';
import type { SoundBlock, SoundFilter } from './sound-filter.ts';
import { settled, sizeOf } from './tame.ts';

export interface CompressorCurve {
  /** Of what is above the threshold, the share that is taken away: 1 − 1/ratio, 1 for a limiter. */
  readonly share: number;
  readonly thresholdDb: number;
  readonly attackMs: number;
  readonly releaseMs: number;
  readonly outputDb: number;
  /** Another channel's level counts; there is none while it is missing. */
  readonly hasSideChain: boolean;
}

const NO_FRAMES = new Float32Array(0);

export class Compressor implements SoundFilter {
  readonly latencyFrames = 0;
  readonly isBounded: boolean;
  readonly #share: number;
  readonly #threshold: number;
  /** Of envelopes above the threshold, with the output gain. */
  readonly #curve: GainCurve;
  /** How much of its distance to the size the envelope goes each frame: the mean of up and down, and half their difference. */
  readonly #pace: number;
  readonly #lean: number;
  readonly #output: number;
  readonly #hasSideChain: boolean;
  #envelope = 0;
  #reductionDb = 0;

  constructor(curve: CompressorCurve, sampleRate: number, before?: SoundFilter) {
    this.#share = curve.share;
    this.#threshold = factorOfDb(curve.thresholdDb);
    const attack = 1 - followerOf(curve.attackMs, sampleRate);
    const release = 1 - followerOf(curve.releaseMs, sampleRate);
    this.#pace = (attack + release) / 2;
    this.#lean = (attack - release) / 2;
    this.#output = factorOfDb(curve.outputDb);
    this.isBounded = this.#output <= 1;
    this.#curve = new GainCurve(this.#threshold, (envelope) => this.#output * this.#gainOf(envelope));
    this.#hasSideChain = curve.hasSideChain;
    if (before instanceof Compressor) this.#envelope = before.#envelope;
  }

  get reductionDb(): number {
    return this.#reductionDb;
  }

  process(left: Float32Array, right: Float32Array, side?: SoundBlock): void {
    const keyLeft = this.#hasSideChain ? (side?.left ?? NO_FRAMES) : left;
    const keyRight = this.#hasSideChain ? (side?.right ?? NO_FRAMES) : right;
    const keyFrames = Math.min(keyLeft.length, keyRight.length);
    const threshold = this.#threshold;
    const curve = this.#curve;
    const pace = this.#pace;
    const lean = this.#lean;
    const output = this.#output;
    let envelope = this.#envelope;
    let highest = 0;
    for (let at = 0; at < left.length; at += 1) {
      const size = at < keyFrames ? sizeOf(keyLeft[at] as number, keyRight[at] as number) : 0;
      // Up by the attack, down by the release, without a branch: sound goes up and down like dice.
      const distance = size - envelope;
      envelope += pace * distance + lean * Math.abs(distance);
      if (envelope > highest) highest = envelope;
      const gain = envelope > threshold ? curve.at(envelope) : output;
      left[at] = (left[at] as number) * gain;
      right[at] = (right[at] as number) * gain;
    }
    this.#envelope = settled(envelope);
    this.#reductionDb = highest > threshold ? -20 * Math.log10(this.#gainOf(highest)) : 0;
  }

  /** Without the output gain. */
  #gainOf(envelope: number): number {
    return (envelope / this.#threshold) ** -this.#share;
  }
}
