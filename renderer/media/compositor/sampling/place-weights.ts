/** The table of the kernel `sampleFine`: the weights of the four samples around each 256th of a sample. */
import { cubicShare, FINE_SUM } from './cubic-taps.ts';
import { covered } from './taps.ts';

/** Filters that the kernel `sample` doesn't know. */
export type FineFilter = 'bicubic' | 'area';

const PLACES = 256;
const TAPS = 4;

/** @param span samples from one new sample to the next. @returns for each place the weights of the sample before, the one at it, and the two behind. */
export function placeWeights(filter: FineFilter, span: number): Int16Array<ArrayBuffer> {
  const weights = new Int16Array(PLACES * TAPS);
  for (let place = 0; place < PLACES; place += 1) {
    const share = place / PLACES;
    const shares = Array.from({ length: TAPS }, (_, tap) => shareOf(filter, tap - 1, share, span));
    const total = shares.reduce((sum, each) => sum + each, 0);
    const whole = shares.map((each) => Math.round((each * FINE_SUM) / total));
    // What rounding left goes to the nearest sample.
    const nearest = share < 0.5 ? 1 : 2;
    whole[nearest] = (whole[nearest] ?? 0) + FINE_SUM - whole.reduce((sum, each) => sum + each, 0);
    weights.set(whole, place * TAPS);
  }
  return weights;
}

/** Of the sample at `index`, whose middle is there, at a place that lies `share` behind sample 0. */
function shareOf(filter: FineFilter, index: number, share: number, span: number): number {
  if (filter === 'bicubic') return cubicShare(Math.abs(index - share));
  return Math.max(0, covered(index, share + 0.5, span));
}
