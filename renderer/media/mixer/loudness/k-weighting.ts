/**
 * K-weighting of ITU-R BS.1770-4, annex 1: a high shelf for the head, then a high-pass. The recommendation lists coefficients
 * for 48 kHz alone; these are the analogue filters behind its tables, brought to any rate by the bilinear transform.
 */

/** `b0 … a2` of the shelf, then `a1` and `a2` of the high-pass, whose zeros are 1, −2, 1. */
export interface KWeighting {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
  readonly highPassA1: number;
  readonly highPassA2: number;
}

const SHELF_HZ = 1681.974450955533;
const SHELF_DB = 3.999843853973347;
const SHELF_Q = 0.7071752369554196;
/** Of the shelf's gain, how much lies at its corner: just under the half. */
const SHELF_CORNER = 0.4996667741545416;
const HIGH_PASS_HZ = 38.13547087602444;
const HIGH_PASS_Q = 0.5003270373238773;

export function kWeighting(sampleRate: number): KWeighting {
  const shelf = Math.tan((Math.PI * SHELF_HZ) / sampleRate);
  const gain = 10 ** (SHELF_DB / 20);
  const corner = gain ** SHELF_CORNER;
  const shelfSum = 1 + shelf / SHELF_Q + shelf * shelf;
  const pass = Math.tan((Math.PI * HIGH_PASS_HZ) / sampleRate);
  const passSum = 1 + pass / HIGH_PASS_Q + pass * pass;
  return {
    b0: (gain + (corner * shelf) / SHELF_Q + shelf * shelf) / shelfSum,
    b1: (2 * (shelf * shelf - gain)) / shelfSum,
    b2: (gain - (corner * shelf) / SHELF_Q + shelf * shelf) / shelfSum,
    a1: (2 * (shelf * shelf - 1)) / shelfSum,
    a2: (1 - shelf / SHELF_Q + shelf * shelf) / shelfSum,
    highPassA1: (2 * (pass * pass - 1)) / passSum,
    highPassA2: (1 - pass / HIGH_PASS_Q + pass * pass) / passSum,
  };
}

/** Adds up the squares of K-weighted sound of one side. */
export class WeightedEnergy {
  readonly #filter: KWeighting;
  #s1 = 0;
  #s2 = 0;
  #p1 = 0;
  #p2 = 0;

  constructor(sampleRate: number) {
    this.#filter = kWeighting(sampleRate);
  }

  /** @returns the sum of squares of `samples[from … to)`, which are finite. */
  add(samples: Float32Array, from: number, to: number): number {
    const { b0, b1, b2, a1, a2, highPassA1, highPassA2 } = this.#filter;
    let s1 = this.#s1;
    let s2 = this.#s2;
    let p1 = this.#p1;
    let p2 = this.#p2;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const x = samples[at] ?? 0;
      const shelved = b0 * x + s1;
      s1 = b1 * x - a1 * shelved + s2;
      s2 = b2 * x - a2 * shelved;
      const weighted = shelved + p1;
      p1 = -2 * shelved - highPassA1 * weighted + p2;
      p2 = shelved - highPassA2 * weighted;
      sum += weighted * weighted;
    }
    // Numbers near the smallest that exist are slow to reckon with: after silence the filters rest.
    this.#s1 = rested(s1);
    this.#s2 = rested(s2);
    this.#p1 = rested(p1);
    this.#p2 = rested(p2);
    return sum;
  }

  reset(): void {
    this.#s1 = 0;
    this.#s2 = 0;
    this.#p1 = 0;
    this.#p2 = 0;
  }
}

const REST = 1e-30;

function rested(value: number): number {
  return value < REST && value > -REST ? 0 : value;
}
