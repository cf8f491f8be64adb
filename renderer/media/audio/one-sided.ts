/** Notices a microphone whose sound is on one of its two sides alone, as an interface with one plug in gives it. Pure but for its memory. */

export type Side = 'left' | 'right';

/** Peaks below it are the noise of an input that nothing is plugged into, −60 dB. */
const SILENT_PEAK = 0.001;
/** Peaks above it are sound that somebody means, −36 dB. */
const SOUND_PEAK = 0.016;
/** One side has to be silent for so long, with sound on the other in a few of its seconds. */
const SILENT_SECONDS = 10;
const SOUND_SECONDS = 3;

export class OneSided {
  #side: Side | undefined;
  #peaks: [number, number] = [0, 0];
  #frames = 0;
  /** How long each side has been silent, and sounded while the other was silent; seconds. */
  #silent: [number, number] = [0, 0];
  #alone: [number, number] = [0, 0];

  /** The side that the sound is on; undefined for both, or not known yet. */
  get side(): Side | undefined {
    return this.#side;
  }

  /** @returns whether `side` changed. */
  add(left: Float32Array, right: Float32Array, sampleRate: number): boolean {
    this.#peaks = [peakOf(left, this.#peaks[0]), peakOf(right, this.#peaks[1])];
    this.#frames += left.length;
    if (this.#frames < sampleRate) return false;
    this.#frames = 0;
    const before = this.#side;
    this.#endSecond();
    this.#peaks = [0, 0];
    return this.#side !== before;
  }

  #endSecond(): void {
    for (const [own, other] of [
      [0, 1],
      [1, 0],
    ] as const) {
      this.#silent[own] = this.#peaks[own] < SILENT_PEAK ? this.#silent[own] + 1 : 0;
      if (this.#peaks[other] >= SILENT_PEAK) this.#alone[own] = 0;
      else if (this.#peaks[own] > SOUND_PEAK) this.#alone[own] += 1;
    }
    if (this.#silent[1] >= SILENT_SECONDS && this.#alone[0] >= SOUND_SECONDS) this.#side = 'left';
    else if (this.#silent[0] >= SILENT_SECONDS && this.#alone[1] >= SOUND_SECONDS) this.#side = 'right';
    else if (this.#silent[0] === 0 && this.#silent[1] === 0) this.#side = undefined;
  }
}

function peakOf(samples: Float32Array, peak: number): number {
  let highest = peak;
  for (const sample of samples) {
    const size = Math.abs(sample);
    if (size > highest) highest = size;
  }
  return highest;
}
