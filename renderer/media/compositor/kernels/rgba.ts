/**
 * Pixels of four bytes to I420 with alpha, BT.709 of limited range, premultiplied: the RGB is multiplied by alpha, rounded, and
 * then converted. Chroma and its alpha are means of 2x2 pixels; where a side is odd, its last pixel counts twice.
 */
import { blend, firstLanes } from './lanes';

/** Weights of R, G and B by 2^15, without the offsets (BT.709-6 §3): Cb's and Cr's add up to nothing. */
const SHIFT: i32 = 15;
const YR: i16 = 5983;
const YG: i16 = 20_127;
const YB: i16 = 2032;
const CR_R: i16 = 14_393;
const CR_G: i16 = -13_073;
const CR_B: i16 = -1320;
const CB_R: i16 = -3298;
const CB_G: i16 = -11_094;
const CB_B: i16 = 14_392;

const Y_OFFSET: i32 = (16 << SHIFT) + (1 << (SHIFT - 1));
/** For sums of four pixels. */
const C_OFFSET: i32 = 4 * ((128 << SHIFT) + (1 << (SHIFT - 1)));

/** How alpha is meant: 0, there is none; 1, straight; 2, the RGB is premultiplied. */
const NO_ALPHA: u32 = 0;
const STRAIGHT: u32 = 1;

function weightsOf(red: i16, green: i16, blue: i16, isBgra: bool): v128 {
  const first = isBgra ? blue : red;
  const third = isBgra ? red : blue;
  const weights = i16x8(first, green, third, 0, first, green, third, 0);
  return weights;
}

