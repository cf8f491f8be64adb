/**
 * Changes of level without a click. Each change takes one block and begins and ends with a slope of nothing (half a period of a
 * cosine): a straight line's two corners would be heard at −57 dBFS. Pure; works on planar blocks of one length.
 */

/** Weights that rise to exactly 1 at the last frame. */
export function buildRamp(frames: number): Float32Array {
  return Float32Array.from(
    { length: frames },
    (_, index) => 0.5 - 0.5 * Math.cos((Math.PI * (index + 1)) / frames),
  );
}

/** `target` = `source` times a factor that goes from one value to the other; both may be the same array. */
export function scale(
  target: Float32Array,
  source: Float32Array,
  from: number,
  to: number,
  ramp: Float32Array,
): void {
  if (from === to) {
    for (let at = 0; at < target.length; at += 1) target[at] = (source[at] as number) * to;
    return;
  }
  const change = to - from;
  for (let at = 0; at < target.length; at += 1)
    target[at] = (source[at] as number) * (from + change * (ramp[at] as number));
}

/** Adds `source` times a factor that goes from one value to the other. */
export function add(
  target: Float32Array,
  source: Float32Array,
  from: number,
  to: number,
  ramp: Float32Array,
): void {
  if (from === 0 && to === 0) return;
  if (from === 1 && to === 1) {
    for (let at = 0; at < target.length; at += 1)
      target[at] = (target[at] as number) + (source[at] as number);
    return;
  }
  const change = to - from;
  for (let at = 0; at < target.length; at += 1) {
    const factor = from + change * (ramp[at] as number);
    target[at] = (target[at] as number) + (source[at] as number) * factor;
  }
}

/** Adds two at once, which costs little more than to add one. */
export function addBoth(target: Float32Array, one: Float32Array, other: Float32Array): void {
  for (let at = 0; at < target.length; at += 1)
    target[at] = (target[at] as number) + (one[at] as number) + (other[at] as number);
}

/** `target` goes over into `next`. */
export function crossFade(target: Float32Array, next: Float32Array, ramp: Float32Array): void {
  for (let at = 0; at < target.length; at += 1) {
    const value = target[at] as number;
    target[at] = value + ((next[at] as number) - value) * (ramp[at] as number);
  }
}
