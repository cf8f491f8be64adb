/** What channels and buses of a mixer share. */
import type { SoundBlock } from '../filters/sound-filter.ts';

export interface BlockParts {
  readonly sampleRate: number;
  readonly blockFrames: number;
  readonly ramp: Float32Array;
  /** Used within one call only. */
  readonly scratch: SoundBlock;
}
