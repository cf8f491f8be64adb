/**
 * Takes blocks of one length and gives blocks of another, as 441 frames of 44.1 kHz are 480 of 48 kHz: a windowed sinc of 32
 * taps, whose rows repeat with each block.
 */

const HALF_TAPS = 16;
const TAPS = 2 * HALF_TAPS;
/** In frames of the input: a frame needs those of half the window behind it. */
export const MIN_RESAMPLER_DELAY = HALF_TAPS;

export class BlockResampler {
  readonly #history: Float32Array;
  /** Of each frame of output: where its taps begin, and the taps. */
  readonly #starts: Int32Array;
  readonly #taps: Float32Array;

  /** @param delay in frames of the input: what the output is later by. */
  constructor(inputFrames: number, outputFrames: number, delay: number) {
    const before = Math.ceil(delay) + HALF_TAPS;
    const cutoff = Math.min(1, outputFrames / inputFrames);
    this.#history = new Float32Array(before + inputFrames);
    this.#starts = new Int32Array(outputFrames);
    this.#taps = new Float32Array(outputFrames * TAPS);
    for (let frame = 0; frame < outputFrames; frame += 1) {
      const position = before + (frame * inputFrames) / outputFrames - delay;
      const start = Math.floor(position) - HALF_TAPS + 1;
      this.#starts[frame] = start;
      const row = this.#taps.subarray(frame * TAPS, (frame + 1) * TAPS);
      for (let tap = 0; tap < TAPS; tap += 1) row[tap] = weightOf(start + tap - position, cutoff);
      const sum = row.reduce((total, weight) => total + weight, 0);
      for (let tap = 0; tap < TAPS; tap += 1) row[tap] = (row[tap] as number) / sum;
    }
  }

  /** @param output one block, all of it is written */
  process(input: Float32Array, output: Float32Array): void {
    const history = this.#history;
    const taps = this.#taps;
    history.copyWithin(0, input.length);
    history.set(input, history.length - input.length);
    for (let frame = 0; frame < output.length; frame += 1) {
      const start = this.#starts[frame] as number;
      const row = frame * TAPS;
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap += 1)
        sum += (taps[row + tap] as number) * (history[start + tap] as number);
      output[frame] = sum;
    }
  }
}

/** A sinc in a Blackman window. */
function weightOf(distance: number, cutoff: number): number {
  const share = distance / HALF_TAPS;
  if (Math.abs(share) >= 1) return 0;
  const window = 0.42 + 0.5 * Math.cos(Math.PI * share) + 0.08 * Math.cos(2 * Math.PI * share);
  const x = Math.PI * distance * cutoff;
  return window * (x === 0 ? 1 : Math.sin(x) / x);
}
