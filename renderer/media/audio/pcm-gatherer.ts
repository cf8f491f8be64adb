/**
 * Gathers a track's small blocks into parts of about twenty milliseconds, shorter ones while somebody hears them at once: interleaved, of
 * one side or two as the source has. The part handed out is used again by the next: it is to be copied or mixed at once.
 */
import type { PcmPart } from '../mixer/core/mixer-types.ts';

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

/** Of a part, at least. */
const PART_SECONDS = 0.02;
const SHORT_PART_SECONDS = 0.005;
/** A step in the timestamps beyond this is a gap: what was gathered is handed out first. */
const GAP_US = 2000;

export class PcmGatherer {
  readonly #onPart: (part: PcmPart) => void;
  readonly #onSides: (left: Float32Array, right: Float32Array, sampleRate: number) => void;
  #planes: [Float32Array, Float32Array] = [new Float32Array(0), new Float32Array(0)];
  #samples = new Float32Array(0);
  #frames = 0;
  #startUs = 0;
  #sampleRate = 0;
  #channels: 1 | 2 = 1;
  #partSeconds = PART_SECONDS;

  /** @param onSides gets both sides of a source that has two, as the source gives them. */
  constructor(
    onPart: (part: PcmPart) => void,
    onSides: (left: Float32Array, right: Float32Array, sampleRate: number) => void = () => undefined,
  ) {
    this.#onPart = onPart;
    this.#onSides = onSides;
  }

  /** Short parts come sooner, and cost more. */
  useShortParts(areShort: boolean): void {
    this.#partSeconds = areShort ? SHORT_PART_SECONDS : PART_SECONDS;
  }

  /** Of a source with more than two sides the first two. @param startUs time of the block's first sample. */
  add(source: PcmSource, startUs: number): void {
    const { sampleRate } = source;
    const channels = source.numberOfChannels === 1 ? 1 : 2;
    const expectedUs = this.#startUs + (this.#frames * 1_000_000) / this.#sampleRate;
    const isSameKind = sampleRate === this.#sampleRate && channels === this.#channels;
    if (this.#frames > 0 && !(isSameKind && Math.abs(startUs - expectedUs) <= GAP_US)) this.#flush();
    if (this.#frames === 0) {
      this.#startUs = startUs;
      this.#sampleRate = sampleRate;
      this.#channels = channels;
    }
    this.#append(source);
    if (this.#frames >= this.#partSeconds * sampleRate) this.#flush();
  }

  #append(source: PcmSource): void {
    const { numberOfFrames: count } = source;
    this.#reserve(count);
    const left = this.#planes[0].subarray(0, count);
    source.copyTo(left, { planeIndex: 0, format: 'f32-planar' });
    if (this.#channels === 1) this.#samples.set(left, this.#frames);
    else {
      const right = this.#planes[1].subarray(0, count);
      source.copyTo(right, { planeIndex: 1, format: 'f32-planar' });
      this.#onSides(left, right, source.sampleRate);
      for (let i = 0; i < count; i += 1) {
        const at = 2 * (this.#frames + i);
        this.#samples[at] = left[i] ?? 0;
        this.#samples[at + 1] = right[i] ?? 0;
      }
    }
    this.#frames += count;
  }

  #reserve(count: number): void {
    if (this.#planes[0].length < count) this.#planes = [new Float32Array(count), new Float32Array(count)];
    const needed = (this.#frames + count) * this.#channels;
    if (this.#samples.length >= needed) return;
    const larger = new Float32Array(needed);
    larger.set(this.#samples.subarray(0, this.#frames * this.#channels));
    this.#samples = larger;
  }

  #flush(): void {
    const samples = this.#samples.subarray(0, this.#frames * this.#channels);
    this.#frames = 0;
    this.#onPart({
      ...{ timestampUs: Math.round(this.#startUs), sampleRate: this.#sampleRate },
      ...{ channels: this.#channels, samples },
    });
  }
}
