/**
 * Samples of a plane anywhere between its own: the nearest four, by 8-bit weights. Places are in floating point, which
 * WebAssembly rounds alike everywhere.
 */

/** @returns 256 times the place, within the samples. */
function placeOf(value: f64, last: i32): i32 {
  return max(0, min(last << 8, <i32>(value * 256)));
}

/**
 * @param step bytes from a sample of the source to the next. @param lastX,lastY indices of the outermost samples: they stand in for what lies beyond.
 * @param u,v the place of the target's first sample, where a sample's own place is its index;
 * then how it changes with each column, and with each row.
 */
export function sample(
  target: usize,
  targetStride: usize,
  width: usize,
  height: usize,
  source: usize,
  sourceStride: usize,
  step: usize,
  lastX: i32,
  lastY: i32,
  u: f64,
  v: f64,
  uAcross: f64,
  vAcross: f64,
  uDown: f64,
  vDown: f64,
): void {
  for (let y: usize = 0; y < height; y += 1) {
    const rowU = u + <f64>y * uDown;
    const rowV = v + <f64>y * vDown;
    for (let x: usize = 0; x < width; x += 1) {
      const across = placeOf(rowU + <f64>x * uAcross, lastX);
      const down = placeOf(rowV + <f64>x * vAcross, lastY);
      const column = across >> 8;
      const row = down >> 8;
      const top = source + <usize>row * sourceStride + <usize>column * step;
      const bottom = row < lastY ? top + sourceStride : top;
      const right = column < lastX ? step : 0;
      const weight = across & 255;
      const upper = <i32>load<u8>(top) * (256 - weight) + <i32>load<u8>(top + right) * weight;
      const lower = <i32>load<u8>(bottom) * (256 - weight) + <i32>load<u8>(bottom + right) * weight;
      const weightDown = down & 255;
      store<u8>(target + x, (upper * (256 - weightDown) + lower * weightDown + 32_768) >> 16);
    }
    target += targetStride;
  }
}
