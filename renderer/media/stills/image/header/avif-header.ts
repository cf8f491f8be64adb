/** AVIF: boxes of ISO/IEC 14496-12, with the image properties of ISO/IEC 23008-12 §6.5. */
import { EndOfBytes } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Orientation } from './orientation.ts';
import type { ImageSize } from './image-size.ts';

/** Boxes that hold boxes, and how many bytes stand before the first. */
const containers: ReadonlyMap<string, number> = new Map([
  ['meta', 4],
  ['iprp', 0],
  ['ipco', 0],
  ['moov', 0],
  ['trak', 0],
]);
const MAX_DEPTH = 5;
/** More boxes than any file has before its pictures. */
const MAX_BOXES = 4096;
const BOX_BYTES = 8;

interface Found {
  boxes: number;
  width: number;
  height: number;
  /** Quarter turns to the left. */
  turns: number;
  /** `imir`: 0 exchanges top and bottom, 1 left and right. */
  mirror: number | undefined;
}

/** The largest size that any picture of the file has. @throws EndOfBytes when none is said */
export function readAvifHeader(bytes: ByteReader): ImageSize {
  const found: Found = { boxes: 0, width: 0, height: 0, turns: 0, mirror: undefined };
  visitBoxes(bytes, 0, found);
  if (found.width === 0 || found.height === 0) throw new EndOfBytes();
  return { width: found.width, height: found.height, orientation: orientationOf(found) };
}

function visitBoxes(bytes: ByteReader, depth: number, found: Found): void {
  let at = 0;
  while (at + BOX_BYTES <= bytes.length && found.boxes < MAX_BOXES) {
    found.boxes += 1;
    const length = bytes.u32(at);
    // 0 reaches to the end of the file; 1 has its length in 64 bits. Neither stands before the properties in any file.
    if (length < BOX_BYTES || at + length > bytes.length) return;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => bytes.u8(at + index)));
    visitBox(type, bytes.part(at + BOX_BYTES, length - BOX_BYTES), depth, found);
    at += length;
  }
}

function visitBox(type: string, data: ByteReader, depth: number, found: Found): void {
  const skipped = containers.get(type);
  if (skipped !== undefined && depth < MAX_DEPTH && data.length >= skipped)
    return visitBoxes(data.part(skipped, data.length - skipped), depth + 1, found);
  if (type === 'ispe') grow(found, data.u32(4), data.u32(8));
  else if (type === 'tkhd') grow(found, data.u16(data.length - 8), data.u16(data.length - 4));
  else if (type === 'irot') found.turns = data.u8(0) & 3;
  else if (type === 'imir') found.mirror = data.u8(0) & 1;
}

function grow(found: Found, width: number, height: number): void {
  found.width = Math.max(found.width, width);
  found.height = Math.max(found.height, height);
}

/** The turn comes first, then the mirror (ISO/IEC 23000-22 §7.3.6.7). Rows: turns to the left. Columns: no mirror, top and bottom, left and right. */
const orientations: readonly (readonly [Orientation, Orientation, Orientation])[] = [
  [1, 4, 2],
  [8, 5, 7],
  [3, 2, 4],
  [6, 7, 5],
];

function orientationOf({ turns, mirror }: Found): Orientation {
  return orientations[turns]?.[mirror === undefined ? 0 : mirror === 0 ? 1 : 2] ?? 1;
}
