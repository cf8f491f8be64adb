/** The clock of captures: monotonic microseconds. Its origin has no meaning outside this worker. */
export function nowUs(): number {
  return performance.now() * 1000;
}
