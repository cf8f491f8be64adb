/** Fades one picture into another of the same size. */

/** Shares are counted in 256ths. */
const WHOLE = 256;

/** @param one,other RGBA with straight alpha, of the same length. @param share of `other`: 0 to 1. */
export function mixPixels(one: ArrayBuffer, other: ArrayBuffer, share: number): ArrayBuffer {
  const from = new Uint32Array(one);
  const to = new Uint32Array(other);
  const mixed = new Uint32Array(from.length);
  const weight = Math.round(share * WHOLE);
  for (let at = 0; at < mixed.length; at += 1) {
    const a = from[at] as number;
    const b = to[at] as number;
    if (a === b) mixed[at] = a;
    else if (a >= OPAQUE && b >= OPAQUE) mixed[at] = mixOpaque(a, b, weight);
    else mixed[at] = mixClear(a, b, weight);
  }
  return mixed.buffer;
}

const OPAQUE = 0xff000000;
const HALVES = WHOLE / 2;
const HALVES_TWICE = HALVES * 0x10001;

/** Two channels at a time: red and blue, then green. */
function mixOpaque(a: number, b: number, weight: number): number {
  const rest = WHOLE - weight;
  const outer = ((a & 0xff00ff) * rest + (b & 0xff00ff) * weight + HALVES_TWICE) / WHOLE;
  const green = (((a >>> 8) & 255) * rest + ((b >>> 8) & 255) * weight + HALVES) & 0xff00;
  return (OPAQUE | (outer & 0xff00ff) | green) >>> 0;
}

/** A colour counts as much as it is seen: that of a clear pixel does not at all. */
function mixClear(a: number, b: number, weight: number): number {
  const ofA = (a >>> 24) * (WHOLE - weight);
  const ofB = (b >>> 24) * weight;
  const sum = ofA + ofB;
  if (sum === 0) return 0;
  const channel = (shift: number): number =>
    Math.round((((a >>> shift) & 255) * ofA + ((b >>> shift) & 255) * ofB) / sum) << shift;
  return ((Math.round(sum / WHOLE) << 24) | channel(16) | channel(8) | channel(0)) >>> 0;
}
