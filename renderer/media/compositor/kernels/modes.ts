/**
 * Blend modes: a picture with alpha is added to another, taken from it, multiplied with it and so on, in red, green and blue. Colours
 * are premultiplied, and 32,767 is all of one.
 */
import { blend } from './lanes';

const ADDITIVE: u32 = 1;
const SUBTRACT: u32 = 2;
const SCREEN: u32 = 3;
const MULTIPLY: u32 = 4;
const LIGHTEN: u32 = 5;

const ALL: i16 = 32_767;
/** From Y, Cb and Cr of limited range (BT.709-6 §3), by sixteen times 32,767. */
const FROM_Y: i16 = 2394;
const RED_CR: i16 = 3686;
const GREEN_CB: i16 = -438;
const GREEN_CR: i16 = -1096;
const BLUE_CB: i16 = 4343;
/** And back, by 2^22. */
const SHIFT: i32 = 22;
const Y_RED: i16 = 5960;
const Y_GREEN: i16 = 20_049;
const Y_BLUE: i16 = 2024;
const CB_RED: i16 = -3285;
const CB_GREEN: i16 = -11_051;
const CR_GREEN: i16 = -13_022;
const CR_BLUE: i16 = -1314;
const LARGEST: i16 = 14_336;

function pairsLow(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
}

function pairsHigh(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
}

function weights(first: i16, second: i16): v128 {
  return i32x4.splat(((<i32>first) & 0xffff) | ((<i32>second) << 16));
}

/** From the sums of a colour's parts to the colour: from nothing to its alpha. */
function colourOf(low: v128, high: v128, alpha: v128): v128 {
  const half = i32x4.splat(8);
  const value = i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(low, half), 4),
    i32x4.shr_s(i32x4.add(high, half), 4),
  );
  return i16x8.max_s(i16x8.splat(0), i16x8.min_s(value, alpha));
}

/** Red or blue. */
function outerOf(luma: v128, chroma: v128, weight: i16, alpha: v128): v128 {
  const both = weights(FROM_Y, weight);
  const low = i32x4.dot_i16x8_s(pairsLow(luma, chroma), both);
  return colourOf(low, i32x4.dot_i16x8_s(pairsHigh(luma, chroma), both), alpha);
}

function greenOf(luma: v128, cb: v128, cr: v128, alpha: v128): v128 {
  const nothing = i16x8.splat(0);
  const first = weights(FROM_Y, GREEN_CB);
  const second = weights(GREEN_CR, 0);
  const low = i32x4.add(
    i32x4.dot_i16x8_s(pairsLow(luma, cb), first),
    i32x4.dot_i16x8_s(pairsLow(cr, nothing), second),
  );
  const high = i32x4.add(
    i32x4.dot_i16x8_s(pairsHigh(luma, cb), first),
    i32x4.dot_i16x8_s(pairsHigh(cr, nothing), second),
  );
  return colourOf(low, high, alpha);
}

function times(one: v128, other: v128): v128 {
  return i16x8.q15mulr_sat_s(one, other);
}

/** One of the three colours of both pictures, as far as both are there, and each where the other isn't. */
function mixed(mode: u32, source: v128, target: v128, alpha: v128, behind: v128): v128 {
  const all = i16x8.splat(ALL);
  const below = times(target, alpha);
  const above = times(source, behind);
  const product = times(source, target);
  let both = i16x8.min_s(below, above);
  if (mode === ADDITIVE) both = i16x8.min_s(i16x8.add_sat_s(below, above), times(alpha, behind));
  else if (mode === SUBTRACT) both = i16x8.max_s(i16x8.sub(below, above), i16x8.splat(0));
  else if (mode === SCREEN) both = i16x8.add_sat_s(i16x8.sub(below, product), above);
  else if (mode === MULTIPLY) both = product;
  else if (mode === LIGHTEN) both = i16x8.max_s(below, above);
  const alone = i16x8.add_sat_s(times(source, i16x8.sub(all, behind)), times(target, i16x8.sub(all, alpha)));
  return i16x8.max_s(i16x8.splat(0), i16x8.add_sat_s(both, alone));
}

