/**
 * Gathers a track's small blocks into blocks of about twenty milliseconds, interleaved in the program's channel count.
 * The block handed out is reused by the next: it is to be copied or sent at once.
 */

/** The part of `AudioData` that is needed. */
export interface PcmSource {
  readonly numberOfFrames: number;
  readonly numberOfChannels: number;
  readonly sampleRate: number;
  copyTo(
    destination: Float32Array,
    options: { readonly planeIndex: number; readonly format: 'f32-planar' },
  ): void;
}

/** `stereo` keeps both sides as they are; the others put that side on both. */
export type PickedChannel = 'stereo' | 'left' | 'right';

const BLOCK_SECONDS = 0.02;
/** A step in the timestamps beyond this is a gap: what was gathered is handed out first. */
const GAP_US = 2000;

export class PcmGatherer {
  readonly #channels: 1 | 2;
  readonly #onBlock: (samples: Float32Array<ArrayBuffer>, timestampUs: number, sampleRate: number) => void;
  #block = new Float32Array(0);
  #planes: [Float32Array, Float32Array] = [new Float32Array(0), new Float32Array(0)];
  #frames = 0;
  #startUs = 0;
  #sampleRate = 0;
  #picked: PickedChannel = 'stereo';
  readonly #onSides: (left: Float32Array, right: Float32Array, sampleRate: number) => void;

  /** @param onSides gets both sides of a source that has two, as the source gives them. */
  constructor(
    channels: 1 | 2,
    onBlock: (samples: Float32Array<ArrayBuffer>, timestampUs: number, sampleRate: number) => void,
    onSides: (left: Float32Array, right: Float32Array, sampleRate: number) => void = () => undefined,
  ) {
    this.#channels = channels;
    this.#onBlock = onBlock;
    this.#onSides = onSides;
  }

  /** From the next block on. */
  pick(channel: PickedChannel): void {
    this.#picked = channel;
  }

  /** @param startUs time of the block's first sample. */
  add(source: PcmSource, startUs: number): void {
    const { numberOfFrames, sampleRate } = source;
    const expectedUs = this.#startUs + (this.#frames * 1_000_000) / this.#sampleRate;
    const isContinuous = sampleRate === this.#sampleRate && Math.abs(startUs - expectedUs) <= GAP_US;
    if (this.#frames > 0 && !isContinuous) this.#flush();
    if (this.#frames === 0) {
      this.#startUs = startUs;
      this.#sampleRate = sampleRate;
    }
    this.#reserve(numberOfFrames);
    this.#append(source);
    if (this.#frames >= BLOCK_SECONDS * sampleRate) this.#flush();
  }

  #append(source: PcmSource): void {
    const { numberOfFrames: count } = source;
    let left = this.#planes[0].subarray(0, count);
    source.copyTo(left, { planeIndex: 0, format: 'f32-planar' });
    let right = left;
    if (source.numberOfChannels > 1) {
      right = this.#planes[1].subarray(0, count);
      source.copyTo(right, { planeIndex: 1, format: 'f32-planar' });
      this.#onSides(left, right, source.sampleRate);
      if (this.#picked === 'left') right = left;
      else if (this.#picked === 'right') left = right;
    }
    const block = this.#block;
    let at = this.#frames * this.#channels;
    for (let i = 0; i < count; i += 1) {
      const l = left[i] ?? 0;
      const r = right[i] ?? 0;
      if (this.#channels === 2) {
        block[at++] = l;
        block[at++] = r;
      } else block[at++] = (l + r) / 2;
    }
    this.#frames += count;
  }

  #reserve(count: number): void {
    if (this.#planes[0].length < count) this.#planes = [new Float32Array(count), new Float32Array(count)];
    const needed = (this.#frames + count) * this.#channels;
    if (this.#block.length >= needed) return;
    const larger = new Float32Array(needed);
    larger.set(this.#block.subarray(0, this.#frames * this.#channels));
    this.#block = larger;
  }

  #flush(): void {
    const used = this.#frames * this.#channels;
    this.#frames = 0;
    // The whole buffer travels: a block of another length than the last needs one of its own.
    if (this.#block.length !== used) this.#block = this.#block.slice(0, used);
    this.#onBlock(this.#block, this.#startUs, this.#sampleRate);
  }
}
