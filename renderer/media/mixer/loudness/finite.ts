/** Sound from outside may hold anything. Filters keep what they were given, so only numbers that are sound may reach them. */

/** +40 dBFS. Louder is no sound, and a limiter that has to come back from it would take the rest away. */
const LOUDEST = 100;

/**
 * Copies sound to `target` from `at` on. What isn't a finite number becomes silence; what is beyond +40 dBFS, +40 dBFS.
 * @returns the largest distance from zero
 */
export function copyFinite(source: Float32Array, target: Float32Array, at: number): number {
  let peak = 0;
  for (let i = 0; i < source.length; i += 1) {
    let value = source[i] ?? 0;
    let size = Math.abs(value);
    if (!(size <= LOUDEST)) {
      value = Number.isFinite(value) ? Math.sign(value) * LOUDEST : 0;
      size = Math.abs(value);
    }
    if (size > peak) peak = size;
    target[at + i] = value;
  }
  return peak;
}

/** The largest distance from zero in `samples[from … to)`. */
export function peakWithin(samples: Float32Array, from: number, to: number): number {
  let peak = 0;
  for (let at = from; at < to; at += 1) {
    const value = samples[at] ?? 0;
    const size = Math.abs(value);
    if (size > peak) peak = size;
  }
  return peak;
}

/** The largest second difference within `samples[from … to)`: how far a sample lies off the middle of its neighbours, twice. */
export function bendWithin(samples: Float32Array, from: number, to: number): number {
  let bend = 0;
  let before = samples[from] ?? 0;
  let here = samples[from + 1] ?? 0;
  for (let at = from + 2; at < to; at += 1) {
    const after = samples[at] ?? 0;
    const value = before - 2 * here + after;
    const size = Math.abs(value);
    if (size > bend) bend = size;
    before = here;
    here = after;
  }
  return bend;
}
