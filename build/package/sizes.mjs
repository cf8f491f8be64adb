// How large each part of an unpacked app is.
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const BYTES_PER_MB = 1_000_000;

/** In this order; the first that fits takes the file. */
const parts = /** @type {const} */ ([
  ['Upcast', (/** @type {string} */ path) => path.endsWith('.asar')],
  [
    'ffmpeg',
    (/** @type {string} */ path) => /^ffmpeg(\.exe)?$/.test(basename(path)) && /resources/i.test(path),
  ],
  [
    "Chromium's languages",
    (/** @type {string} */ path) => /locales[/\\][^/\\]+\.pak$|\.lproj[/\\]/.test(path),
  ],
  [
    'licenses',
    (/** @type {string} */ path) => /LICENSE|THIRD-PARTY|SOURCE\.txt$|\.cdx\.json$/.test(basename(path)),
  ],
  ['Electron', () => true],
]);

/**
 * @param {string} folder of the unpacked app
 * @returns {Record<string, number>} bytes by part
 */
export function sizesByPart(folder) {
  /** @type {Record<string, number>} */
  const sizes = Object.fromEntries(parts.map(([name]) => [name, 0]));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const [name] = parts.find(([, fits]) => fits(path.slice(folder.length))) ?? ['Electron'];
    sizes[name] = (sizes[name] ?? 0) + statSync(path).size;
  }
  return sizes;
}

/** @param {Record<string, number>} sizes */
export function describeSizes(sizes) {
  const inMb = (/** @type {number} */ bytes) => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;
  const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
  const named = Object.entries(sizes).map(([name, bytes]) => `${name} ${inMb(bytes)}`);
  return `${inMb(total)}: ${named.join(', ')}`;
}
