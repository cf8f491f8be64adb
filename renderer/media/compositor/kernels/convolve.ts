/** What makes each sample of its neighbours: sharpening and blurring. Beyond an edge the outermost sample stands in. */
import { LANES, storeFirst } from './lanes';

/** Sixteen times a sample and its difference from the eight around, weighted; rounded and within a byte. */
function sharpened(sample: i32, nine: i32, weight: i32): u8 {
  const difference = 9 * sample - nine;
  const raised = 16 * sample + ((16 * difference * weight + 0x4000) >> 15);
  return <u8>max(0, min(255, (raised + 8) >> 4));
}

function sharpenEight(sample: v128, nine: v128, weight: v128): v128 {
  const difference = i16x8.sub(i16x8.mul(sample, i16x8.splat(9)), nine);
  const change = i16x8.q15mulr_sat_s(i16x8.shl(difference, 4), weight);
  return i16x8.shr_s(i16x8.add_sat_s(i16x8.add_sat_s(i16x8.shl(sample, 4), change), i16x8.splat(8)), 4);
}

function threeLow(at: usize): v128 {
  const left = i16x8.extend_low_i8x16_u(v128.load(at - 1));
  const right = i16x8.extend_low_i8x16_u(v128.load(at + 1));
  return i16x8.add(i16x8.add(left, right), i16x8.extend_low_i8x16_u(v128.load(at)));
}

function threeHigh(at: usize): v128 {
  const left = i16x8.extend_high_i8x16_u(v128.load(at - 1));
  const right = i16x8.extend_high_i8x16_u(v128.load(at + 1));
  return i16x8.add(i16x8.add(left, right), i16x8.extend_high_i8x16_u(v128.load(at)));
}

function sharpenOne(
  target: usize,
  above: usize,
  row: usize,
  below: usize,
  x: usize,
  last: usize,
  weight: i32,
): void {
  const left = x === 0 ? x : x - 1;
  const right = x === last ? x : x + 1;
  let nine: i32 = 0;
  nine += <i32>load<u8>(above + left) + <i32>load<u8>(above + x) + <i32>load<u8>(above + right);
  nine += <i32>load<u8>(row + left) + <i32>load<u8>(row + x) + <i32>load<u8>(row + right);
  nine += <i32>load<u8>(below + left) + <i32>load<u8>(below + x) + <i32>load<u8>(below + right);
  store<u8>(target + x, sharpened(load<u8>(row + x), nine, weight));
}

/** @param target is not the source. @param weight by 2^15, up to 32,767. */
export function sharpen(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  width: usize,
  height: usize,
  weight: i32,
): void {
  const weights = i16x8.splat(<i16>weight);
  const last = width - 1;
  for (let y: usize = 0; y < height; y += 1) {
    const above = y === 0 ? source : source - sourceStride;
    const below = y + 1 === height ? source : source + sourceStride;
    sharpenOne(target, above, source, below, 0, last, weight);
    for (let x: usize = 1; x < last; x += LANES) {
      const samples = v128.load(source + x);
      const lowNine = i16x8.add(i16x8.add(threeLow(above + x), threeLow(source + x)), threeLow(below + x));
      const highNine = i16x8.add(
        i16x8.add(threeHigh(above + x), threeHigh(source + x)),
        threeHigh(below + x),
      );
      const low = sharpenEight(i16x8.extend_low_i8x16_u(samples), lowNine, weights);
      const high = sharpenEight(i16x8.extend_high_i8x16_u(samples), highNine, weights);
      const result = i8x16.narrow_i16x8_u(low, high);
      if (x + LANES <= last) v128.store(target + x, result);
      else storeFirst(target + x, result, last - x);
    }
    if (last > 0) sharpenOne(target, above, source, below, last, last, weight);
    target += targetStride;
    source += sourceStride;
  }
}

function addRow(sums: usize, row: usize, width: usize): void {
  for (let x: usize = 0; x < width; x += LANES) {
    const samples = v128.load(row + x);
    const at = sums + 2 * x;
    v128.store(at, i16x8.add(v128.load(at), i16x8.extend_low_i8x16_u(samples)));
    v128.store(at, i16x8.add(v128.load(at, LANES), i16x8.extend_high_i8x16_u(samples)), LANES);
  }
}

/** Eight sums by the reciprocal of their count, rounded. */
function meanOf(sums: v128, reciprocal: v128): v128 {
  const half = i32x4.splat(0x8000);
  const low = i32x4.shr_u(i32x4.add(i32x4.extmul_low_i16x8_u(sums, reciprocal), half), 16);
  const high = i32x4.shr_u(i32x4.add(i32x4.extmul_high_i16x8_u(sums, reciprocal), half), 16);
  return i16x8.narrow_i32x4_u(low, high);
}

/**
 * Each sample becomes the mean of those above and below by up to `radius`, and its own.
 * @param target is not the source. @param radius 1 to 128. @param reciprocal 65,536 by `2 * radius + 1`, rounded.
 * @param sums room for two bytes for each sample of a row, up to a multiple of 16.
 */
export function boxDown(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  width: usize,
  height: usize,
  radius: i32,
  reciprocal: i32,
  sums: usize,
): void {
  const share = i16x8.splat(<i16>reciprocal);
  const last = <i32>height - 1;
  memory.fill(sums, 0, 2 * ((width + 15) & ~15));
  for (let row = -radius; row <= radius; row += 1)
    addRow(sums, source + <usize>max(0, min(last, row)) * sourceStride, width);
  for (let y: i32 = 0; y <= last; y += 1) {
    const leaving = source + <usize>max(0, y - radius) * sourceStride;
    const coming = source + <usize>min(last, y + radius + 1) * sourceStride;
    for (let x: usize = 0; x < width; x += LANES) {
      const at = sums + 2 * x;
      const low = v128.load(at);
      const high = v128.load(at, LANES);
      const result = i8x16.narrow_i16x8_u(meanOf(low, share), meanOf(high, share));
      if (x + LANES <= width) v128.store(target + x, result);
      else storeFirst(target + x, result, width - x);
      const gone = v128.load(leaving + x);
      const next = v128.load(coming + x);
      const lowChange = i16x8.sub(i16x8.extend_low_i8x16_u(next), i16x8.extend_low_i8x16_u(gone));
      const highChange = i16x8.sub(i16x8.extend_high_i8x16_u(next), i16x8.extend_high_i8x16_u(gone));
      v128.store(at, i16x8.add(low, lowChange));
      v128.store(at, i16x8.add(high, highChange), LANES);
    }
    target += targetStride;
  }
}
