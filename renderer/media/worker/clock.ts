/** The one clock: microseconds since the epoch, monotonic within a run. */
export function nowUs(): number {
  return (performance.timeOrigin + performance.now()) * 1000;
}
