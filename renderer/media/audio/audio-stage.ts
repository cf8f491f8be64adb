/**
 * The last thing that happens to sound before the engine: gain and mute, without a click, and the meter's figures.
 * Pure but for its memory; works in place on interleaved float PCM.
 */

/** What a meter shows for silence. */
export const SILENCE_DB = -100;
/** A change of gain takes this long. */
const RAMP_SECONDS = 0.01;
const METER_HZ = 30;

export interface Level {
  readonly peakDb: number;
  readonly rmsDb: number;
}

function toDb(amplitude: number): number {
  return amplitude > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(amplitude)) : SILENCE_DB;
}

export class AudioStage {
  #level = 1;
  #isSilent = false;
  #gain = 1;
  #peak = 0;
  #squares = 0;
  #count = 0;

  setGain(gain: number, isMuted: boolean): void {
    this.#level = isMuted ? 0 : gain;
  }

  /** Nothing is heard, whatever gain and mute are; they are as they were afterwards. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
  }

  /** Applies the gain in place. Returns a level when a thirtieth of a second is full. */
  process(samples: Float32Array, sampleRate: number, channels: 1 | 2): Level | undefined {
    const target = this.#isSilent ? 0 : this.#level;
    const step = 1 / (RAMP_SECONDS * sampleRate);
    for (let i = 0; i < samples.length; i += channels) {
      if (this.#gain !== target) {
        const distance = target - this.#gain;
        this.#gain = Math.abs(distance) <= step ? target : this.#gain + Math.sign(distance) * step;
      }
      for (let channel = 0; channel < channels; channel += 1) {
        const value = (samples[i + channel] ?? 0) * this.#gain;
        samples[i + channel] = value;
        const size = Math.abs(value);
        if (size > this.#peak) this.#peak = size;
        this.#squares += value * value;
      }
    }
    this.#count += samples.length;
    if (this.#count < (sampleRate * channels) / METER_HZ) return undefined;
    const level = { peakDb: toDb(this.#peak), rmsDb: toDb(Math.sqrt(this.#squares / this.#count)) };
    this.#peak = 0;
    this.#squares = 0;
    this.#count = 0;
    return level;
  }
}
