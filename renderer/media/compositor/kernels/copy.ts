/** Samples that go to another place as they are. */
import { LANES, storeFirst } from './lanes';

export function copy(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  width: usize,
  height: usize,
): void {
  if (targetStride === width && sourceStride === width) {
    memory.copy(target, source, width * height);
    return;
  }
  for (let y: usize = 0; y < height; y += 1) {
    memory.copy(target, source, width);
    target += targetStride;
    source += sourceStride;
  }
}

export function fill(target: usize, targetStride: usize, width: usize, height: usize, value: u32): void {
  if (targetStride === width) {
    memory.fill(target, <u8>value, width * height);
    return;
  }
  for (let y: usize = 0; y < height; y += 1) {
    memory.fill(target, <u8>value, width);
    target += targetStride;
  }
}

/** Every second sample: Cb or Cr of a plane where both lie together. Reads up to 31 bytes beyond a row. */
export function split(
  target: usize,
  targetStride: usize,
  source: usize,
  sourceStride: usize,
  width: usize,
  height: usize,
): void {
  for (let y: usize = 0; y < height; y += 1) {
    for (let x: usize = 0; x < width; x += LANES) {
      const from = source + 2 * x;
      const samples = i8x16.shuffle(
        v128.load(from),
        v128.load(from, LANES),
        0,
        2,
        4,
        6,
        8,
        10,
        12,
        14,
        16,
        18,
        20,
        22,
        24,
        26,
        28,
        30,
      );
      if (x + LANES <= width) v128.store(target + x, samples);
      else storeFirst(target + x, samples, width - x);
    }
    target += targetStride;
    source += sourceStride;
  }
}
