/**
 * How far a media player's sound is tapped ahead of its picture: sound is taken when it is handed to the output, the
 * picture when the player's clock, which allows for the output's delay, reaches it. The player's position says what
 * time it is on that clock; sound is counted from its first sample, which is the file's beginning. Pure.
 */

/** Enough readings for a steady median; the delay does not change while a file plays. */
const MAX_READINGS = 40;

export class PlayerClock {
  #firstUs: number | undefined;
  /** Arrival of a sample less its position in the file. */
  #heardOffsetUs: number | undefined;
  readonly #readings: number[] = [];
  #aheadUs = 0;

  /** To be added to the time at which a sample was tapped. */
  get aheadUs(): number {
    return this.#aheadUs;
  }

  /** @param timestampUs of a block's first sample, on its own clock. @param mappedUs the same on the one clock. */
  heard(timestampUs: number, mappedUs: number): void {
    this.#firstUs ??= timestampUs;
    this.#heardOffsetUs = mappedUs - (timestampUs - this.#firstUs);
  }

  stood(positionUs: number, timeUs: number): void {
    if (this.#heardOffsetUs === undefined || this.#readings.length >= MAX_READINGS) return;
    this.#readings.push(timeUs - positionUs - this.#heardOffsetUs);
    const sorted = this.#readings.toSorted((a, b) => a - b);
    this.#aheadUs = sorted[Math.floor(sorted.length / 2)] ?? 0;
  }
}
