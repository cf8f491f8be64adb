/**
 * The sound of one pass, in blocks, each with its place in the file: counted in samples from where the pass begins, so that no loop drifts.
 * Pictures say where a pass ends: sound that goes on a little longer is cut there, as the padding of most codecs does, and sound that is
 * a little shorter is filled. Much longer sound is what the pass ends with. Pure.
 */
import { MEDIA_BLOCK_MS, MEDIA_SOUND_CHANNELS } from '../../../shared/media/media-source-port.ts';

export interface SoundBlock {
  /** In the file. */
  readonly positionUs: number;
  readonly data: ArrayBuffer;
}

interface Counted {
  /** Since where the pass begins, in the file's own times. */
  readonly sample: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const FRAME_BYTES = 4 * MEDIA_SOUND_CHANNELS;
/** Of sound that is longer or shorter than the pictures. */
const LITTLE_US = 100_000;
/** Sound before the first picture that is kept until the picture's time is known; all of it is left out if it isn't by then. */
const MAX_EARLY_BLOCKS = 100;

export class PassSound {
  readonly #sampleRate: number;
  readonly #atUs: number;
  readonly #blockBytes: number;
  #block: Uint8Array<ArrayBuffer>;
  #filled = 0;
  #samples = 0;
  #held: Counted[] = [];
  #endUs: number | undefined;

  /** @param atUs where in the file the pass begins. */
  constructor(sampleRate: number, atUs: number) {
    this.#sampleRate = sampleRate;
    this.#atUs = atUs;
    this.#blockBytes = Math.round((sampleRate * MEDIA_BLOCK_MS) / 1000) * FRAME_BYTES;
    this.#block = new Uint8Array(this.#blockBytes);
  }

  /** Interleaved float32, cut anywhere. */
  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.subarray(at, at + this.#blockBytes - this.#filled);
      this.#block.set(taken, this.#filled);
      this.#filled += taken.length;
      at += taken.length;
      if (this.#filled === this.#blockBytes) this.#closeBlock();
    }
  }

  /**
   * The next block whose turn has come, cut where the pass begins and ends.
   * @param firstUs of the first picture, see `FrameTimes`; undefined while it isn't known.
   * @param shownUs until when the pictures show that have come.
   */
  take(firstUs: number | undefined, shownUs: number): SoundBlock | undefined {
    if (firstUs === undefined) {
      if (this.#held.length > MAX_EARLY_BLOCKS) this.#held.shift();
      return undefined;
    }
    const originUs = this.#atUs === 0 ? firstUs : 0;
    const untilUs = this.#endUs ?? Math.max(shownUs, this.#positionUs(this.#samples, originUs) - LITTLE_US);
    for (;;) {
      const [first] = this.#held;
      if (first === undefined) return undefined;
      const positionUs = this.#positionUs(first.sample, originUs);
      const lengthUs = this.#lengthUs(first.bytes);
      if (this.#endUs === undefined && positionUs + lengthUs > untilUs) return undefined;
      this.#held.shift();
      const block = this.#cut(first, positionUs, untilUs);
      if (block !== undefined) return block;
    }
  }

  /** Where in the file the sound is that came. */
  get readUs(): number {
    return this.#positionUs(this.#samples, 0);
  }

  /** No more comes. @returns where the pass ends, in the file. @param shownUs until when the last picture shows; undefined for none. */
  finish(firstUs: number, shownUs: number | undefined): number {
    if (this.#filled > 0) this.#closeBlock();
    const originUs = this.#atUs === 0 ? firstUs : 0;
    const soundUs = this.#positionUs(this.#samples, originUs);
    this.#endUs = shownUs === undefined || soundUs > shownUs + LITTLE_US ? soundUs : shownUs;
    const missingUs = this.#endUs - soundUs;
    if (this.#samples > 0 && missingUs > 0 && missingUs <= LITTLE_US) this.#fill(missingUs);
    return this.#endUs;
  }

  #fill(missingUs: number): void {
    const bytes = Math.round((missingUs * this.#sampleRate) / 1e6) * FRAME_BYTES;
    this.write(new Uint8Array(bytes));
    if (this.#filled > 0) this.#closeBlock();
  }

  #closeBlock(): void {
    // Half a sample at the end of a damaged file is none.
    const bytes = this.#block.slice(0, this.#filled - (this.#filled % FRAME_BYTES));
    this.#filled = 0;
    if (bytes.length === 0) return;
    this.#held.push({ sample: this.#samples, bytes });
    this.#samples += bytes.length / FRAME_BYTES;
  }

  /** Undefined where nothing of it lies within the pass. */
  #cut({ bytes }: Counted, positionUs: number, untilUs: number): SoundBlock | undefined {
    const early = Math.max(0, this.#framesIn(this.#atUs - positionUs));
    const frames = Math.min(bytes.length / FRAME_BYTES, this.#framesIn(untilUs - positionUs));
    if (frames <= early) return undefined;
    const data = bytes.slice(early * FRAME_BYTES, frames * FRAME_BYTES).buffer;
    return { positionUs: positionUs + (early * 1e6) / this.#sampleRate, data };
  }

  #framesIn(us: number): number {
    return Math.round((us * this.#sampleRate) / 1e6);
  }

  #lengthUs(bytes: Uint8Array): number {
    return (bytes.length / FRAME_BYTES / this.#sampleRate) * 1e6;
  }

  #positionUs(sample: number, originUs: number): number {
    return this.#atUs + (sample * 1e6) / this.#sampleRate - originUs;
  }
}
