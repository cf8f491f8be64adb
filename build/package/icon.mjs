// Draws the app's icon: a rounded square with a gradient and an arrow that points up. Nothing but arithmetic and zlib,
// so the icon is source like the rest. `writeIcons` gives electron-builder PNGs for Linux, an ICO for Windows, and for
// macOS an ICNS on Apple's grid, where the square fills 824 of 1024 pixels.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
/** Each pixel is the mean of this many samples each way: smooth edges. */
const SAMPLES = 4;
/** How much of the picture's width the square takes. */
const WIDTH = 0.9;
const WIDTH_ON_MAC = 824 / 1024;
const ICO_SIZES = [16, 32, 48, 64, 128, 256];
/** The entries of an ICNS that hold PNGs, by their type, and the pixels of each. */
const ICNS_ENTRIES = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]);
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
 * @param {number} [width] the share of the picture's width that the square takes
 * @returns {Buffer} a PNG with transparency
 */
export function drawIcon(sizePixels, width = WIDTH) {
  const rowBytes = 1 + sizePixels * 4;
  const rows = Buffer.alloc(rowBytes * sizePixels);
  for (let row = 0; row < sizePixels; row += 1) {
    for (let column = 0; column < sizePixels; column += 1) {
      rows.set(pixelAt(column, row, sizePixels, WIDTH / width), row * rowBytes + 1 + column * 4);
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
 * @param {number} stretch how many times larger the drawing is than the picture
 * @returns {number[]} red, green, blue, alpha
 */
function pixelAt(column, row, sizePixels, stretch) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / sizePixels;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / sizePixels;
    const colour = colourAt(0.5 + (x - 0.5) * stretch, 0.5 + (y - 0.5) * stretch);
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

/**
 * An icon file of Windows: a table of pictures, then the pictures.
 * @param {readonly Buffer[]} pngs
 */
export function packIco(pngs) {
  const header = Buffer.alloc(6 + pngs.length * 16);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pngs.length, 4);
  let offset = header.length;
  pngs.forEach((png, index) => {
    const at = 6 + index * 16;
    // A byte holds up to 255: 256 pixels are 0.
    header[at] = png.readUInt32BE(16) % 256;
    header[at + 1] = png.readUInt32BE(20) % 256;
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pngs]);
}

/**
 * An icon file of macOS: each picture behind its type and length.
 * @param {readonly (readonly [type: string, png: Buffer])[]} entries
 */
export function packIcns(entries) {
  const framed = entries.map(([type, png]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'ascii');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'ascii');
  head.writeUInt32BE(8 + framed.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...framed]);
}

/** @param {string} folder */
export function writeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  const pngs = new Map(SIZES.map((size) => [size, drawIcon(size)]));
  for (const [size, png] of pngs) writeFileSync(join(folder, `${size}x${size}.png`), png);
  writeFileSync(
    join(folder, 'icon.ico'),
    packIco([...pngs].flatMap(([size, png]) => (ICO_SIZES.includes(size) ? [png] : []))),
  );
  const onMac = new Map(
    [...new Set(ICNS_ENTRIES.map(([, size]) => size))].map((size) => [size, drawIcon(size, WIDTH_ON_MAC)]),
  );
  const entries = ICNS_ENTRIES.flatMap(([type, size]) => {
    const png = onMac.get(size);
    return png === undefined ? [] : [/** @type {const} */ ([type, png])];
  });
  writeFileSync(join(folder, 'icon.icns'), packIcns(entries));
}