/** 0 to 32,767 of eight bytes. */
function shareOf(alphas: v128): v128 {
  const wide = i16x8.extend_low_i8x16_u(alphas);
  return i16x8.shr_u(i16x8.mul(wide, i16x8.splat(257)), 1);
}

/** @param redGreen,blues pairs; the second of each pair of blues is nothing. */
function weigh(redGreen: v128, blues: v128, first: v128, second: v128, black: i32): v128 {
  const sum = i32x4.add(i32x4.dot_i16x8_s(redGreen, first), i32x4.dot_i16x8_s(blues, second));
  const offset = i32x4.splat((black << SHIFT) + (1 << (SHIFT - 1)));
  return i32x4.shr_s(i32x4.add(sum, offset), SHIFT);
}

function lumaOf(red: v128, green: v128, blue: v128): v128 {
  const nothing = i16x8.splat(0);
  const first = weights(Y_RED, Y_GREEN);
  const second = weights(Y_BLUE, 0);
  const low = weigh(pairsLow(red, green), pairsLow(blue, nothing), first, second, 16);
  const high = weigh(pairsHigh(red, green), pairsHigh(blue, nothing), first, second, 16);
  const wide = i16x8.narrow_i32x4_s(low, high);
  return i8x16.narrow_i16x8_u(wide, wide);
}

/** The mean of four pixels, in the first half. */
function meanOf(top: v128, bottom: v128): v128 {
  const sum = i32x4.add(i32x4.extadd_pairwise_i16x8_s(top), i32x4.extadd_pairwise_i16x8_s(bottom));
  const mean = i32x4.shr_s(i32x4.add(sum, i32x4.splat(2)), 2);
  return i16x8.narrow_i32x4_s(mean, mean);
}

/** Four samples of chroma as bytes. */
function chromaOf(red: v128, green: v128, blue: v128, first: v128, second: v128): v128 {
  const nothing = i16x8.splat(0);
  const sums = weigh(pairsLow(red, green), pairsLow(blue, nothing), first, second, 128);
  const wide = i16x8.narrow_i32x4_s(sums, sums);
  return i8x16.narrow_i16x8_u(wide, wide);
}

function lumaAt(place: usize): v128 {
  return i16x8.sub(v128.load8x8_u(place), i16x8.splat(16));
}

/** Four samples of chroma for eight pixels. */
function chromaAt(place: usize): v128 {
  const four = i16x8.sub(i16x8.extend_low_i8x16_u(v128.load32_zero(place)), i16x8.splat(128));
  return i8x16.shuffle(four, four, 0, 1, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7, 6, 7);
}

function keep(place: usize, value: v128, alphas: v128): void {
  const before = v128.load64_zero(place);
  v128.store64_lane(place, v128.bitselect(before, value, i8x16.eq(alphas, i8x16.splat(0))), 0);
}

function keepFour(place: usize, value: v128, alphas: v128): void {
  const before = v128.load32_zero(place);
  v128.store32_lane(place, v128.bitselect(before, value, i8x16.eq(alphas, i8x16.splat(0))), 0);
}

/**
 * A picture with alpha over another, in place. Rows of both begin at multiples of 16 and go on to one.
 * @param width a multiple of 8. @param height even.
 * @param targetAlpha 0 where the target is opaque; alpha has the strides of luma and of chroma.
 */
