/** Reads a track's blocks into interleaved float32 of one or two sides. What is handed out is used again by the next block. */

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

export class PcmReader {
  #left = new Float32Array(0);
  #right = new Float32Array(0);
  #samples = new Float32Array(0);
  #frames = 0;

  /** Of the last block; a source with one side has nothing on the right. */
  get sides(): readonly [Float32Array, Float32Array] {
    return [this.#left.subarray(0, this.#frames), this.#right.subarray(0, this.#frames)];
  }

  /** Of a source with more than two sides the first two. @param timestampUs of the block's first sample. */
  read(source: PcmSource, timestampUs: number): PcmPart {
    const { numberOfFrames: frames, sampleRate } = source;
    this.#reserve(frames);
    this.#frames = frames;
    const left = this.#left.subarray(0, frames);
    source.copyTo(left, { planeIndex: 0, format: 'f32-planar' });
    if (source.numberOfChannels === 1) return { timestampUs, sampleRate, channels: 1, samples: left };
    const right = this.#right.subarray(0, frames);
    source.copyTo(right, { planeIndex: 1, format: 'f32-planar' });
    const samples = this.#samples.subarray(0, 2 * frames);
    for (let i = 0; i < frames; i += 1) {
      samples[2 * i] = left[i] ?? 0;
      samples[2 * i + 1] = right[i] ?? 0;
    }
    return { timestampUs, sampleRate, channels: 2, samples };
  }

  #reserve(frames: number): void {
    if (this.#left.length >= frames) return;
    this.#left = new Float32Array(frames);
    this.#right = new Float32Array(frames);
    this.#samples = new Float32Array(2 * frames);
  }
}
