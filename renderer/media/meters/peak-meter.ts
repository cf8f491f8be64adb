/** What the meter shows: a level that falls slowly after each peak, and the highest peak of about a second. Pure. */

/** What the level falls by with each reading, about 20 dB a second, and how long a peak stands, about a second. */
const FALL_DB = 0.7;
const HOLD_READINGS = 30;

export class PeakMeter {
  #levelDb = -Infinity;
  #heldDb = -Infinity;
  #holdReadings = 0;

  get levelDb(): number {
    return this.#levelDb;
  }

  get heldDb(): number {
    return this.#heldDb;
  }

  /** About 30 times a second. */
  read(peakDb: number): void {
    this.#levelDb = Math.max(peakDb, this.#levelDb - FALL_DB);
    if (peakDb >= this.#heldDb) {
      this.#holdReadings = HOLD_READINGS;
      this.#heldDb = peakDb;
    } else if (this.#holdReadings > 0) this.#holdReadings -= 1;
    else this.#heldDb = Math.max(peakDb, this.#heldDb - FALL_DB);
  }
}
