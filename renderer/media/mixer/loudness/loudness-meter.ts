/**
 * Loudness of a program after ITU-R BS.1770-4 and EBU Tech 3341: momentary, short-term, integrated; loudness range after EBU
 * Tech 3342; true peak and sample peak. Pure but for its memory, which doesn't grow.
 */
import type { LoudnessFigures } from '../../../../shared/sound/targets.ts';
import { WeightedEnergy } from './k-weighting.ts';
import { toDecibels } from './decibels.ts';
import { ABSOLUTE_GATE_LUFS, LoudnessHistogram, toLufs } from './loudness-histogram.ts';
import { REACH } from './interpolation.ts';
import { LookBack } from './look-back.ts';
import { TruePeakMeter } from './true-peak-meter.ts';

/** Windows move by 10 ms, so that no short sound falls between two of them. */
const PARTS_PER_SECOND = 100;
const MOMENTARY_PARTS = 40;
const SHORT_TERM_PARTS = 300;
/** What is gated is taken every 100 ms: blocks of 400 ms overlap by three quarters. */
const HOP_PARTS = 10;
/** Blocks of the last minute. */
const RECENT_BLOCKS = 600;
const PEAK_PARTS = 30 * PARTS_PER_SECOND;
const INTEGRATED_GATE_LU = 10;
const RANGE_GATE_LU = 20;
const RANGE_LOW = 0.1;
const RANGE_HIGH = 0.95;

export class LoudnessMeter {
  readonly #left = new LookBack(2 * REACH);
  readonly #right = new LookBack(2 * REACH);
  readonly #leftEnergy: WeightedEnergy;
  readonly #rightEnergy: WeightedEnergy;
  readonly #partFrames: number;
  readonly #peaks = new TruePeakMeter();
  /** Highest before the half minute that runs, and in the half minute before. */
  #oldPeak = 0;
  #oldSamplePeak = 0;
  #lastPeak = 0;
  /** Mean squares of the last parts. */
  readonly #parts = new Float64Array(SHORT_TERM_PARTS);
  /** Energies of the last blocks. */
  readonly #blocks = new Float64Array(RECENT_BLOCKS);
  readonly #integrated = new LoudnessHistogram();
  readonly #range = new LoudnessHistogram();
  /** Parts since `reset`. */
  #part = 0;
  #block = 0;
  /** Of the part that runs. */
  #sum = 0;
  #frames = 0;

  constructor(sampleRate: number) {
    this.#leftEnergy = new WeightedEnergy(sampleRate);
    this.#rightEnergy = new WeightedEnergy(sampleRate);
    this.#partFrames = Math.round(sampleRate / PARTS_PER_SECOND);
  }