function premultiplied(pixels: v128, mode: u32): v128 {
  const alphaLanes = i32x4.splat(0xff000000);
  if (mode === NO_ALPHA) return v128.or(pixels, alphaLanes);
  if (mode !== STRAIGHT) return pixels;
  const alphas = i8x16.shuffle(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
  return blend(pixels, i8x16.splat(0), v128.or(alphas, alphaLanes));
}

/** Weighted sums of four pixels (or blocks), two in each vector of eight 16-bit values. */
function weigh(first: v128, last: v128, weights: v128): v128 {
  const one = i32x4.dot_i16x8_s(first, weights);
  const other = i32x4.dot_i16x8_s(last, weights);
  const even = i8x16.shuffle(one, other, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
  const odd = i8x16.shuffle(one, other, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
  return i32x4.add(even, odd);
}

function lumaOf(pixels: v128, weights: v128): v128 {
  const sums = weigh(i16x8.extend_low_i8x16_u(pixels), i16x8.extend_high_i8x16_u(pixels), weights);
  return i32x4.shr_s(i32x4.add(sums, i32x4.splat(Y_OFFSET)), SHIFT);
}

/** Two blocks of 2x2 pixels, summed by channel: eight 16-bit values. */
function sumBlocks(top: v128, bottom: v128): v128 {
  const first = i16x8.add(i16x8.extend_low_i8x16_u(top), i16x8.extend_low_i8x16_u(bottom));
  const last = i16x8.add(i16x8.extend_high_i8x16_u(top), i16x8.extend_high_i8x16_u(bottom));
  const lefts = i8x16.shuffle(first, last, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
  const rights = i8x16.shuffle(first, last, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
  return i16x8.add(lefts, rights);
}

function chromaOf(first: v128, last: v128, weights: v128): v128 {
  const sums = i32x4.add(weigh(first, last, weights), i32x4.splat(C_OFFSET));
  return i32x4.shr_s(sums, SHIFT + 2);
}

function toBytes(first: v128, last: v128): v128 {
  const both = i16x8.narrow_i32x4_s(first, last);
  return i8x16.narrow_i16x8_u(both, both);
}

/** The alphas of eight pixels. */
function alphasOf(first: v128, last: v128): v128 {
  return i8x16.shuffle(first, last, 3, 7, 11, 15, 19, 23, 27, 31, 3, 7, 11, 15, 19, 23, 27, 31);
}

/** The mean alphas of four blocks, rounded, as bytes. */
function blockAlphas(first: v128, last: v128): v128 {
  const sums = i8x16.shuffle(first, last, 6, 7, 14, 15, 22, 23, 30, 31, 6, 7, 14, 15, 22, 23, 30, 31);
  const means = i16x8.shr_u(i16x8.add(sums, i16x8.splat(2)), 2);
  return i8x16.narrow_i16x8_u(means, means);
}

/**
 * Writes rows up to a multiple of 8 luma samples: strides must have room. Reads as many pixels, and where `width` is odd,
 * writes the last pixel of each row once more behind the row.
 * @returns 1 when a pixel isn't opaque
 */
export function rgba(
  source: usize,
  sourceStride: usize,
  width: usize,
  height: usize,
  isBgra: bool,
  mode: u32,
  lumaPlane: usize,
  lumaStride: usize,
  cb: usize,
  cr: usize,
  chromaStride: usize,
  alphaPlane: usize,
  alphaStride: usize,
  chromaAlpha: usize,
  chromaAlphaStride: usize,
): i32 {
  const yWeights = weightsOf(YR, YG, YB, isBgra);
  const cbWeights = weightsOf(CB_R, CB_G, CB_B, isBgra);
  const crWeights = weightsOf(CR_R, CR_G, CR_B, isBgra);
  let opaque = i8x16.splat(-1);
  for (let y: usize = 0; y < height; y += 2) {
    const isLast = y + 1 === height;
    const lower = isLast ? source : source + sourceStride;
    if ((width & 1) === 1) {
      const end = width * 4;
      store<u32>(source + end, load<u32>(source + end - 4));
      store<u32>(lower + end, load<u32>(lower + end - 4));
    }
    for (let x: usize = 0; x < width; x += 8) {
      const top0 = premultiplied(v128.load(source + x * 4), mode);
      const top1 = premultiplied(v128.load(source + x * 4, 16), mode);
      const bottom0 = premultiplied(v128.load(lower + x * 4), mode);
      const bottom1 = premultiplied(v128.load(lower + x * 4, 16), mode);
      const blocks0 = sumBlocks(top0, bottom0);
      const blocks1 = sumBlocks(top1, bottom1);
      const luma = lumaPlane + x;
      v128.store64_lane(luma, toBytes(lumaOf(top0, yWeights), lumaOf(top1, yWeights)), 0);
      if (!isLast) {
        const row = toBytes(lumaOf(bottom0, yWeights), lumaOf(bottom1, yWeights));
        v128.store64_lane(luma + lumaStride, row, 0);
      }
      const half = x >> 1;
      const cbs = chromaOf(blocks0, blocks1, cbWeights);
      v128.store32_lane(cb + half, toBytes(cbs, cbs), 0);
      const crs = chromaOf(blocks0, blocks1, crWeights);
      v128.store32_lane(cr + half, toBytes(crs, crs), 0);
      if (mode !== NO_ALPHA) {
        const topAlphas = alphasOf(top0, top1);
        const bottomAlphas = alphasOf(bottom0, bottom1);
        v128.store64_lane(alphaPlane + x, topAlphas, 0);
        if (!isLast) v128.store64_lane(alphaPlane + x + alphaStride, bottomAlphas, 0);
        v128.store32_lane(chromaAlpha + half, blockAlphas(blocks0, blocks1), 0);
        const both = v128.and(topAlphas, bottomAlphas);
        const outside = x + 8 <= width ? i8x16.splat(0) : v128.not(firstLanes(width - x));
        opaque = v128.and(opaque, v128.or(both, outside));
      }
    }
    source += 2 * sourceStride;
    lumaPlane += 2 * lumaStride;
    cb += chromaStride;
    cr += chromaStride;
    alphaPlane += 2 * alphaStride;
    chromaAlpha += chromaAlphaStride;
  }
  // The second half of a vector of eight alphas repeats the first, unless the row ends within it.
  return i64x2.extract_lane(opaque, 0) === -1 ? 0 : 1;
}
