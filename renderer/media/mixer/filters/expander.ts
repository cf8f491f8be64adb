/**
 * Expander and upward compressor, as OBS Studio's: both change what is below a threshold, one makes it quieter, the other
 * louder. The level is the larger side's. RMS: a mean of squares that forgets half within 10 ms. Peak: each sample's size. The
 * gain follows its goal in dB, g = t + c·(g − t), with c = exp(−1/(rate·time)) of the attack while the gain rises, else of
 * the release.
 */
import type { SoundSettingsOf } from '../../../../shared/studio/mixer/sound-filter.ts';
import { amplitudeOf, DB_PER_OCTAVE, factorOfDb, followerOf, octavesOf, octavesOfDb } from './decibels.ts';
import type { SoundFilter } from './sound-filter.ts';
import { settled, sizeOf } from './tame.ts';

const HALF_LIFE_SECONDS = 0.01;
/** Levels and reductions end here, −120 and −60 dB: the first is silence, the second is not heard. */
const LEAST_SQUARE = 1e-12;
const MAX_CUT = octavesOfDb(60);
/** The upward compressor leaves what is quieter as it is: that is noise. */
const NOISE_FLOOR = octavesOfDb(-60);

export class Expander implements SoundFilter {
  readonly latencyFrames = 0;
  readonly isBounded: boolean;
  readonly #isUpward: boolean;
  readonly #isPeak: boolean;
  /** Of the distance to the threshold; below 0 for the expander. */
  readonly #slope: number;
  readonly #threshold: number;
  readonly #knee: number;
  /** The square of the level from which on nothing changes. */
  readonly #top: number;
  readonly #attack: number;
  readonly #release: number;
  readonly #output: number;
  readonly #keep: number;
  /** A mean of squares. */
  #level = 0;
  #gain = 0;
  #reductionDb = 0;

  constructor(settings: SoundSettingsOf<'expander' | 'upward'>, sampleRate: number, before?: SoundFilter) {
    const { ratio, thresholdDb, attackMs, releaseMs } = settings;
    this.#slope = 1 - ratio;
    this.#threshold = octavesOfDb(thresholdDb);
    this.#attack = followerOf(attackMs, sampleRate);
    this.#release = followerOf(releaseMs, sampleRate);
    this.#keep = 2 ** (-1 / (HALF_LIFE_SECONDS * sampleRate));
    this.#isUpward = settings.type === 'upward';
    this.#isPeak = settings.type === 'expander' && settings.detector === 'peak';
    this.#knee = settings.type === 'upward' ? octavesOfDb(settings.kneeDb) : 0;
    this.#top = amplitudeOf(2 * this.#threshold + this.#knee);
    this.#output = settings.type === 'expander' ? factorOfDb(settings.outputDb) : 1;
    this.isBounded = !this.#isUpward && this.#output <= 1;
    if (!(before instanceof Expander)) return;
    this.#level = before.#level;
    this.#gain = before.#gain;
  }

  get reductionDb(): number {
    return this.#reductionDb;
  }

  process(left: Float32Array, right: Float32Array): void {
    const isUpward = this.#isUpward;
    const isPeak = this.#isPeak;
    const slope = this.#slope;
    const threshold = this.#threshold;
    const knee = this.#knee;
    const top = this.#top;
    const attack = this.#attack;
    const release = this.#release;
    const output = this.#output;
    const keep = this.#keep;
    let level = this.#level;
    let gain = this.#gain;
    let least = 0;
    for (let at = 0; at < left.length; at += 1) {
      const size = sizeOf(left[at] as number, right[at] as number);
      const square = size * size;
      level = square + keep * (level - square);
      const counted = isPeak ? square : level;
      let goal = 0;
      if (counted < top) {
        const octaves = octavesOf(counted > LEAST_SQUARE ? counted : LEAST_SQUARE) / 2;
        goal = isUpward ? boost(octaves, threshold, slope, knee) : cut(octaves, threshold, slope);
      }
      gain = goal + (goal > gain ? attack : release) * (gain - goal);
      if (gain < least) least = gain;
      const factor = output * amplitudeOf(gain);
      left[at] = (left[at] as number) * factor;
      right[at] = (right[at] as number) * factor;
    }
    this.#level = settled(level);
    this.#gain = settled(gain);
    this.#reductionDb = -least * DB_PER_OCTAVE;
  }
}

/** Octaves, at most 0, of a level below the threshold. */
function cut(level: number, threshold: number, slope: number): number {
  const wanted = slope * (threshold - level);
  return wanted < -MAX_CUT ? -MAX_CUT : wanted;
}

/**
 * Octaves, at least 0. Grows below the threshold, with a parabola around the threshold, until the way down to the noise floor
 * is the shorter one, and falls from there.
 */
function boost(level: number, threshold: number, slope: number, knee: number): number {
  const below = threshold - level;
  if (level <= NOISE_FLOOR || below <= -knee / 2) return 0;
  const distance = below < knee / 2 ? (below + knee / 2) ** 2 / (2 * knee) : below;
  const above = level - NOISE_FLOOR;
  return slope * (distance < above ? distance : above);
}