  /** Both sides have the same length. */
  add(left: Float32Array, right: Float32Array): void {
    this.#left.push(left);
    this.#right.push(right);
    this.#peaks.add(this.#left);
    this.#peaks.add(this.#right);
    const { kept, frames } = this.#left;
    for (let from = kept; from < kept + frames;) {
      const to = Math.min(kept + frames, from + this.#partFrames - this.#frames);
      this.#sum += this.#leftEnergy.add(this.#left.samples, from, to);
      this.#sum += this.#rightEnergy.add(this.#right.samples, from, to);
      this.#frames += to - from;
      if (this.#frames === this.#partFrames) this.#endPart();
      from = to;
    }
  }

  /** LUFS of the last 400 ms, as of the last full 10 ms; −Infinity before there are as many. */
  get momentary(): number {
    return this.#part < MOMENTARY_PARTS ? -Infinity : toLufs(this.#mean(MOMENTARY_PARTS));
  }

  /** LUFS of the last 3 s; −Infinity before there are as many. */
  get shortTerm(): number {
    return this.#part < SHORT_TERM_PARTS ? -Infinity : toLufs(this.#mean(SHORT_TERM_PARTS));
  }

  /** Gated LUFS of everything since `reset`; −Infinity while all is silence. */
  get integrated(): number {
    return this.#integrated.gatedMean(INTEGRATED_GATE_LU);
  }

  /** As `integrated`, of the last minute alone: what whoever turns a fader now can still change. */
  get recent(): number {
    const absolute = this.#recentMean(ABSOLUTE_GATE_LUFS);
    return this.#recentMean(Math.max(ABSOLUTE_GATE_LUFS, absolute - INTEGRATED_GATE_LU));
  }

  /** LU between the quiet and the loud parts since `reset`; −Infinity while it is unknown. Settles after about a minute. */
  get range(): number {
    return this.#range.spread(RANGE_GATE_LU, RANGE_LOW, RANGE_HIGH);
  }

  /** The highest since `reset`, dBTP. */
  get truePeakDb(): number {
    return toDecibels(Math.max(this.#oldPeak, this.#peaks.peak));
  }

  /** The highest of the last half minute to a minute, dBTP. */
  get recentTruePeakDb(): number {
    return toDecibels(Math.max(this.#lastPeak, this.#peaks.peak));
  }

  /** The highest since `reset`, dBFS. */
  get samplePeakDb(): number {
    return toDecibels(Math.max(this.#oldSamplePeak, this.#peaks.samplePeak));
  }

  /** All of them, to be sent away. */
  get figures(): LoudnessFigures {
    const { momentary, shortTerm, integrated, recent, range } = this;
    const { samplePeakDb, truePeakDb, recentTruePeakDb } = this;
    return {
      momentary,
      shortTerm,
      integrated,
      recent,
      range,
      samplePeakDb,
      truePeakDb,
      recentTruePeakDb,
    };
  }

  reset(): void {
    this.#left.clear();
    this.#right.clear();
    this.#leftEnergy.reset();
    this.#rightEnergy.reset();
    this.#peaks.reset();
    this.#oldPeak = 0;
    this.#oldSamplePeak = 0;
    this.#lastPeak = 0;
    this.#parts.fill(0);
    this.#blocks.fill(0);
    this.#integrated.clear();
    this.#range.clear();
    this.#part = 0;
    this.#block = 0;
    this.#sum = 0;
    this.#frames = 0;
  }

  #endPart(): void {
    this.#parts[this.#part % SHORT_TERM_PARTS] = this.#sum / this.#partFrames;
    this.#part += 1;
    this.#sum = 0;
    this.#frames = 0;
    if (this.#part % PEAK_PARTS === 0) this.#keepPeaks();
    if (this.#part % HOP_PARTS === 0) this.#endHop();
  }

  #endHop(): void {
    if (this.#part < MOMENTARY_PARTS) return;
    const block = this.#mean(MOMENTARY_PARTS);
    this.#blocks[this.#block % RECENT_BLOCKS] = block;
    this.#block += 1;
    this.#integrated.add(block);
    if (this.#part >= SHORT_TERM_PARTS) this.#range.add(this.#mean(SHORT_TERM_PARTS));
  }

  #keepPeaks(): void {
    this.#lastPeak = this.#peaks.peak;
    this.#oldPeak = Math.max(this.#oldPeak, this.#peaks.peak);
    this.#oldSamplePeak = Math.max(this.#oldSamplePeak, this.#peaks.samplePeak);
    this.#peaks.reset();
  }

  #mean(parts: number): number {
    let sum = 0;
    for (let back = 1; back <= parts; back += 1)
      sum += this.#parts[(this.#part - back) % SHORT_TERM_PARTS] ?? 0;
    return sum / parts;
  }

  #recentMean(gateLufs: number): number {
    const gate = 10 ** ((gateLufs + 0.691) / 10);
    let sum = 0;
    let count = 0;
    for (const block of this.#blocks) {
      if (block < gate) continue;
      sum += block;
      count += 1;
    }
    return count === 0 ? -Infinity : toLufs(sum / count);
  }
}
