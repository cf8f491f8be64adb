/** Which samples make a new one, and by how much. */
import type { ScaleFilter } from '../../../../shared/studio/filters/look.ts';

/** What the weights of one sample add up to. */
const WEIGHT_SUM = 128;
/** Of rounding, and no share at all. */
const SMALLEST_SHARE = 1e-9;
/** Remainders that differ by less are the same, so that a rounding error decides nothing. */
const SMALLEST_REST = 1e-6;

/** How new samples lie among those of a plane, along one of its sides. The middles of the plane's samples are at 0.5, 1.5 and so on. */
export interface Sampling {
  /** The samples that may be used: from `first`, before `end`. Where others would count, the outermost stands in. */
  readonly first: number;
  readonly end: number;
  /** New samples. */
  readonly count: number;
  /** The middle of the first new sample. */
  readonly centre: number;
  /** From one new sample to the next; below 0, the picture is mirrored. */
  readonly scale: number;
  /** `auto` when absent. */
  readonly filter?: ScaleFilter | undefined;
}

/** The taps of each new sample lie one after the other, `most` for each. Those that aren't needed have no weight, and an index that is. */
export interface Taps {
  readonly most: number;
  readonly indices: Int32Array;
  /** Of 16 bits where some are below 0. */
  readonly weights: Uint8Array | Int16Array;
}

/**
 * The samples that make each new one: all that it covers, when they are fewer; the nearest two, when they are more; or as a filter says, of those
 * that have no weights below 0.
 * Weights are whole numbers that add up to 128; none is above 127, so a sample that stays as it is counts twice.
 */
export function tapsOf({ first, end, count, centre, scale, filter = 'auto' }: Sampling): Taps {
  const span = Math.abs(scale);
  const reach = Math.max(1, span);
  const room = Math.floor(2 * reach) + 3;
  const indices = new Int32Array(count * room);
  const weights = new Uint8Array(count * room);
  const shares = new Float64Array(room);
  let most = 0;
  for (let position = 0; position < count; position += 1) {
    const at = position * room;
    const middle = centre + position * scale;
    let taps = 0;
    for (let index = Math.floor(middle - reach); index <= middle + reach; index += 1) {
      const share = shareOf(filter, index, middle, span);
      if (share <= SMALLEST_SHARE) continue;
      const inside = Math.min(end - 1, Math.max(first, index));
      if (taps > 0 && indices[at + taps - 1] === inside) {
        shares[taps - 1] = (shares[taps - 1] ?? 0) + share;
      } else {
        indices[at + taps] = inside;
        shares[taps] = share;
        taps += 1;
      }
    }
    const kept = wholeWeights(shares, taps, indices, weights, at);
    indices.fill(indices[at] ?? 0, at + kept, at + room);
    most = Math.max(most, kept);
  }
  return packed({ most: room, indices, weights }, count, most + (most % 2));
}

function shareOf(filter: ScaleFilter, index: number, middle: number, span: number): number {
  if (filter === 'point') return index === Math.floor(middle + SMALLEST_REST) ? 1 : 0;
  if (filter === 'area' || (filter === 'auto' && span > 1)) return covered(index, middle, span);
  return 1 - Math.abs(index + 0.5 - middle) / Math.max(1, span);
}

/** How much of the sample at `index` lies in a span around `middle`. */
export function covered(index: number, middle: number, span: number): number {
  return Math.min(index + 1, middle + span / 2) - Math.max(index, middle - span / 2);
}

/**
 * Writes weights rounded so that the sum is kept: what is missing goes to the largest remainders, the first ones where they are alike.
 * @returns how many taps have a weight
 */
function wholeWeights(
  shares: Float64Array,
  taps: number,
  indices: Int32Array,
  weights: Uint8Array,
  at: number,
): number {
  let total = 0;
  for (let tap = 0; tap < taps; tap += 1) total += shares[tap] ?? 0;
  let missing = WEIGHT_SUM;
  for (let tap = 0; tap < taps; tap += 1) {
    const exact = ((shares[tap] ?? 0) * WEIGHT_SUM) / total;
    const whole = Math.floor(exact);
    weights[at + tap] = whole;
    shares[tap] = Math.round((exact - whole) / SMALLEST_REST);
    missing -= whole;
  }
  for (; missing > 0; missing -= 1) {
    let largest = 0;
    for (let tap = 1; tap < taps; tap += 1) if ((shares[tap] ?? 0) > (shares[largest] ?? 0)) largest = tap;
    weights[at + largest] = (weights[at + largest] ?? 0) + 1;
    shares[largest] = -1;
  }
  return withoutNothing(taps, indices, weights, at);
}

/** Taps without weight go; a sample alone counts twice. @returns how many taps are left */
function withoutNothing(taps: number, indices: Int32Array, weights: Uint8Array, at: number): number {
  let kept = 0;
  for (let tap = 0; tap < taps; tap += 1) {
    const weight = weights[at + tap] ?? 0;
    if (weight === 0) continue;
    indices[at + kept] = indices[at + tap] ?? 0;
    weights[at + kept] = weight;
    kept += 1;
  }
  weights.fill(0, at + kept, at + taps);
  if (kept > 1) return kept;
  indices[at + 1] = indices[at] ?? 0;
  weights.fill(WEIGHT_SUM / 2, at, at + 2);
  return 2;
}

/** With fewer taps for each sample. */
function packed(
  { most: room, indices, weights }: Taps & { readonly weights: Uint8Array },
  count: number,
  most: number,
): Taps {
  const fewer = { most, indices: new Int32Array(count * most), weights: new Uint8Array(count * most) };
  for (let position = 0; position < count; position += 1)
    for (let tap = 0; tap < most; tap += 1) {
      fewer.indices[position * most + tap] = indices[position * room + tap] ?? 0;
      fewer.weights[position * most + tap] = weights[position * room + tap] ?? 0;
    }
  return fewer;
}
