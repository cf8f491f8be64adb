/**
 * The gain of each level above a threshold, in a table: whoever needs one for each frame looks it up by the bits of the level. Between
 * two values the gain goes in a straight line: it is within 0.001 dB of the exact one.
 */
import { MAX_SAMPLE } from './tame.ts';

/** Of an octave. */
const STEP_BITS = 7;
const REST_BITS = 23 - STEP_BITS;
const REST_MASK = 2 ** REST_BITS - 1;
const REST_SHARE = 2 ** -REST_BITS;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

export class GainCurve {
  /** From the step that the threshold lies in. */
  readonly #first: number;
  readonly #gains: Float64Array;

  /** @param gainOf the gain at an amplitude; also of one a little below the threshold */
  constructor(threshold: number, gainOf: (amplitude: number) => number) {
    const stepOf = (amplitude: number): number => {
      float[0] = amplitude;
      return (bits[0] as number) >> REST_BITS;
    };
    const first = stepOf(threshold);
    this.#first = first;
    this.#gains = Float64Array.from({ length: stepOf(MAX_SAMPLE) - first + 2 }, (_, step) => {
      bits[0] = (first + step) << REST_BITS;
      return gainOf(float[0] as number);
    });
  }

  /** @param amplitude from the threshold up to `MAX_SAMPLE` */
  at(amplitude: number): number {
    float[0] = amplitude;
    const all = bits[0] as number;
    const step = (all >> REST_BITS) - this.#first;
    const below = this.#gains[step] as number;
    return below + ((this.#gains[step + 1] as number) - below) * (all & REST_MASK) * REST_SHARE;
  }
}