export function blendColours(
  mode: u32,
  luma: usize,
  cb: usize,
  cr: usize,
  targetAlpha: usize,
  targetChromaAlpha: usize,
  lumaStride: usize,
  chromaStride: usize,
  sourceLuma: usize,
  sourceCb: usize,
  sourceCr: usize,
  alpha: usize,
  chromaAlpha: usize,
  sourceStride: usize,
  sourceChromaStride: usize,
  width: usize,
  height: usize,
): void {
  const isOpaque = targetAlpha === 0;
  const all = i16x8.splat(ALL);
  const cbFirst = weights(CB_RED, CB_GREEN);
  const cbSecond = weights(LARGEST, 0);
  const crFirst = weights(LARGEST, CR_GREEN);
  const crSecond = weights(CR_BLUE, 0);
  for (let y: usize = 0; y < height; y += 2) {
    for (let x: usize = 0; x < width; x += 8) {
      const half = x >> 1;
      const topAlphas = v128.load64_zero(alpha + x);
      const bottomAlphas = v128.load64_zero(alpha + sourceStride + x);
      const fourAlphas = v128.load32_zero(chromaAlpha + half);
      if (!v128.any_true(v128.or(v128.or(topAlphas, bottomAlphas), fourAlphas))) continue;
      const topShare = shareOf(topAlphas);
      const bottomShare = shareOf(bottomAlphas);
      const below = luma + lumaStride;
      let topBehind = all;
      let bottomBehind = all;
      if (!isOpaque) {
        const top = v128.load64_zero(targetAlpha + x);
        const bottom = v128.load64_zero(targetAlpha + lumaStride + x);
        const four = v128.load32_zero(targetChromaAlpha + half);
        topBehind = shareOf(top);
        bottomBehind = shareOf(bottom);
        const whole = i8x16.splat(-1);
        v128.store64_lane(targetAlpha + x, blend(whole, top, topAlphas), 0);
        v128.store64_lane(targetAlpha + lumaStride + x, blend(whole, bottom, bottomAlphas), 0);
        v128.store32_lane(targetChromaAlpha + half, blend(whole, four, fourAlphas), 0);
      }
      const newCb = chromaAt(sourceCb + half);
      const newCr = chromaAt(sourceCr + half);
      const oldCb = chromaAt(cb + half);
      const oldCr = chromaAt(cr + half);
      const newTop = lumaAt(sourceLuma + x);
      const newBottom = lumaAt(sourceLuma + sourceStride + x);
      const oldTop = lumaAt(luma + x);
      const oldBottom = lumaAt(below + x);
      const topRed = mixed(
        mode,
        outerOf(newTop, newCr, RED_CR, topShare),
        outerOf(oldTop, oldCr, RED_CR, topBehind),
        topShare,
        topBehind,
      );
      const topGreen = mixed(
        mode,
        greenOf(newTop, newCb, newCr, topShare),
        greenOf(oldTop, oldCb, oldCr, topBehind),
        topShare,
        topBehind,
      );
      const topBlue = mixed(
        mode,
        outerOf(newTop, newCb, BLUE_CB, topShare),
        outerOf(oldTop, oldCb, BLUE_CB, topBehind),
        topShare,
        topBehind,
      );
      const bottomRed = mixed(
        mode,
        outerOf(newBottom, newCr, RED_CR, bottomShare),
        outerOf(oldBottom, oldCr, RED_CR, bottomBehind),
        bottomShare,
        bottomBehind,
      );
      const bottomGreen = mixed(
        mode,
        greenOf(newBottom, newCb, newCr, bottomShare),
        greenOf(oldBottom, oldCb, oldCr, bottomBehind),
        bottomShare,
        bottomBehind,
      );
      const bottomBlue = mixed(
        mode,
        outerOf(newBottom, newCb, BLUE_CB, bottomShare),
        outerOf(oldBottom, oldCb, BLUE_CB, bottomBehind),
        bottomShare,
        bottomBehind,
      );
      keep(luma + x, lumaOf(topRed, topGreen, topBlue), topAlphas);
      keep(below + x, lumaOf(bottomRed, bottomGreen, bottomBlue), bottomAlphas);
      const red = meanOf(topRed, bottomRed);
      const green = meanOf(topGreen, bottomGreen);
      const blue = meanOf(topBlue, bottomBlue);
      keepFour(cb + half, chromaOf(red, green, blue, cbFirst, cbSecond), fourAlphas);
      keepFour(cr + half, chromaOf(red, green, blue, crFirst, crSecond), fourAlphas);
    }
    luma += 2 * lumaStride;
    sourceLuma += 2 * sourceStride;
    alpha += 2 * sourceStride;
    cb += chromaStride;
    cr += chromaStride;
    sourceCb += sourceChromaStride;
    sourceCr += sourceChromaStride;
    chromaAlpha += sourceChromaStride;
    if (isOpaque) continue;
    targetAlpha += 2 * lumaStride;
    targetChromaAlpha += chromaStride;
  }
}
