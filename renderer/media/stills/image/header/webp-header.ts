/** WebP: RFC 9649 §2. */
import { EndOfBytes } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import { readOrientation } from './orientation.ts';
import type { Orientation } from './orientation.ts';
import type { ImageSize } from './image-size.ts';

const FIRST_CHUNK = 12;
const CHUNK_HEADER_BYTES = 8;

export function readWebpHeader(bytes: ByteReader): ImageSize {
  const data = FIRST_CHUNK + CHUNK_HEADER_BYTES;
  if (bytes.has(FIRST_CHUNK, 'VP8X'))
    return {
      width: bytes.u24Little(data + 4) + 1,
      height: bytes.u24Little(data + 7) + 1,
      orientation: orientationOf(bytes),
    };
  if (bytes.has(FIRST_CHUNK, 'VP8L')) {
    const bits = bytes.u32(data + 1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, orientation: 1 };
  }
  if (!bytes.has(FIRST_CHUNK, 'VP8 ')) throw new EndOfBytes();
  return {
    width: bytes.u16(data + 6, true) & 0x3fff,
    height: bytes.u16(data + 8, true) & 0x3fff,
    orientation: 1,
  };
}

function orientationOf(bytes: ByteReader): Orientation {
  let at = FIRST_CHUNK;
  while (at + CHUNK_HEADER_BYTES <= bytes.length) {
    const length = bytes.u32(at + 4, true);
    if (bytes.has(at, 'EXIF')) {
      // Some writers keep the name that JPEG has before it.
      const start = at + CHUNK_HEADER_BYTES + (bytes.has(at + CHUNK_HEADER_BYTES, 'Exif\0\0') ? 6 : 0);
      return readOrientation(bytes.part(start, Math.max(0, at + CHUNK_HEADER_BYTES + length - start)));
    }
    at += CHUNK_HEADER_BYTES + length + (length % 2);
  }
  return 1;
}
