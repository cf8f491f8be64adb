/**
 * Tells an encoder that hangs from one that is slow: pictures go in and not one packet comes out. Counts turns of a timer
 * and no clock, so that a computer that slept, or that was too busy to run us, has not made the encoder hang. Pure.
 */

/** How far apart `tick` is called, ms. */
export const STALL_TICK_MS = 250;
/** Turns without a packet, once there have been any: two and a half seconds. A slow encoder gives one much sooner. */
const RUNNING_TICKS = 10;
/** Until the first: drivers load, and a look-ahead fills. */
const STARTING_TICKS = 24;
/** Pictures without a packet: where no more come, the last few may wait in a look-ahead, or for sound beside them. */
const LEAST_PICTURES = 5;

export class StallWatch {
  #hasOutput = false;
  #pictures = 0;
  #ticks = 0;

  /** A picture was given to the encoder. */
  written(): void {
    this.#pictures += 1;
  }

  /** The encoder gave something. */
  gave(): void {
    this.#hasOutput = true;
    this.#pictures = 0;
    this.#ticks = 0;
  }

  /** How long it has given nothing although it had to, ms, once that is too long; else undefined. */
  tick(): number | undefined {
    if (this.#pictures < LEAST_PICTURES) return undefined;
    this.#ticks += 1;
    return this.#ticks < (this.#hasOutput ? RUNNING_TICKS : STARTING_TICKS)
      ? undefined
      : this.#ticks * STALL_TICK_MS;
  }
}
