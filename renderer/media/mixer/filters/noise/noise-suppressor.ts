/**
 * Noise suppression by RNNoise, each side alone. It takes the mixer's blocks of 10 ms, which are RNNoise's frames at 48 kHz; at
 * another rate they are resampled before and behind it. While both sides are the same, as a microphone's are, one is calculated.
 */
import { assert } from '../../../../../shared/assert.ts';
import type { SoundFilter } from '../sound-filter.ts';
import { BlockResampler, MIN_RESAMPLER_DELAY } from './block-resampler.ts';
import { Rnnoise, RNNOISE_FRAMES, RNNOISE_RATE } from './rnnoise.ts';

/** A side that begins is heard from the block after so many: the first ones lack what was before. */
const WARM_UP_BLOCKS = 2;

interface Side {
  process(samples: Float32Array): void;
  end(): void;
}

export class NoiseSuppressor implements SoundFilter {
  readonly reductionDb = 0;
  readonly latencyFrames: number;
  readonly isBounded = false;
  readonly #blockFrames: number;
  readonly #makeSide: () => Side;
  readonly #left: Side;
  /** There is none until the sides differ. */
  #right: Side | undefined;
  #rightBlocks = 0;

  constructor(sampleRate: number) {
    this.#blockFrames = (sampleRate * RNNOISE_FRAMES) / RNNOISE_RATE;
    const isResampled = sampleRate !== RNNOISE_RATE;
    const behind = isResampled ? Math.ceil((MIN_RESAMPLER_DELAY * sampleRate) / RNNOISE_RATE) : 0;
    this.latencyFrames = this.#blockFrames + behind + (isResampled ? MIN_RESAMPLER_DELAY : 0);
    this.#makeSide = () => (isResampled ? new ResampledSide(this.#blockFrames, behind) : new Rnnoise());
    this.#left = this.#makeSide();
  }

  process(left: Float32Array, right: Float32Array): void {
    assert(left.length === this.#blockFrames, `a block has ${left.length} frames, not ${this.#blockFrames}`);
    if (this.#right === undefined && isSame(left, right)) {
      this.#left.process(left);
      right.set(left);
      return;
    }
    this.#right ??= this.#makeSide();
    this.#left.process(left);
    this.#right.process(right);
    if (this.#rightBlocks <= WARM_UP_BLOCKS) this.#fadeIn(left, right);
  }

  end(): void {
    this.#left.end();
    this.#right?.end();
  }

  /** What was the same on both sides goes on, then becomes the right side's own. */
  #fadeIn(left: Float32Array, right: Float32Array): void {
    const isWarm = this.#rightBlocks === WARM_UP_BLOCKS;
    for (let at = 0; at < right.length; at += 1) {
      const weight = isWarm ? (at + 0.5) / right.length : 0;
      const before = left[at] as number;
      right[at] = before + weight * ((right[at] as number) - before);
    }
    this.#rightBlocks += 1;
  }
}

/** At another rate than 48 kHz. */
class ResampledSide implements Side {
  readonly #rnnoise = new Rnnoise();
  readonly #frames = new Float32Array(RNNOISE_FRAMES);
  readonly #before: BlockResampler;
  readonly #behind: BlockResampler;

  /** @param delay of the second resampler, in frames of the block's rate */
  constructor(blockFrames: number, delay: number) {
    this.#before = new BlockResampler(blockFrames, RNNOISE_FRAMES, MIN_RESAMPLER_DELAY);
    this.#behind = new BlockResampler(RNNOISE_FRAMES, blockFrames, (delay * RNNOISE_FRAMES) / blockFrames);
  }

  process(samples: Float32Array): void {
    this.#before.process(samples, this.#frames);
    this.#rnnoise.process(this.#frames);
    this.#behind.process(this.#frames, samples);
  }

  end(): void {
    this.#rnnoise.end();
  }
}

function isSame(left: Float32Array, right: Float32Array): boolean {
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return true;
}
