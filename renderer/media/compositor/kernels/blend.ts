/**
 * Puts a plane on another. Samples with alpha are premultiplied around `black`, the code of black in their plane: 16 for
 * luma, 128 for chroma, 0 for alpha itself. Every kernel reads up to 15 bytes beyond a row, and writes none of them.
 */
import { LANES, blend, storeFirst } from './lanes';

/** source + (target - black) * (255 - alpha) / 255, within 0 to 255; the target itself where alpha is 0. */
function cover(target: v128, source: v128, alpha: v128, black: v128): v128 {
  const behind = blend(black, target, alpha);
  const raised = i8x16.add_sat_u(source, i8x16.sub_sat_u(behind, black));
  const covered = i8x16.sub_sat_u(raised, i8x16.sub_sat_u(black, behind));
  return v128.bitselect(target, covered, i8x16.eq(alpha, i8x16.splat(0)));
}

export function over(
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
  const whole = i8x16.splat(-1);
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      const alphas = v128.load(alpha + x);
      if (!v128.any_true(alphas)) continue;
      let samples = v128.load(source + x);
      if (!i8x16.all_true(i8x16.eq(alphas, whole)))
        samples = cover(v128.load(target + x), samples, alphas, ground);
      if (x + LANES <= width) v128.store(target + x, samples);
      else storeFirst(target + x, samples, width - x);
    }
    target += targetStride;
    source += sourceStride;
    alpha += alphaStride;
  }
}

/** `over` of a picture that shows only as much as a mask says. */
export function overMasked(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  alpha: usize,
  alphaStride: usize,
  mask: usize,
  maskStride: usize,
  width: usize,
  height: usize,
  black: u32,
): void {
  const ground = i8x16.splat(<i8>black);
  const nothing = i8x16.splat(0);
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      const weights = v128.load(mask + x);
      const alphas = blend(v128.load(alpha + x), nothing, weights);
      if (!v128.any_true(alphas)) continue;
      const samples = blend(v128.load(source + x), ground, weights);
      const covered = cover(v128.load(target + x), samples, alphas, ground);
      if (x + LANES <= width) v128.store(target + x, covered);
      else storeFirst(target + x, covered, width - x);
    }
    target += targetStride;
    source += sourceStride;
    alpha += alphaStride;
    mask += maskStride;
  }
}

/** An opaque picture that shows only as much as a mask says. */
export function mixMasked(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  mask: usize,
  maskStride: usize,
  width: usize,
  height: usize,
): void {
  const whole = i8x16.splat(-1);
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      const weights = v128.load(mask + x);
      if (!v128.any_true(weights)) continue;
      let samples = v128.load(source + x);
      if (!i8x16.all_true(i8x16.eq(weights, whole))) samples = blend(samples, v128.load(target + x), weights);
      if (x + LANES <= width) v128.store(target + x, samples);
      else storeFirst(target + x, samples, width - x);
    }
    target += targetStride;
    source += sourceStride;
    mask += maskStride;
  }
}
