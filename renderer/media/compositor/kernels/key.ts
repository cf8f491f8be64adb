/** Chroma that decides how much of a picture is there. */
import { LANES, blend, storeFirst } from './lanes';

/**
 * Cb, Cr and alpha of each sample of chroma by a table.
 * @param step bytes from a sample of the source's chroma to the next.
 * @param table 65,536 times four bytes, at Cb times 256 plus Cr: the new Cb and Cr, premultiplied, alpha, and one byte of nothing.
 */
export function keyChroma(
  cb: usize,
  cr: usize,
  alpha: usize,
  targetStride: usize,
  sourceCb: usize,
  sourceCr: usize,
  sourceStride: usize,
  step: usize,
  width: usize,
  height: usize,
  table: usize,
): void {
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += 1) {
      const at = x * step;
      const entry =
        table + (((<usize>load<u8>(sourceCb + at)) << 10) | ((<usize>load<u8>(sourceCr + at)) << 2));
      const found = load<u32>(entry);
      store<u8>(cb + x, <u8>found);
      store<u8>(cr + x, <u8>(found >> 8));
      store<u8>(alpha + x, <u8>(found >> 16));
    }
    cb += targetStride;
    cr += targetStride;
    alpha += targetStride;
    sourceCb += sourceStride;
    sourceCr += sourceStride;
  }
}

/** A plane times its alpha, around `black`. */
export function premultiply(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  alpha: usize,
  alphaStride: usize,
  width: usize,
  height: usize,
  black: u32,
): void {
  const ground = i8x16.splat(<i8>black);
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      const samples = blend(v128.load(source + x), ground, v128.load(alpha + x));
      if (x + LANES <= width) v128.store(target + x, samples);
      else storeFirst(target + x, samples, width - x);
    }
    target += targetStride;
    source += sourceStride;
    alpha += alphaStride;
  }
}

/** Four values less black through their alpha, rounded; half-way ones go to the even number. */
function straight(values: v128, alphas: v128): v128 {
  const shares = f32x4.convert_i32x4_s(i32x4.max_s(alphas, i32x4.splat(1)));
  const raised = f32x4.convert_i32x4_s(i32x4.mul(values, i32x4.splat(255)));
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.div(raised, shares)));
}

function straightEight(values: v128, alphas: v128): v128 {
  const low = straight(i32x4.extend_low_i16x8_s(values), i32x4.extend_low_i16x8_s(alphas));
  const high = straight(i32x4.extend_high_i16x8_s(values), i32x4.extend_high_i16x8_s(alphas));
  return i16x8.narrow_i32x4_s(low, high);
}

/** The way back from `premultiply`: where nothing is there, `black` is. */
export function unpremultiply(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  alpha: usize,
  alphaStride: usize,
  width: usize,
  height: usize,
  black: u32,
): void {
  const ground = i8x16.splat(<i8>black);
  const wide = i16x8.splat(<i16>black);
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      const values = v128.load(source + x);
      const alphas = v128.load(alpha + x);
      const low = straightEight(
        i16x8.sub(i16x8.extend_low_i8x16_u(values), wide),
        i16x8.extend_low_i8x16_u(alphas),
      );
      const high = straightEight(
        i16x8.sub(i16x8.extend_high_i8x16_u(values), wide),
        i16x8.extend_high_i8x16_u(alphas),
      );
      const found = i8x16.narrow_i16x8_u(i16x8.add_sat_s(low, wide), i16x8.add_sat_s(high, wide));
      const samples = v128.bitselect(ground, found, i8x16.eq(alphas, i8x16.splat(0)));
      if (x + LANES <= width) v128.store(target + x, samples);
      else storeFirst(target + x, samples, width - x);
    }
    target += targetStride;
    source += sourceStride;
    alpha += alphaStride;
  }
}
