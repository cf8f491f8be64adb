/**
 * Samples of a plane anywhere between its own: the nearest four, by 8-bit weights. A row begins at a place in floating point, which
 * WebAssembly rounds alike everywhere. From there, every fourth place is counted by 2^-32, and those between by 2^-16.
 */

/** Farther away than any picture is large. */
const FAR: i64 = 1 << 46;

export function fineOf(value: f64): i64 {
  return <i64>(value * 4_294_967_296);
}

function placeOf(fine: i64): i32 {
  return <i32>(max(-FAR, min(FAR, fine)) >> 16);
}

/** Four places, the first one at `start`. */
function placesFrom(start: i32, step: i32, last: v128): v128 {
  const steps = i32x4.mul(i32x4.splat(step), i32x4(0, 1, 2, 3));
  const places = i32x4.add(i32x4.splat(start), steps);
  return i32x4.max_s(i32x4.splat(0), i32x4.min_s(places, last));
}

/** For four samples: 256 less their share of the next sample, and that share. */
function weightsOf(places: v128, shareMask: v128): v128 {
  const shares = v128.and(i32x4.shr_u(places, 8), shareMask);
  return v128.or(i32x4.sub(i32x4.splat(256), shares), i32x4.shl(shares, 16));
}

/** The sample at each of four places, and the one to its right. */
function pairsAt(offsets: v128, step: usize): v128 {
  let pairs = i32x4.splat(0);
  const first = <usize>i32x4.extract_lane(offsets, 0);
  const second = <usize>i32x4.extract_lane(offsets, 1);
  const third = <usize>i32x4.extract_lane(offsets, 2);
  const fourth = <usize>i32x4.extract_lane(offsets, 3);
  if (step === 1) {
    pairs = v128.load16_lane(first, pairs, 0);
    pairs = v128.load16_lane(second, pairs, 1);
    pairs = v128.load16_lane(third, pairs, 2);
    pairs = v128.load16_lane(fourth, pairs, 3);
    return i16x8.extend_low_i8x16_u(pairs);
  }
  pairs = v128.load32_lane(first, pairs, 0);
  pairs = v128.load32_lane(second, pairs, 1);
  pairs = v128.load32_lane(third, pairs, 2);
  pairs = v128.load32_lane(fourth, pairs, 3);
  return v128.and(pairs, i16x8.splat(255));
}

/**
 * Writes rows up to a multiple of 4.
 * @param step bytes from a sample of the source to the next: 1 or 2. @param lastX,lastY indices of the outermost samples: they stand in
 * for what lies beyond.
 * @param u,v the place of the target's first sample, where a sample's own place is its index;
 * then how it changes with each column, and with each row. @param shareMask 255, or 0 for the sample at or before each place alone.
 */
export function sample(
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
  shareMask: i32,
): void {
  const mask = i32x4.splat(shareMask);
  const uFine = fineOf(uAcross);
  const vFine = fineOf(vAcross);
  const uStep = placeOf(uFine);
  const vStep = placeOf(vFine);
  const lastU = i32x4.splat(lastX << 16);
  const lastV = i32x4.splat(lastY << 16);
  const lastRow = i32x4.splat(lastY);
  const strides = i32x4.splat(<i32>sourceStride);
  const base = i32x4.splat(<i32>source);
  const half = i32x4.splat(32_768);
  const one = i32x4.splat(1);
  const shift: i32 = step === 1 ? 16 : 15;
  const evenMask = i32x4.splat(step === 1 ? -1 : -2);
  for (let y: usize = 0; y < height; y += 1) {
    let rowU = fineOf(u + <f64>y * uDown);
    let rowV = fineOf(v + <f64>y * vDown);
    for (let x: usize = 0; x < width; x += 4) {
      const across = placesFrom(placeOf(rowU), uStep, lastU);
      const down = placesFrom(placeOf(rowV), vStep, lastV);
      const columns = i32x4.add(base, v128.and(i32x4.shr_u(across, shift), evenMask));
      const row = i32x4.shr_u(down, 16);
      const below = i32x4.min_s(i32x4.add(row, one), lastRow);
      const weights = weightsOf(across, mask);
      const upper = i32x4.dot_i16x8_s(pairsAt(i32x4.add(columns, i32x4.mul(row, strides)), step), weights);
      const lower = i32x4.dot_i16x8_s(pairsAt(i32x4.add(columns, i32x4.mul(below, strides)), step), weights);
      const share = v128.and(i32x4.shr_u(down, 8), mask);
      const above = i32x4.mul(upper, i32x4.sub(i32x4.splat(256), share));
      const sums = i32x4.add(i32x4.add(above, i32x4.mul(lower, share)), half);
      const samples = i32x4.shr_u(sums, 16);
      const bytes = i8x16.shuffle(samples, samples, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12);
      v128.store32_lane(target + x, bytes, 0);
      rowU += uFine << 2;
      rowV += vFine << 2;
    }
    target += targetStride;
  }
}
