/**
 * Noise gate, as OBS Studio's: opens with the first frame above the one level, closes when the follower is below the other.
 * The follower takes each peak at once and falls in a straight line, by the distance of both levels, 1 dB at least, within 1/75 s.
 * The gain is a straight line too: from 0 to 1 within the attack, from 1 to 0 within the release, which begins after the hold.
 */
import type { SoundSettingsOf } from '../../../../shared/studio/mixer/sound-filter.ts';
import { DB_PER_OCTAVE, factorOfDb, octavesOf } from './decibels.ts';
import type { SoundFilter } from './sound-filter.ts';
import { sizeOf } from './tame.ts';

const FALL_SECONDS = 1 / 75;
/** Levels that lie closer together count as so far apart: the follower of two equal ones would never fall. */
const LEAST_DISTANCE_DB = 1;
/** What the meter shows while the gate is shut. */
const MAX_REDUCTION_DB = 100;

export class Gate implements SoundFilter {
  readonly latencyFrames = 0;
  readonly isBounded = true;
  readonly #open: number;
  readonly #close: number;
  /** What changes each frame. */
  readonly #fall: number;
  readonly #attack: number;
  readonly #release: number;
  readonly #holdFrames: number;
  /** A new gate is open, so that nobody is cut off by one that is switched on. */
  #isOpen = true;
  #gain = 1;
  #level = 0;
  #heldFrames = 0;

  constructor(settings: SoundSettingsOf<'gate'>, sampleRate: number, before?: SoundFilter) {
    const perFrame = (ms: number): number => Math.min(1, 1000 / (ms * sampleRate));
    this.#open = factorOfDb(settings.openDb);
    this.#close = factorOfDb(settings.closeDb);
    const distance = Math.max(
      Math.abs(this.#open - this.#close),
      this.#open * (1 - factorOfDb(-LEAST_DISTANCE_DB)),
    );
    this.#fall = distance / (FALL_SECONDS * sampleRate);
    this.#attack = perFrame(settings.attackMs);
    this.#release = perFrame(settings.releaseMs);
    this.#holdFrames = (settings.holdMs * sampleRate) / 1000;
    if (!(before instanceof Gate)) return;
    this.#isOpen = before.#isOpen;
    this.#gain = before.#gain;
    this.#level = before.#level;
    this.#heldFrames = before.#heldFrames;
  }

  get reductionDb(): number {
    if (this.#gain === 0) return MAX_REDUCTION_DB;
    return Math.min(MAX_REDUCTION_DB, Math.abs(octavesOf(this.#gain)) * DB_PER_OCTAVE);
  }

  process(left: Float32Array, right: Float32Array): void {
    const open = this.#open;
    const close = this.#close;
    const fall = this.#fall;
    const attack = this.#attack;
    const release = this.#release;
    const holdFrames = this.#holdFrames;
    let isOpen = this.#isOpen;
    let gain = this.#gain;
    let level = this.#level;
    let heldFrames = this.#heldFrames;
    for (let at = 0; at < left.length; at += 1) {
      const size = sizeOf(left[at] as number, right[at] as number);
      if (isOpen) {
        if (level < close && size <= open) {
          isOpen = false;
          heldFrames = 0;
        }
      } else if (size > open) isOpen = true;
      level = size > level ? size - fall : level - fall;
      if (level < 0) level = 0;
      if (isOpen) gain = gain + attack > 1 ? 1 : gain + attack;
      else if (heldFrames < holdFrames) heldFrames += 1;
      else gain = gain - release < 0 ? 0 : gain - release;
      left[at] = (left[at] as number) * gain;
      right[at] = (right[at] as number) * gain;
    }
    this.#isOpen = isOpen;
    this.#gain = gain;
    this.#level = level;
    this.#heldFrames = heldFrames;
  }
}
