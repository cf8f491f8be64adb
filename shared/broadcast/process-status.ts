/** What Linux tells of a process in `/proc/PID/status`, proc(5). */

/** Bytes in the `kB` of that file. */
const BYTES_PER_KB = 1024;

/**
 * Memory that the process has for itself, bytes: without the pages of program files, which processes share and which the
 * system takes back at will. Undefined when the text does not say.
 */
export function ownMemoryBytes(status: string): number | undefined {
  const kilobytesOf = (name: string): number => {
    const digits = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    return digits === undefined ? Number.NaN : Number(digits);
  };
  const kilobytes = kilobytesOf('RssAnon') + kilobytesOf('RssShmem');
  return Number.isNaN(kilobytes) ? undefined : kilobytes * BYTES_PER_KB;
}
