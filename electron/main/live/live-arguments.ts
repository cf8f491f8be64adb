/** How a process is told that it is `live`. Read before anything else of `live` is loaded. */

/** Everything after this argument is ours. */
export const LIVE_MARKER = '--upcast-live';

/** In place of a file's name. */
export const STANDARD_INPUT = '-';

/** The arguments of `live` among a process's; `undefined` when it was not started by it. */
export function liveArguments(argv: readonly string[]): readonly string[] | undefined {
  const at = argv.indexOf(LIVE_MARKER);
  return at < 0 ? undefined : argv.slice(at + 1);
}
