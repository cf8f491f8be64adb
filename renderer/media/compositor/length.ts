/** The length of a vector. Roots are exact by IEEE 754 in every engine, which `Math.hypot` and powers are not. */
export function lengthOf(...parts: readonly number[]): number {
  return Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0));
}
