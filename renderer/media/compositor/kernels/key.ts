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
