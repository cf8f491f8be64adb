/**
 * From the gain that each sample needs at most, one that moves smoothly and is never above: falls before a peak, stays while
 * the peak's kernel reaches, and comes back by an exponential. Pure but for its memory.
 */

/** Closer to 1 than this is 1: −120 dB. */
const SNAP = 1e-6;

export class GainEnvelope {
  /** Answers are for what came so many samples before. */
  readonly delay: number;
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
  /** The last gains, and the last of their means: two means in a row make a curve without a kink. */
  readonly #gains: Float64Array;
  readonly #means: Float64Array;
  #at = 0;
  #gainSum: number;
  #meanSum: number;
  /** For how long nothing was needed and the gain was 1. */
  #idle: number;
  readonly #settled: number;

  /**
   * @param fall over how many samples the gain falls
   * @param flat for how many samples the gain stays at what one sample needs
   * @param release samples after which a good third of a reduction is left
   */
  constructor(fall: number, flat: number, release: number) {
    const half = Math.ceil(fall / 2);
    this.#gains = new Float64Array(half).fill(1);
    this.#means = new Float64Array(half).fill(1);
    this.#gainSum = half;
    this.#meanSum = half;
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

  /** The gain is 1 and stays so while nothing is needed: `process` needn't be called. */
  get isIdle(): boolean {
    return this.#idle >= this.#settled;
  }

  /** @param values the highest gains, up to 1, that the next samples bear; become the gains, at most the need of each of `flat` samples. */
  process(values: Float64Array, count: number): void {
    const gains = this.#gains;
    const means = this.#means;
    const { length } = gains;
    const release = this.#release;
    const settled = this.#settled;
    let gain = this.#gain;
    let idle = this.#idle;
    let gainSum = this.#gainSum;
    let meanSum = this.#meanSum;
    let at = this.#at;
    for (let index = 0; index < count; index += 1) {
      const need = values[index] as number;
      if (need >= 1 && idle >= settled) continue;
      const lowest = this.#lowest(need);
      gain = lowest <= gain ? lowest : gain + (lowest - gain) * release;
      if (gain > 1 - SNAP) gain = 1;
      idle = gain < 1 ? 0 : idle + 1;
      if (idle >= settled) {
        this.#rest();
        gainSum = length;
        meanSum = length;
      }
      gainSum += gain - (gains[at] as number);
      gains[at] = gain;
      const mean = gainSum / length;
      meanSum += mean - (means[at] as number);
      means[at] = mean;
      at = at + 1 === length ? 0 : at + 1;
      values[index] = meanSum / length;
    }
    this.#gain = gain;
    this.#idle = idle;
    this.#gainSum = gainSum;
    this.#meanSum = meanSum;
    this.#at = at;
  }

  reset(): void {
    this.#rest();
    this.#gain = 1;
    this.#idle = this.#settled;
    this.#gainSum = this.#gains.length;
    this.#meanSum = this.#gains.length;
  }

  /** Nothing is needed. The sums of many small steps may have lost their last digits: here they get them back. */
  #rest(): void {
    this.#count = 0;
    this.#now = 0;
    this.#gains.fill(1);
    this.#means.fill(1);
  }

  /** Of the needs that count, with the next one. */
  #lowest(need: number): number {
    this.#now += 1;
    if (need < 1) this.#push(need);
    if (this.#count > 0 && (this.#cameAt[this.#first] as number) <= this.#now - this.#held) {
      this.#first = (this.#first + 1) & this.#mask;
      this.#count -= 1;
    }
    return this.#count > 0 ? (this.#needs[this.#first] as number) : 1;
  }

  /** A need ends those before it that are higher. */
  #push(need: number): void {
    while (this.#count > 0 && (this.#needs[(this.#first + this.#count - 1) & this.#mask] as number) >= need) {
      this.#count -= 1;
    }
    const at = (this.#first + this.#count) & this.#mask;
    this.#needs[at] = need;
    this.#cameAt[at] = this.#now;
    this.#count += 1;
  }
}
