/** Amplitudes and decibels below full scale. */

/** −Infinity for silence. */
export function toDecibels(amplitude: number): number {
  return amplitude > 0 ? 20 * Math.log10(amplitude) : -Infinity;
}

export function toAmplitude(decibels: number): number {
  return 10 ** (decibels / 20);
}
