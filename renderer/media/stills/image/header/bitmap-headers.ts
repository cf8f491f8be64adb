/** GIF89a (§18, §20) and BMP (BITMAPCOREHEADER, BITMAPINFOHEADER and its successors). */
import type { ByteReader } from './byte-reader.ts';
import type { ImageSize } from './image-size.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const GIF_HEADER_BYTES = 13;

/** A first picture larger than the screen makes it larger, as in browsers. */
export function readGifHeader(bytes: ByteReader): ImageSize {
  const screen = { width: bytes.u16(6, true), height: bytes.u16(8, true) };
  let at = GIF_HEADER_BYTES + tableBytes(bytes.u8(10));
  while (bytes.u8(at) === EXTENSION) {
    at += 2;
    while (bytes.u8(at) !== 0) at += 1 + bytes.u8(at);
    at += 1;
  }
  if (bytes.u8(at) !== IMAGE) return { ...screen, orientation: 1 };
  return {
    width: Math.max(screen.width, bytes.u16(at + 5, true)),
    height: Math.max(screen.height, bytes.u16(at + 7, true)),
    orientation: 1,
  };
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

const BMP_INFO = 14;
const CORE_HEADER_BYTES = 12;

export function readBmpHeader(bytes: ByteReader): ImageSize {
  if (bytes.u32(BMP_INFO, true) === CORE_HEADER_BYTES)
    return { width: bytes.u16(18, true), height: bytes.u16(20, true), orientation: 1 };
  // A negative height: from the top down.
  return { width: Math.abs(bytes.i32Little(18)), height: Math.abs(bytes.i32Little(22)), orientation: 1 };
}
