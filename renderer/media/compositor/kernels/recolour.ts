/** Samples to other numbers: another matrix and range, or a table for each value. */
import { LANES, storeFirst } from './lanes';

const SHIFT: i32 = 14;
const HALF: i32 = 1 << (SHIFT - 1);
/** Chroma's part in luma is kept with this many bits behind the point. */
const FINE: i32 = 6;

function interleavedLow(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
}

function interleavedHigh(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
}

/** Eight sums of Cb and Cr by two weights, shifted, as 16-bit values. */
function weigh(low: v128, high: v128, weights: v128, offset: i32, shift: i32): v128 {
  const first = i32x4.add(i32x4.dot_i16x8_s(low, weights), i32x4.splat(offset));
  const last = i32x4.add(i32x4.dot_i16x8_s(high, weights), i32x4.splat(offset));
  return i16x8.narrow_i32x4_s(i32x4.shr_s(first, shift), i32x4.shr_s(last, shift));
}

/** Eight samples of luma with chroma's part. */
function lumaOf(samples: v128, parts: v128, weights: v128): v128 {
  return weigh(
    interleavedLow(samples, parts),
    interleavedHigh(samples, parts),
    weights,
    (16 << SHIFT) + HALF,
    SHIFT,
  );
}

function recolourRow(luma: usize, width: usize, first: v128, last: v128, black: v128, weights: v128): void {
  const samples = v128.load(luma);
  const low = i16x8.sub(i16x8.extend_low_i8x16_u(samples), black);
  const high = i16x8.sub(i16x8.extend_high_i8x16_u(samples), black);
  const result = i8x16.narrow_i16x8_u(lumaOf(low, first, weights), lumaOf(high, last, weights));
  if (width >= LANES) v128.store(luma, result);
  else storeFirst(luma, result, width);
}

/** 0 to 255. */
function withinByte(values: v128): v128 {
  return i16x8.min_s(i16x8.max_s(values, i16x8.splat(0)), i16x8.splat(255));
}

/**
 * I420 or NV12 to another matrix and range, in place. Weights are by 2^14.
 * @param step bytes from a sample of chroma to the next; when 2, Cb and Cr lie together, and `cr` is not looked at.
 * @param black luma's code of black before; afterwards it is 16.
 */
export function recolour(
  luma: usize,
  lumaStride: usize,
  cb: usize,
  cr: usize,
  chromaStride: usize,
  step: usize,
  width: usize,
  height: usize,
  black: i32,
  yWeight: i32,
  yOfCb: i32,
  yOfCr: i32,
  cbOfCb: i32,
  cbOfCr: i32,
  crOfCb: i32,
  crOfCr: i32,
): void {
  const blacks = i16x8.splat(<i16>black);
  // The part of chroma has `FINE` bits less than its weights.
  const yWeights = i32x4.splat((yWeight & 0xffff) | ((1 << (SHIFT - FINE)) << 16));
  const partWeights = i32x4.splat((yOfCb & 0xffff) | (yOfCr << 16));
  const cbWeights = i32x4.splat((cbOfCb & 0xffff) | (cbOfCr << 16));
  const crWeights = i32x4.splat((crOfCb & 0xffff) | (crOfCr << 16));
  const neutral = i16x8.splat(128);
  const columns = (width + 1) >> 1;
  for (let y: usize = 0; y < height; y += 2) {
    for (let x: usize = 0; x < columns; x += 8) {
      const together = v128.load(cb + 2 * x);
      const cbs = i16x8.sub(
        step === 2 ? v128.and(together, i16x8.splat(255)) : v128.load8x8_u(cb + x),
        neutral,
      );
      const crs = i16x8.sub(step === 2 ? i16x8.shr_u(together, 8) : v128.load8x8_u(cr + x), neutral);
      const low = interleavedLow(cbs, crs);
      const high = interleavedHigh(cbs, crs);
      const parts = weigh(low, high, partWeights, 1 << (SHIFT - FINE - 1), SHIFT - FINE);
      const first = interleavedLow(parts, parts);
      const last = interleavedHigh(parts, parts);
      const left = width - 2 * x;
      recolourRow(luma + 2 * x, left, first, last, blacks, yWeights);
      if (y + 1 < height) recolourRow(luma + lumaStride + 2 * x, left, first, last, blacks, yWeights);
      const newCb = weigh(low, high, cbWeights, (128 << SHIFT) + HALF, SHIFT);
      const newCr = weigh(low, high, crWeights, (128 << SHIFT) + HALF, SHIFT);
      const count = min(columns - x, 8);
      if (step === 2) {
        storeFirst(cb + 2 * x, v128.or(withinByte(newCb), i16x8.shl(withinByte(newCr), 8)), 2 * count);
      } else {
        storeFirst(cb + x, i8x16.narrow_i16x8_u(newCb, newCb), count);
        storeFirst(cr + x, i8x16.narrow_i16x8_u(newCr, newCr), count);
      }
    }
    luma += 2 * lumaStride;
    cb += chromaStride;
    cr += chromaStride;
  }
}

/** @param table 256 bytes: what each value becomes. */
export function lookUp(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  width: usize,
  height: usize,
  table: usize,
): void {
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      let values = v128.load(source + x);
      let found = i8x16.splat(0);
      // A swizzle gives 0 for every index beyond its 16 bytes, so only one of the 16 parts of the table gives something.
      for (let part: usize = 0; part < 256; part += LANES) {
        found = v128.or(found, i8x16.swizzle(v128.load(table + part), values));
        values = i8x16.sub(values, i8x16.splat(16));
      }
      if (x + LANES <= width) v128.store(target + x, found);
      else storeFirst(target + x, found, width - x);
    }
    target += targetStride;
    source += sourceStride;
  }
}
