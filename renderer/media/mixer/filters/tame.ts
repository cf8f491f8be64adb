/** Sound as a source gives it may be anything: filters get finite samples of a bounded size only. */

/** +48 dB of full scale; more is no sound. */
export const MAX_SAMPLE = 256;

/** In place: what is no number becomes silence, what is too large becomes the largest. */
export function tame(samples: Float32Array): void {
  for (let at = 0; at < samples.length; at += 1) {
    const sample = samples[at] as number;
    if (sample >= -MAX_SAMPLE && sample <= MAX_SAMPLE) continue;
    samples[at] = sample > 0 ? MAX_SAMPLE : sample < 0 ? -MAX_SAMPLE : 0;
  }
}

/** The larger of two samples' sizes; what is no number counts as silence. */
export function sizeOf(left: number, right: number): number {
  const l = Math.abs(left);
  const r = Math.abs(right);
  // Which side is the larger one changes like dice: a sum costs less than a branch that is guessed wrong.
  const size = (l + r + Math.abs(l - r)) / 2;
  return size <= MAX_SAMPLE ? size : Math.max(tameSize(l), tameSize(r));
}

function tameSize(size: number): number {
  if (size <= MAX_SAMPLE) return size;
  return size > MAX_SAMPLE ? MAX_SAMPLE : 0;
}

/** Too small for any sample, and slow to calculate with once it is smaller still. */
const SMALLEST = 1e-25;

/** A filter's memory, of which what fades away becomes nothing. */
export function settled(value: number): number {
  return value > SMALLEST || value < -SMALLEST ? value : 0;
}
