/** Rows become columns: what a quarter turn needs beside mirroring. */

function rowOf(source: usize, step: usize): v128 {
  if (step === 1) return v128.load64_zero(source);
  const both = v128.load(source);
  return i8x16.shuffle(both, both, 0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14);
}

function bytesOf(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

function firstPairs(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
}

function lastPairs(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
}

function firstFours(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
}

function lastFours(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
}

function storeTwo(target: usize, stride: usize, columns: v128): void {
  v128.store64_lane(target, columns, 0);
  v128.store64_lane(target + stride, columns, 1);
}

/**
 * @param step bytes from a sample of the source to the next: 1 or 2. @param width,height of the source.
 * @param target has `height` columns and `width` rows, both written up to a multiple of 8.
 */
export function transpose(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  step: usize,
  width: usize,
  height: usize,
): void {
  const last = height - 1;
  for (let y: usize = 0; y < height; y += 8) {
    const row0 = source + y * sourceStride;
    const row1 = source + min(y + 1, last) * sourceStride;
    const row2 = source + min(y + 2, last) * sourceStride;
    const row3 = source + min(y + 3, last) * sourceStride;
    const row4 = source + min(y + 4, last) * sourceStride;
    const row5 = source + min(y + 5, last) * sourceStride;
    const row6 = source + min(y + 6, last) * sourceStride;
    const row7 = source + min(y + 7, last) * sourceStride;
    for (let x: usize = 0; x < width; x += 8) {
      const from = x * step;
      const two0 = bytesOf(rowOf(row0 + from, step), rowOf(row1 + from, step));
      const two1 = bytesOf(rowOf(row2 + from, step), rowOf(row3 + from, step));
      const two2 = bytesOf(rowOf(row4 + from, step), rowOf(row5 + from, step));
      const two3 = bytesOf(rowOf(row6 + from, step), rowOf(row7 + from, step));
      const four0 = firstPairs(two0, two1);
      const four1 = lastPairs(two0, two1);
      const four2 = firstPairs(two2, two3);
      const four3 = lastPairs(two2, two3);
      const to = target + x * targetStride + y;
      storeTwo(to, targetStride, firstFours(four0, four2));
      storeTwo(to + 2 * targetStride, targetStride, lastFours(four0, four2));
      storeTwo(to + 4 * targetStride, targetStride, firstFours(four1, four3));
      storeTwo(to + 6 * targetStride, targetStride, lastFours(four1, four3));
    }
  }
}
