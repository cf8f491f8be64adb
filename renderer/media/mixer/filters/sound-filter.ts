/** What every filter of a channel's sound can do. A filter knows nothing of channels, clocks or settings' ids. */

/** A block of both sides; planar, of equal length, full scale is 1. */
export interface SoundBlock {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/**
 * Settings never change: new settings make a new filter, which takes over what the old one knows of the sound, and
 * `FilterChain` cross-fades from one to the other.
 */
export interface SoundFilter {
  /** The output is later than the input by this. A delay that somebody set is none. */
  readonly latencyFrames: number;
  /** What it gives is never larger than what it got. */
  readonly isBounded: boolean;
  /** What a dynamics filter took away of the last block at most, dB; 0 for others. */
  readonly reductionDb: number;
  /**
   * In place. The samples are `tame`.
   * @param side the side chain's block, for a filter that listens to another channel; undefined is silence there
   */
  process(left: Float32Array, right: Float32Array, side?: SoundBlock): void;
  /** Gives memory back that no garbage collector knows of. */
  end?(): void;
}
