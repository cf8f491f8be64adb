/**
 * Samples of a plane anywhere between its own: sums of the nearest four each way, by weights of 16 bits, some of them below 0. Places are
 * counted by 2^-32 of a sample; a table has the four weights of each 256th of one (`../sampling/place-weights.ts`).
 */
import { fineOf } from './sample';

/** What four weights add up to, as a shift. */
const FINE: i32 = 12;
/** How many bits of that the sums of rows lose, so that they have 16 bits again. */
const LOST: i32 = 6;
/** Of the four weights of a place. */
const PLACE_BYTES: usize = 8;

function placeFrom(fine: i64, last: i32): i64 {
  return max(<i64>0, min(fine, (<i64>last) << 32));
}

function weightsAt(table: usize, place: i64): usize {
  return table + <usize>((place >> 24) & 255) * PLACE_BYTES;
}

/** Four samples of two rows, beside each other, as 16 bits each. */
function twoRows(upper: usize, lower: usize, step: usize): v128 {
  let samples = i32x4.splat(0);
  if (step === 1) {
    samples = v128.load32_lane(upper, samples, 0);
    samples = v128.load32_lane(lower, samples, 1);
    return i16x8.extend_low_i8x16_u(samples);
  }
  samples = v128.load64_lane(upper, samples, 0);
  samples = v128.load64_lane(lower, samples, 1);
  return v128.and(samples, i16x8.splat(255));
}

/** As `twoRows`, of columns that needn't lie beside each other. */
function twoRowsAt(upper: usize, lower: usize, one: usize, two: usize, three: usize, four: usize): v128 {
  let samples = i32x4.splat(0);
  samples = v128.load8_lane(upper + one, samples, 0);
  samples = v128.load8_lane(upper + two, samples, 1);
  samples = v128.load8_lane(upper + three, samples, 2);
  samples = v128.load8_lane(upper + four, samples, 3);
  samples = v128.load8_lane(lower + one, samples, 4);
  samples = v128.load8_lane(lower + two, samples, 5);
  samples = v128.load8_lane(lower + three, samples, 6);
  samples = v128.load8_lane(lower + four, samples, 7);
  return i16x8.extend_low_i8x16_u(samples);
}

/** The sums of four rows, then their sum. */
function mix(first: v128, last: v128, across: usize, down: usize): u8 {
  const weights = v128.load64_splat(across);
  const upper = i32x4.dot_i16x8_s(first, weights);
  const lower = i32x4.dot_i16x8_s(last, weights);
  const even = v128.shuffle<i32>(upper, lower, 0, 2, 4, 6);
  const odd = v128.shuffle<i32>(upper, lower, 1, 3, 5, 7);
  const rounding = i32x4.splat(1 << (LOST - 1));
  const rows = i32x4.shr_s(i32x4.add(i32x4.add(even, odd), rounding), LOST);
  const sums = i32x4.dot_i16x8_s(i16x8.narrow_i32x4_s(rows, rows), v128.load64_zero(down));
  const total = i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1);
  const shift = 2 * FINE - LOST;
  return <u8>max(0, min(255, (total + (1 << (shift - 1))) >> shift));
}

function clamp(index: i32, last: i32): usize {
  return <usize>max(0, min(last, index));
}

/** The parameters are those of `sample`, and two tables in place of its mask. */
export function sampleFine(
  target: usize,
  targetStride: usize,
  width: usize,
  height: usize,
  source: usize,
  sourceStride: usize,
  step: usize,
  lastX: i32,
  lastY: i32,
  u: f64,
  v: f64,
  uAcross: f64,
  vAcross: f64,
  uDown: f64,
  vDown: f64,
  acrossTable: usize,
  downTable: usize,
): void {
  const uFine = fineOf(uAcross);
  const vFine = fineOf(vAcross);
  for (let y: usize = 0; y < height; y += 1) {
    let rowU = fineOf(u + <f64>y * uDown);
    let rowV = fineOf(v + <f64>y * vDown);
    for (let x: usize = 0; x < width; x += 1) {
      const across = placeFrom(rowU, lastX);
      const down = placeFrom(rowV, lastY);
      const column = <i32>(across >> 32);
      const row = <i32>(down >> 32);
      const one = source + clamp(row - 1, lastY) * sourceStride;
      const two = source + clamp(row, lastY) * sourceStride;
      const three = source + clamp(row + 1, lastY) * sourceStride;
      const four = source + clamp(row + 2, lastY) * sourceStride;
      let first: v128;
      let last: v128;
      if (column >= 1 && column + 2 <= lastX) {
        const at = <usize>(column - 1) * step;
        first = twoRows(one + at, two + at, step);
        last = twoRows(three + at, four + at, step);
      } else {
        const c1 = clamp(column - 1, lastX) * step;
        const c2 = clamp(column, lastX) * step;
        const c3 = clamp(column + 1, lastX) * step;
        const c4 = clamp(column + 2, lastX) * step;
        first = twoRowsAt(one, two, c1, c2, c3, c4);
        last = twoRowsAt(three, four, c1, c2, c3, c4);
      }
      store<u8>(target + x, mix(first, last, weightsAt(acrossTable, across), weightsAt(downTable, down)));
      rowU += uFine;
      rowV += vFine;
    }
    target += targetStride;
  }
}
