/** Numbers as a broadcaster reads them: units written, widths that don't jump. Pure. */

/** `00:42:17`; hours always shown, so that the width never changes. */
export function formatElapsed(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** `2.51 Mbit/s`, or `640 kbit/s` below one. */
export function formatKbps(kbps: number): string {
  return kbps >= 1000 ? `${(kbps / 1000).toFixed(2)} Mbit/s` : `${Math.round(kbps)} kbit/s`;
}

/** `392 MB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** `14:03:22` on the wall clock. */
export function formatClock(timeMs: number): string {
  return new Date(timeMs).toLocaleTimeString(undefined, { hour12: false });
}

/** `22 Nov 2026`. */
export function formatDate(timeMs: number): string {
  return new Date(timeMs).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `−14 dB`; silence is `−∞ dB`. */
export function formatDb(decibels: number): string {
  if (decibels <= -60) return '−∞ dB';
  const rounded = Math.round(decibels);
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded)} dB`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** `third try`, `12th try`. */
export function formatTry(attempt: number): string {
  const word = ordinals[attempt - 1];
  if (word !== undefined) return `${word} try`;
  const tens = attempt % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][attempt % 10] ?? 'th');
  return `${attempt}${suffix} try`;
}

/** `3 frames`, `1 frame`. */
export function formatCount(count: number, singular: string): string {
  return `${count.toLocaleString('en')} ${singular}${count === 1 ? '' : 's'}`;
}
