/** The name of a recording: `Upcast YYYY-MM-DD HH-mm-ss.mp4`, in local time, valid on every system. */

/** @param part from 2 on, a further file of the same recording or a name that was taken. */
export function recordingFileName(date: Date, part = 1): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}-${two(date.getMinutes())}-${two(date.getSeconds())}`;
  return `Upcast ${day} ${time}${part > 1 ? ` (${part})` : ''}.mp4`;
}

/** The same path as part `part`: ` (2)` before the ending. */
export function partPath(path: string, part: number): string {
  if (part <= 1) return path;
  const dot = path.lastIndexOf('.');
  const hasEnding = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return hasEnding ? `${path.slice(0, dot)} (${part})${path.slice(dot)}` : `${path} (${part})`;
}
