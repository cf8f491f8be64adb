/** Bicubic weights, some of them below 0: of the nearest four samples, and of more where the picture gets smaller. */
import type { Sampling, Taps } from './taps.ts';

/** As the kernels `scaleFine` and `sampleFine` have it. */
export const FINE_SUM = 4096;
/** How far the curve goes below 0. */
const DEPTH = 0.6;

export function cubicTaps({ first, end, count, centre, scale }: Sampling): Taps {
  const stretch = Math.max(1, Math.abs(scale));
  const most = 2 * Math.ceil(2 * stretch + 0.5);
  const indices = new Int32Array(count * most);
  const weights = new Int16Array(count * most);
  const shares = new Float64Array(most);
  for (let position = 0; position < count; position += 1) {
    const middle = centre + position * scale;
    const from = Math.round(middle) - most / 2;
    let total = 0;
    for (let tap = 0; tap < most; tap += 1) {
      const share = cubicShare(Math.abs(from + tap + 0.5 - middle) / stretch);
      shares[tap] = share;
      total += share;
    }
    let missing = FINE_SUM;
    for (let tap = 0; tap < most; tap += 1) {
      const at = position * most + tap;
      const weight = Math.round(((shares[tap] ?? 0) * FINE_SUM) / total);
      indices[at] = Math.min(end - 1, Math.max(first, from + tap));
      weights[at] = weight;
      missing -= weight;
    }
    // What rounding left goes to the sample in the middle.
    const nearest = position * most + Math.min(most - 1, Math.max(0, Math.floor(middle) - from));
    weights[nearest] = (weights[nearest] ?? 0) + missing;
  }
  return { most, indices, weights };
}

/** Keys' curve, two samples wide to each side. */
export function cubicShare(x: number): number {
  if (x < 1) return ((2 - DEPTH) * x - (3 - DEPTH)) * x * x + 1;
  return x < 2 ? (((5 - x) * x - 8) * x + 4) * DEPTH : 0;
}
