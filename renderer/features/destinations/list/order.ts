/** Moving one in a list. Pure. */

/** A copy with what was at `from` now at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const result = [...items];
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}
