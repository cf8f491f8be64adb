/** What several channels are added up in: a track or the headphones. Gives out several blocks that follow each other as one. */
import type { AudioBlock } from '../../../../shared/media/media-port.ts';
import type { TruePeakLimiter } from '../loudness/true-peak-limiter.ts';
import type { SoundBlock } from '../filters/sound-filter.ts';
import type { BlockParts } from './block-parts.ts';
import { add, addBoth, scale } from './ramp.ts';

export class Bus {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly #parts: BlockParts;
  readonly #channels: 1 | 2;
  /** For each number of blocks that was given out at once. */
  readonly #outputs: (Float32Array<ArrayBuffer> | undefined)[] = [];
  #gain: number;
  /** Is added with the next one. */
  #waiting: SoundBlock | undefined;
  readonly #limiter: TruePeakLimiter | undefined;

  /**
   * @param isFadedIn whether what is added up goes on already, so that it would begin with a click
   * @param limiter makes what is given out later than what was added up
   */
  constructor(parts: BlockParts, channels: 1 | 2, isFadedIn: boolean, limiter?: TruePeakLimiter) {
    this.#parts = parts;
    this.#channels = channels;
    this.#limiter = limiter;
    this.left = new Float32Array(parts.blockFrames);
    this.right = new Float32Array(parts.blockFrames);
    this.#gain = isFadedIn ? 0 : 1;
  }

  get limiter(): TruePeakLimiter | undefined {
    return this.#limiter;
  }

  clear(): void {
    this.left.fill(0);
    this.right.fill(0);
  }

  /** Adds a whole block, which has to stay as it is until `finish`. */
  add(block: SoundBlock): void {
    const { left, right } = this;
    const waiting = this.#waiting;
    this.#waiting = waiting === undefined ? block : undefined;
    if (waiting === undefined) return;
    addBoth(left, waiting.left, block.left);
    addBoth(right, waiting.right, block.right);
  }

  /** Adds a block times a factor that goes from one value to the other. */
  addFaded(block: SoundBlock, from: number, to: number): void {
    add(this.left, block.left, from, to, this.#parts.ramp);
    add(this.right, block.right, from, to, this.#parts.ramp);
  }

  /** @param index of this block among `count` that are given out at once */
  finish(index: number, count: number): void {
    if (this.#waiting !== undefined) this.addFaded(this.#waiting, 1, 1);
    this.#waiting = undefined;
    if (this.#gain === 0) {
      scale(this.left, this.left, 0, 1, this.#parts.ramp);
      scale(this.right, this.right, 0, 1, this.#parts.ramp);
      this.#gain = 1;
    }
    this.#limiter?.process(this.left, this.right);
    const output = this.#outputOf(count);
    const { blockFrames } = this.#parts;
    let at = index * blockFrames * this.#channels;
    const { left, right } = this;
    if (this.#channels === 1) {
      for (let frame = 0; frame < blockFrames; frame += 1)
        output[at++] = ((left[frame] as number) + (right[frame] as number)) / 2;
      return;
    }
    for (let frame = 0; frame < blockFrames; frame += 1) {
      output[at++] = left[frame] as number;
      output[at++] = right[frame] as number;
    }
  }

  take(count: number, timestampUs: number): AudioBlock {
    const data = this.#outputOf(count).buffer;
    return { timestampUs, sampleRate: this.#parts.sampleRate, channels: this.#channels, data };
  }

  #outputOf(count: number): Float32Array<ArrayBuffer> {
    return (this.#outputs[count] ??= new Float32Array(count * this.#parts.blockFrames * this.#channels));
  }
}
