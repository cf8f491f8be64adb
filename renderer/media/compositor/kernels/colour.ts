/** Every colour to another by a table: nodes at every eighth value of Y, Cb and Cr, and straight lines between them. */

/** Bytes of a node: Y, Cb, Cr and alpha as 16-bit values with 6 bits behind the point. */
const NODE: usize = 8;
/** Nodes along each axis: the values 0, 8 … 256. */
const NODES: usize = 33;
const ROW: usize = NODE * NODES;
const PLANE: usize = ROW * NODES;
const FINE: i32 = 6;
const HALF: i16 = 32;
/** 255 as such a value. */
const LARGEST: i16 = 16_320;

/** From `one` to `other` by eighths, of eight values each. */
function between(one: v128, other: v128, eighths: v128): v128 {
  return i16x8.add(one, i16x8.q15mulr_sat_s(i16x8.sub(other, one), eighths));
}

function eighthsOf(value: u32): v128 {
  return i16x8.splat(<i16>((value & 7) << 12));
}

/** Y, Cb, Cr and alpha of one pixel, within 0 to 255, in the first half. @param corner the node below Cb and Cr, with Y of 0. */
function find(corner: usize, luma: u32, cbEighths: v128, crEighths: v128): v128 {
  const node = corner + <usize>(luma >> 3) * NODE;
  // Each vector has the nodes below and above Y.
  const low = between(v128.load(node), v128.load(node + ROW), crEighths);
  const high = between(v128.load(node + PLANE), v128.load(node + PLANE + ROW), crEighths);
  const both = between(low, high, cbEighths);
  const upper = i8x16.shuffle(both, both, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  const found = between(both, upper, eighthsOf(luma));
  return i16x8.max_s(i16x8.splat(0), i16x8.min_s(found, i16x8.splat(LARGEST)));
}

/** To whole values, rounded, as bytes. */
function whole(values: v128): v128 {
  const rounded = i16x8.shr_s(i16x8.add(values, i16x8.splat(HALF)), FINE);
  return i8x16.narrow_i16x8_u(rounded, rounded);
}

/**
 * @param source I420 or NV12, `step` bytes from a sample of chroma to the next. @param table premultiplied: at (Cb * 33 + Cr) * 33 + Y.
 * @param target planes of I420 with alpha. Chroma and its alpha are the means of the four pixels' own.
 */
export function mapColours(
  luma: usize,
  lumaStride: usize,
  cb: usize,
  cr: usize,
  chromaStride: usize,
  step: usize,
  width: usize,
  height: usize,
  table: usize,
  targetLuma: usize,
  targetCb: usize,
  targetCr: usize,
  targetAlpha: usize,
  targetChromaAlpha: usize,
  targetStride: usize,
  targetChromaStride: usize,
): void {
  for (let y: usize = 0; y < height; y += 2) {
    const isLastRow = y + 1 === height;
    const below = isLastRow ? luma : luma + lumaStride;
    for (let x: usize = 0; x < width; x += 2) {
      const half = x >> 1;
      const blue = <u32>load<u8>(cb + half * step);
      const red = <u32>load<u8>(cr + half * step);
      const corner = table + <usize>(blue >> 3) * PLANE + <usize>(red >> 3) * ROW;
      const blueEighths = eighthsOf(blue);
      const redEighths = eighthsOf(red);
      const isLastColumn = x + 1 === width;
      const right = isLastColumn ? x : x + 1;
      const pixel0 = find(corner, load<u8>(luma + x), blueEighths, redEighths);
      const pixel1 = find(corner, load<u8>(luma + right), blueEighths, redEighths);
      const pixel2 = find(corner, load<u8>(below + x), blueEighths, redEighths);
      const pixel3 = find(corner, load<u8>(below + right), blueEighths, redEighths);
      const top = i16x8.avgr_u(pixel0, pixel1);
      const bottom = i16x8.avgr_u(pixel2, pixel3);
      const mean = whole(i16x8.avgr_u(top, bottom));
      store<u8>(targetCb + half, <u8>i8x16.extract_lane_u(mean, 1));
      store<u8>(targetCr + half, <u8>i8x16.extract_lane_u(mean, 2));
      store<u8>(targetChromaAlpha + half, <u8>i8x16.extract_lane_u(mean, 3));
      const at = targetLuma + x;
      const alphaAt = targetAlpha + x;
      const first = whole(pixel0);
      store<u8>(at, <u8>i8x16.extract_lane_u(first, 0));
      store<u8>(alphaAt, <u8>i8x16.extract_lane_u(first, 3));
      if (!isLastColumn) {
        const second = whole(pixel1);
        store<u8>(at + 1, <u8>i8x16.extract_lane_u(second, 0));
        store<u8>(alphaAt + 1, <u8>i8x16.extract_lane_u(second, 3));
      }
      if (isLastRow) continue;
      const third = whole(pixel2);
      store<u8>(at + targetStride, <u8>i8x16.extract_lane_u(third, 0));
      store<u8>(alphaAt + targetStride, <u8>i8x16.extract_lane_u(third, 3));
      if (isLastColumn) continue;
      const fourth = whole(pixel3);
      store<u8>(at + targetStride + 1, <u8>i8x16.extract_lane_u(fourth, 0));
      store<u8>(alphaAt + targetStride + 1, <u8>i8x16.extract_lane_u(fourth, 3));
    }
    luma += 2 * lumaStride;
    cb += chromaStride;
    cr += chromaStride;
    targetLuma += 2 * targetStride;
    targetAlpha += 2 * targetStride;
    targetCb += targetChromaStride;
    targetCr += targetChromaStride;
    targetChromaAlpha += targetChromaStride;
  }
}
