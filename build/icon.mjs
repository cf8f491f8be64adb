// Draws the app's icon: a rounded square with a gradient and an arrow that points up. Nothing but arithmetic and zlib,
// so the icon is source like the rest. `writeIcons` gives electron-builder the folder of PNGs it makes all formats from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
/** Each pixel is the mean of this many samples each way: smooth edges. */
const SAMPLES = 4;
const TOP = [124, 92, 255];
const BOTTOM = [236, 64, 122];
const WHITE = [255, 255, 255];

/**
 * The picture in a unit square.
 * @param {number} x
 * @param {number} y
 * @returns {number[] | undefined} red, green, blue, or undefined where it is transparent
 */
function colourAt(x, y) {
  if (!isInRoundedSquare(x, y)) return undefined;
  if (isInArrow(x, y)) return WHITE;
  const share = (x + 2 * y) / 3;
  return TOP.map((top, index) => top + ((BOTTOM[index] ?? 0) - top) * share);
}

/**
 * @param {number} x
 * @param {number} y
 */
function isInRoundedSquare(x, y) {
  const margin = 0.05;
  const radius = 0.2;
  const inner = 0.5 - margin - radius;
  const dx = Math.max(Math.abs(x - 0.5) - inner, 0);
  const dy = Math.max(Math.abs(y - 0.5) - inner, 0);
  return dx * dx + dy * dy <= radius * radius;
}

/**
 * @param {number} x
 * @param {number} y
 */
function isInArrow(x, y) {
  const halfWidth = Math.abs(x - 0.5);
  const isInHead = y >= 0.22 && y <= 0.5 && halfWidth <= (y - 0.22) * 0.85;
  const isInShaft = y > 0.48 && y <= 0.62 && halfWidth <= 0.085;
  const isInBase = y >= 0.69 && y <= 0.76 && halfWidth <= 0.238;
  return isInHead || isInShaft || isInBase;
}

/**
 * @param {number} sizePixels
 * @returns {Buffer} a PNG with transparency
 */
export function drawIcon(sizePixels) {
  const rowBytes = 1 + sizePixels * 4;
  const rows = Buffer.alloc(rowBytes * sizePixels);
  for (let row = 0; row < sizePixels; row += 1) {
    for (let column = 0; column < sizePixels; column += 1) {
      rows.set(pixelAt(column, row, sizePixels), row * rowBytes + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sizePixels, 0);
  header.writeUInt32BE(sizePixels, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {number} column
 * @param {number} row
 * @param {number} sizePixels
 * @returns {number[]} red, green, blue, alpha
 */
function pixelAt(column, row, sizePixels) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / sizePixels;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / sizePixels;
    const colour = colourAt(x, y);
    if (colour === undefined) continue;
    covered += 1;
    colour.forEach((value, index) => (sum[index] = (sum[index] ?? 0) + value));
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [
    ...sum.map((value) => Math.round(value / covered)),
    Math.round((255 * covered) / (SAMPLES * SAMPLES)),
  ];
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** @param {string} folder */
export function writeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) writeFileSync(join(folder, `${size}x${size}.png`), drawIcon(size));
}
