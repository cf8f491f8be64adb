/** Peak and RMS of both sides, thirty times a second. Pure but for its memory; a reading is reused by the next. */

export interface MeterReading {
  /** Left and right, dBFS, not below `METER_FLOOR_DB`. */
  readonly peakDb: readonly [number, number];
  readonly rmsDb: readonly [number, number];
  /** A sample reached full scale. */
  readonly isClipping: boolean;
}

/** What a meter shows for silence. */
export const METER_FLOOR_DB = -100;
const READINGS_PER_SECOND = 30;
/** The highest that 16-bit sound has above zero: a converter that clips gives no more. */
export const FULL_SCALE = 32_767 / 32_768;

export class ChannelMeter {
  readonly #sampleRate: number;
  readonly #peaks = new Float64Array(2);
  readonly #squares = new Float64Array(2);
  readonly #reading = {
    peakDb: [0, 0] as [number, number],
    rmsDb: [0, 0] as [number, number],
    isClipping: false,
  };
  #frames = 0;
  /** Of the last second: readings that are due, times the rate. */
  #due = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /**
   * Both sides have the same length.
   * @returns the reading when a thirtieth of a second is full. It is valid until the next call: copy or send it at once.
   */
  add(left: Float32Array, right: Float32Array): MeterReading | undefined {
    this.#addSide(0, left);
    this.#addSide(1, right);
    this.#frames += left.length;
    this.#due += left.length * READINGS_PER_SECOND;
    if (this.#due < this.#sampleRate) return undefined;
    this.#due %= this.#sampleRate;
    return this.#read();
  }

  #addSide(side: 0 | 1, samples: Float32Array): void {
    let peak = this.#peaks[side] ?? 0;
    let squares = this.#squares[side] ?? 0;
    for (let at = 0; at < samples.length; at += 1) {
      const value = samples[at] ?? 0;
      const size = Math.abs(value);
      // What is no number is no sound.
      if (!(size < Infinity)) continue;
      if (size > peak) peak = size;
      squares += value * value;
    }
    this.#peaks[side] = peak;
    this.#squares[side] = squares;
  }

  #read(): MeterReading {
    const reading = this.#reading;
    reading.isClipping = false;
    for (let side = 0; side < 2; side += 1) {
      const peak = this.#peaks[side] ?? 0;
      reading.peakDb[side] = Math.max(METER_FLOOR_DB, 20 * Math.log10(peak));
      reading.rmsDb[side] = Math.max(
        METER_FLOOR_DB,
        10 * Math.log10((this.#squares[side] ?? 0) / this.#frames),
      );
      reading.isClipping ||= peak >= FULL_SCALE;
    }
    this.#peaks.fill(0);
    this.#squares.fill(0);
    this.#frames = 0;
    return reading;
  }
}
