/**
 * Three-band equaliser, as OBS Studio's. Four one-pole low-passes in a row, y += k·(x − y) with k = 2·sin(π·f/rate), leave
 * the low band at 800 Hz. Four more at 5 kHz leave what the high band lacks: the input three frames later, less those, is the high
 * band, and what remains of the input is the middle.
 */
import type { SoundSettingsOf } from '../../../../shared/studio/mixer/sound-filter.ts';
import { factorOfDb } from './decibels.ts';
import type { SoundFilter } from './sound-filter.ts';
import { settled } from './tame.ts';

const LOW_HZ = 800;
const HIGH_HZ = 5000;
const LATENCY_FRAMES = 3;
/** Of one side: four low, four high, three frames of input. */
const MEMORY = 11;

export class ThreeBand implements SoundFilter {
  readonly latencyFrames = LATENCY_FRAMES;
  readonly isBounded = false;
  readonly reductionDb = 0;
  readonly #lowShare: number;
  readonly #highShare: number;
  readonly #low: number;
  readonly #middle: number;
  readonly #high: number;
  readonly #left = new Float64Array(MEMORY);
  readonly #right = new Float64Array(MEMORY);

  constructor(settings: SoundSettingsOf<'threeBand'>, sampleRate: number, before?: SoundFilter) {
    this.#lowShare = 2 * Math.sin((Math.PI * LOW_HZ) / sampleRate);
    this.#highShare = 2 * Math.sin((Math.PI * HIGH_HZ) / sampleRate);
    this.#low = factorOfDb(settings.lowDb);
    this.#middle = factorOfDb(settings.midDb);
    this.#high = factorOfDb(settings.highDb);
    if (!(before instanceof ThreeBand)) return;
    this.#left.set(before.#left);
    this.#right.set(before.#right);
  }

  process(left: Float32Array, right: Float32Array): void {
    this.#processSide(left, this.#left);
    this.#processSide(right, this.#right);
  }

  #processSide(samples: Float32Array, memory: Float64Array): void {
    const lowShare = this.#lowShare;
    const highShare = this.#highShare;
    const low = this.#low;
    const middle = this.#middle;
    const high = this.#high;
    let l1 = memory[0] as number;
    let l2 = memory[1] as number;
    let l3 = memory[2] as number;
    let l4 = memory[3] as number;
    let h1 = memory[4] as number;
    let h2 = memory[5] as number;
    let h3 = memory[6] as number;
    let h4 = memory[7] as number;
    let x1 = memory[8] as number;
    let x2 = memory[9] as number;
    let x3 = memory[10] as number;
    for (let at = 0; at < samples.length; at += 1) {
      const sample = samples[at] as number;
      l1 += lowShare * (sample - l1);
      l2 += lowShare * (l1 - l2);
      l3 += lowShare * (l2 - l3);
      l4 += lowShare * (l3 - l4);
      h1 += highShare * (sample - h1);
      h2 += highShare * (h1 - h2);
      h3 += highShare * (h2 - h3);
      h4 += highShare * (h3 - h4);
      samples[at] = low * l4 + middle * (h4 - l4) + high * (x3 - h4);
      x3 = x2;
      x2 = x1;
      x1 = sample;
    }
    memory[0] = settled(l1);
    memory[1] = settled(l2);
    memory[2] = settled(l3);
    memory[3] = settled(l4);
    memory[4] = settled(h1);
    memory[5] = settled(h2);
    memory[6] = settled(h3);
    memory[7] = settled(h4);
    memory[8] = x1;
    memory[9] = x2;
    memory[10] = x3;
  }
}
