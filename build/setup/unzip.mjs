// Readers for the two archives start-up meets on a machine that may have neither tar nor unzip.
// They take what a checked hash vouches for, so they guard against mistakes, not against attacks.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

const TAR_BLOCK_BYTES = 512;
const ZIP_END = 0x06054b50;
const ZIP_END_BYTES = 22;
const ZIP_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const SYMBOLIC_LINK = 0xa000;
const TYPE_MASK = 0xf000;

/**
 * Reads one file out of a .tgz.
 * @param {Buffer} archive
 * @param {(name: string) => boolean} matches
 * @returns {Buffer}
 * @throws Error when no file matches
 */
export function readFromTgz(archive, matches) {
  const tar = gunzipSync(archive);
  let offset = 0;
  while (offset + TAR_BLOCK_BYTES <= tar.length) {
    const name = tar.toString('utf8', offset, offset + 100).replace(/\0.*$/s, '');
    if (name === '') break;
    const sizeBytes = parseInt(tar.toString('ascii', offset + 124, offset + 136), 8);
    const start = offset + TAR_BLOCK_BYTES;
    if (matches(name)) return tar.subarray(start, start + sizeBytes);
    offset = start + Math.ceil(sizeBytes / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
  }
  throw new Error('the archive does not hold the file that was looked for');
}

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode Unix mode bits, 0 when the archive has none
 * @property {() => Buffer} read
 */

/**
 * Lists a zip archive. Archives over 4 GB (zip64) and encrypted ones are not read.
 * @param {Buffer} zip
 * @returns {ZipEntry[]}
 */
export function listZip(zip) {
  let end = zip.length - ZIP_END_BYTES;
  while (end >= 0 && zip.readUInt32LE(end) !== ZIP_END) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const count = zip.readUInt16LE(end + 10);
  let offset = zip.readUInt32LE(end + 16);
  const entries = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(offset) !== ZIP_ENTRY) throw new Error('the zip archive is damaged');
    const nameBytes = zip.readUInt16LE(offset + 28);
    entries.push({
      name: zip.toString('utf8', offset + 46, offset + 46 + nameBytes),
      mode: zip.readUInt32LE(offset + 38) >>> 16,
      read: makeReader(zip, offset),
    });
    offset += 46 + nameBytes + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
  return entries;
}

/**
 * @param {Buffer} zip
 * @param {number} offset of the entry in the central directory
 */
function makeReader(zip, offset) {
  const method = zip.readUInt16LE(offset + 10);
  const packedBytes = zip.readUInt32LE(offset + 20);
  const local = zip.readUInt32LE(offset + 42);
  return () => {
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + packedBytes);
    if (method === STORED) return packed;
    if (method === DEFLATED) return inflateRawSync(packed);
    throw new Error(`the zip archive uses compression method ${method}`);
  };
}

/**
 * Writes entries below a folder; `place` gives each entry's path there, or undefined to leave it out.
 * @param {ZipEntry[]} entries
 * @param {string} folder
 * @param {(name: string) => string | undefined} place
 * @param {(doneCount: number) => void} onProgress
 */
export async function unpackZip(entries, folder, place, onProgress) {
  let doneCount = 0;
  for (const entry of entries) {
    const relative = place(entry.name);
    if (relative !== undefined && !relative.split('/').includes('..'))
      writeEntry(entry, join(folder, relative));
    doneCount += 1;
    onProgress(doneCount);
    // Lets timers run between files: the lock has to be touched.
    if (doneCount % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * @param {ZipEntry} entry
 * @param {string} path
 */
function writeEntry(entry, path) {
  if (entry.name.endsWith('/')) {
    mkdirSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if ((entry.mode & TYPE_MASK) === SYMBOLIC_LINK) {
    symlinkSync(entry.read().toString('utf8'), path);
    return;
  }
  writeFileSync(path, entry.read());
  if ((entry.mode & 0o777) !== 0) chmodSync(path, entry.mode & 0o777);
}
