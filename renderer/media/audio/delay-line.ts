/** Sound that is to be heard later than it was captured: blocks wait here, then leave with the time at which they are due. */
import type { AudioBlock } from '../../../shared/media/media-port.ts';

/** Of blocks of twenty milliseconds, twice the longest offset; times that stand still let nothing pile up. */
const MAX_BLOCKS = 200;

export class DelayLine {
  readonly #give: (block: AudioBlock) => void;
  #waiting: AudioBlock[] = [];
  #delayUs = 0;

  constructor(give: (block: AudioBlock) => void) {
    this.#give = give;
  }

  get delayUs(): number {
    return this.#delayUs;
  }

  /** From the next block on. A shorter delay leaves out what is late by then; the engine closes the seam without a click. */
  setDelay(delayMs: number): void {
    this.#delayUs = delayMs * 1000;
  }

  /** @param block with bytes that are used again by the caller */
  push(block: AudioBlock): void {
    if (this.#delayUs === 0 && this.#waiting.length === 0) return this.#give(block);
    this.#waiting.push({ ...block, data: block.data.slice(0) });
    for (let [next] = this.#waiting; next !== undefined && this.#isDue(next, block); [next] = this.#waiting) {
      this.#waiting.shift();
      this.#give({ ...next, timestampUs: next.timestampUs + this.#delayUs });
    }
  }

  /** Another source's sound comes next. */
  clear(): void {
    this.#waiting = [];
  }

  #isDue(block: AudioBlock, newest: AudioBlock): boolean {
    return block.timestampUs + this.#delayUs <= newest.timestampUs || this.#waiting.length > MAX_BLOCKS;
  }
}
