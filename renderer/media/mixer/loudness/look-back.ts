/** The newest block of one side with the sound before it, in one piece: what looks around a sample needs no ring. */
import { copyFinite, peakWithin } from './finite.ts';

/** Room for a block of 10 ms at first. */
const USUAL_FRAMES = 512;

export class LookBack {
  readonly #kept: number;
  #samples: Float32Array;
  #frames = 0;
  #blockPeak = 0;
  #peak = 0;

  /** @param kept how many frames before the newest block stay. */
  constructor(kept: number) {
    this.#kept = kept;
    this.#samples = new Float32Array(kept + USUAL_FRAMES);
  }

  /** Where the newest block begins in `samples`. */
  get kept(): number {
    return this.#kept;
  }

  /** Frames of the newest block. */
  get frames(): number {
    return this.#frames;
  }

  /** `kept` frames of before, then the newest block, all finite; what lies behind it is old. */
  get samples(): Float32Array {
    return this.#samples;
  }

  /** The largest distance from zero in the newest block. */
  get blockPeak(): number {
    return this.#blockPeak;
  }

  /** The largest distance from zero in the newest block and before it. */
  get peak(): number {
    return this.#peak;
  }

  push(block: Float32Array): void {
    this.#samples.copyWithin(0, this.#frames, this.#frames + this.#kept);
    if (this.#kept + block.length > this.#samples.length) {
      const longer = new Float32Array(this.#kept + block.length);
      longer.set(this.#samples.subarray(0, this.#kept));
      this.#samples = longer;
    }
    this.#frames = block.length;
    this.#blockPeak = copyFinite(block, this.#samples, this.#kept);
    this.#peak = Math.max(this.#blockPeak, peakWithin(this.#samples, 0, this.#kept));
  }

  clear(): void {
    this.#samples.fill(0);
    this.#frames = 0;
    this.#blockPeak = 0;
    this.#peak = 0;
  }
}
