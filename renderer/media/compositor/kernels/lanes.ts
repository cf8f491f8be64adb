/** What several kernels do with the 16 bytes of a vector. */

export const LANES: usize = 16;

/** A mask of the first `count` bytes. */
export function firstLanes(count: usize): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>count));
}

/** Writes the first `count` bytes; what follows stays. */
export function storeFirst(target: usize, samples: v128, count: usize): void {
  v128.store(target, v128.bitselect(samples, v128.load(target), firstLanes(count)));
}

/** Sums of products of bytes through 255, rounded: exact for 0 to 255 * 255. */
function through255(sums: v128): v128 {
  const raised = i16x8.add(sums, i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(raised, i16x8.shr_u(raised, 8)), 8);
}

/** (one * weight + other * (255 - weight)) / 255, rounded. There are no halves, since 255 is odd. */
export function blend(one: v128, other: v128, weight: v128): v128 {
  const rest = v128.not(weight);
  const low = i16x8.add(i16x8.extmul_low_i8x16_u(one, weight), i16x8.extmul_low_i8x16_u(other, rest));
  const high = i16x8.add(i16x8.extmul_high_i8x16_u(one, weight), i16x8.extmul_high_i8x16_u(other, rest));
  return i8x16.narrow_i16x8_u(through255(low), through255(high));
}
