/**
 * Places a device's timestamps on the one clock. A device counts from an origin of its own; what is known is when each
 * sample arrived. The smallest delay seen lately is the least disturbed one, so the offset is the minimum of
 * (arrival − timestamp) over a sliding window, followed slowly, so that a drifting device moves no sample by a jump.
 */

/** How long a smallest delay is remembered. */
const WINDOW_US = 8_000_000;
const BUCKET_US = 1_000_000;
/** How fast the offset follows: 500 ppm, beyond any healthy device's drift. */
const MAX_SLEW = 500e-6;
/** A jump of the device's clock beyond this is a new origin, not drift. */
const JUMP_US = 500_000;

export class ClockMapper {
  #buckets: { startUs: number; minimumUs: number }[] = [];
  #offsetUs: number | undefined;
  #lastArrivalUs = 0;

  /** @param sourceUs the device's timestamp. @param arrivalUs when it was seen, on the one clock. Returns the mapped time. */
  map(sourceUs: number, arrivalUs: number): number {
    const delayUs = arrivalUs - sourceUs;
    if (this.#offsetUs === undefined || Math.abs(delayUs - this.#offsetUs) > JUMP_US) {
      this.#buckets = [];
      this.#offsetUs = delayUs;
    }
    this.#remember(delayUs, arrivalUs);
    let targetUs = Infinity;
    for (const bucket of this.#buckets) targetUs = Math.min(targetUs, bucket.minimumUs);
    const elapsedUs = Math.max(0, arrivalUs - this.#lastArrivalUs);
    this.#lastArrivalUs = arrivalUs;
    if (targetUs < this.#offsetUs) {
      // An earlier arrival than thought possible: nothing can arrive before it was captured.
      this.#offsetUs = targetUs;
    } else {
      this.#offsetUs = Math.min(targetUs, this.#offsetUs + elapsedUs * MAX_SLEW);
    }
    return sourceUs + this.#offsetUs;
  }

  reset(): void {
    this.#buckets = [];
    this.#offsetUs = undefined;
  }

  #remember(delayUs: number, arrivalUs: number): void {
    const newest = this.#buckets.at(-1);
    if (newest !== undefined && arrivalUs - newest.startUs < BUCKET_US) {
      newest.minimumUs = Math.min(newest.minimumUs, delayUs);
      return;
    }
    this.#buckets.push({ startUs: arrivalUs, minimumUs: delayUs });
    while ((this.#buckets[0]?.startUs ?? arrivalUs) < arrivalUs - WINDOW_US) this.#buckets.shift();
  }
}
