/**
 * The curve between samples, as a converter will draw it: a windowed sinc at eighths of a sample, built from its definition.
 * ITU-R BS.1770-4, annex 2, wants four times oversampling for true peaks; the eighths between are for a limiter that has to
 * hold what a finer meter reads. Two bounds say without a multiplication where the curve can't be high.
 */
import { bessel } from '../../../../shared/sound/bessel.ts';

/** Samples on each side of a point that its value is made of. */
export const REACH = 12;
const TAPS = 2 * REACH;
const PARTS = 8;
/** Of the Kaiser window: flat within 0.1 dB up to 19 kHz of 48 kHz, as late as so few taps allow. */
const SHAPE = 5;

/** Row `part`, for the point `part` eighths after a sample: from `REACH − 1` samples before to `REACH` after. */
const rows: readonly Float64Array[] = Array.from({ length: PARTS }, (_, part) => rowOf(part / PARTS));

/** No point is further from zero than this many times the largest of the samples within reach. */
export const LARGEST_GAIN = Math.max(...rows.map(sizeOf));

/** No point is further from the line between its two samples than this many times the largest bend within reach. */
export const LARGEST_BEND_GAIN = Math.max(...rows.map((row, part) => sizeOf(bendsOf(row, part / PARTS))));

/**
 * A point and its mirror image between the same two samples share all products: of a sample's sum and difference with the one
 * that lies across. For each such pair: weight of the sum, weight of the difference.
 */
const quarters = pairsOf(2);
const eighths = pairsOf(1);
const threeEighths = pairsOf(3);
const halves = pairsOf(4);

/** The largest distance from zero at `samples[at]` and the three quarters after; `at − REACH + 1` to `at + REACH` have to exist. */
export function peakFrom(samples: Float32Array, at: number): number {
  let half = 0;
  let even = 0;
  let odd = 0;
  const first = at - REACH + 1;
  const last = at + REACH;
  for (let tap = 0; tap < REACH; tap += 1) {
    const before = samples[first + tap] ?? 0;
    const after = samples[last - tap] ?? 0;
    const sum = before + after;
    half += (halves[2 * tap] ?? 0) * sum;
    even += (quarters[2 * tap] ?? 0) * sum;
    odd += (quarters[2 * tap + 1] ?? 0) * (before - after);
  }
  // Of `even + odd` and `even − odd` the larger is the sum of both sizes.
  return Math.max(Math.abs(samples[at] ?? 0), Math.abs(half), Math.abs(even) + Math.abs(odd));
}

/** As `peakFrom`, of the four odd eighths alone. */
export function oddPeakFrom(samples: Float32Array, at: number): number {
  let even = 0;
  let odd = 0;
  let innerEven = 0;
  let innerOdd = 0;
  const first = at - REACH + 1;
  const last = at + REACH;
  for (let tap = 0; tap < REACH; tap += 1) {
    const before = samples[first + tap] ?? 0;
    const after = samples[last - tap] ?? 0;
    const sum = before + after;
    const difference = before - after;
    even += (eighths[2 * tap] ?? 0) * sum;
    odd += (eighths[2 * tap + 1] ?? 0) * difference;
    innerEven += (threeEighths[2 * tap] ?? 0) * sum;
    innerOdd += (threeEighths[2 * tap + 1] ?? 0) * difference;
  }
  return Math.max(Math.abs(even) + Math.abs(odd), Math.abs(innerEven) + Math.abs(innerOdd));
}

function rowOf(share: number): Float64Array {
  const row = Float64Array.from({ length: TAPS }, (_, tap) => kernelAt(share - (tap - REACH + 1)));
  // A constant and a ramp stay as they are: the two samples beside the point carry what the window took.
  const sum = row.reduce((total, weight) => total + weight, 0);
  const moment = row.reduce((total, weight, tap) => total + weight * (tap - REACH + 1), 0);
  row[REACH] = (row[REACH] ?? 0) + share - moment;
  row[REACH - 1] = (row[REACH - 1] ?? 0) + 1 - sum - (share - moment);
  return row;
}

function kernelAt(distance: number): number {
  const share = distance / REACH;
  if (share <= -1 || share >= 1) return 0;
  const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
  return (sinc * bessel(SHAPE * Math.sqrt(1 - share * share))) / bessel(SHAPE);
}

/** What the row adds to the line between its two samples, as weights of second differences: twice the running sum. */
function bendsOf(row: Float64Array, share: number): Float64Array {
  const rest = Float64Array.from(row);
  rest[REACH - 1] = (rest[REACH - 1] ?? 0) - (1 - share);
  rest[REACH] = (rest[REACH] ?? 0) - share;
  for (let pass = 0; pass < 2; pass += 1) {
    for (let tap = 1; tap < TAPS; tap += 1) rest[tap] = (rest[tap] ?? 0) + (rest[tap - 1] ?? 0);
  }
  return rest;
}

function sizeOf(row: Float64Array): number {
  return row.reduce((total, weight) => total + Math.abs(weight), 0);
}

function pairsOf(part: number): Float64Array {
  const row = rows[part] ?? new Float64Array(TAPS);
  const pairs = new Float64Array(TAPS);
  for (let tap = 0; tap < REACH; tap += 1) {
    const before = row[tap] ?? 0;
    const after = row[TAPS - 1 - tap] ?? 0;
    pairs[2 * tap] = (before + after) / 2;
    pairs[2 * tap + 1] = (before - after) / 2;
  }
  return pairs;
}
