/**
 * From the gain that each sample needs at most, one that moves smoothly and is never above: falls before a peak, stays while
 * the peak's kernel reaches, and comes back by an exponential. Pure but for its memory.
 */

/** Closer to 1 than this is 1: −120 dB. */
const SNAP = 1e-6;

export class GainEnvelope {
  /** Samples for which a need is kept. */
  readonly #held: number;
  readonly #release: number;
  /** Needs under 1 that still count, lowest first, each with the sample at which it came: a ring. */
  readonly #needs: Float64Array;
  readonly #cameAt: Float64Array;
  readonly #mask: number;
  #first = 0;
  #count = 0;
  #now = 0;
  #gain = 1;
  /** Two means in a row make a curve without a kink. */
  readonly #firstMean: RunningMean;
  readonly #secondMean: RunningMean;
  /** For how long nothing was needed and the gain was 1. */
  #idle: number;
  readonly #settled: number;

  /**
   * @param fall over how many samples the gain falls: `next` answers for what came `delay` samples before
   * @param flat for how many samples the gain stays at what one sample needs
   * @param release samples after which a good third of a reduction is left
   */
  constructor(fall: number, flat: number, release: number) {
    const half = Math.ceil(fall / 2);
    this.#firstMean = new RunningMean(half);
    this.#secondMean = new RunningMean(half);
    this.delay = 2 * half - 2;
    this.#held = this.delay + flat + 1;
    this.#release = 1 - Math.exp(-1 / release);
    const size = 2 ** Math.ceil(Math.log2(this.#held + 1));
    this.#needs = new Float64Array(size);
    this.#cameAt = new Float64Array(size);
    this.#mask = size - 1;
    this.#settled = this.#held + this.delay;
    this.#idle = this.#settled;
  }

  readonly delay: number;

  /** The gain is 1 and stays so while nothing is needed: `next` needn't be called. */
  get isIdle(): boolean {
    return this.#idle >= this.#settled;
  }

  /** @param need the highest gain that the next sample bears, up to 1. @returns the gain, at most the need of each of `flat` samples. */
  next(need: number): number {
    if (need >= 1 && this.#idle >= this.#settled) return 1;
    this.#now += 1;
    if (need < 1) this.#push(need);
    if (this.#count > 0 && (this.#cameAt[this.#first] ?? 0) <= this.#now - this.#held) {
      this.#first = (this.#first + 1) & this.#mask;
      this.#count -= 1;
    }
    const lowest = this.#count > 0 ? (this.#needs[this.#first] ?? 1) : 1;
    if (lowest <= this.#gain) this.#gain = lowest;
    else this.#gain += (lowest - this.#gain) * this.#release;
    if (this.#gain > 1 - SNAP) this.#gain = 1;
    if (this.#gain < 1) this.#idle = 0;
    else this.#idle += 1;
    if (this.#idle >= this.#settled) this.reset();
    return this.#secondMean.next(this.#firstMean.next(this.#gain));
  }

  reset(): void {
    this.#first = 0;
    this.#count = 0;
    this.#now = 0;
    this.#gain = 1;
    this.#idle = this.#settled;
    this.#firstMean.reset();
    this.#secondMean.reset();
  }

  /** A need ends those before it that are higher. */
  #push(need: number): void {
    while (this.#count > 0 && (this.#needs[(this.#first + this.#count - 1) & this.#mask] ?? 0) >= need) {
      this.#count -= 1;
    }
    const at = (this.#first + this.#count) & this.#mask;
    this.#needs[at] = need;
    this.#cameAt[at] = this.#now;
    this.#count += 1;
  }
}

/** The mean of the last values; 1 before there are any. */
class RunningMean {
  readonly #values: Float64Array;
  #at = 0;
  #sum: number;

  constructor(length: number) {
    this.#values = new Float64Array(length).fill(1);
    this.#sum = length;
  }

  next(value: number): number {
    this.#sum += value - (this.#values[this.#at] ?? 0);
    this.#values[this.#at] = value;
    this.#at = this.#at + 1 === this.#values.length ? 0 : this.#at + 1;
    return this.#sum / this.#values.length;
  }

  /** The sum of many small steps may have lost its last digits: here it gets them back. */
  reset(): void {
    this.#values.fill(1);
    this.#sum = this.#values.length;
  }
}
