/** Paths that name a server. Pure. */

/** `\\server\share`, however the slashes lean; on Windows devices too begin so. */
export function isNetworkPath(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}
