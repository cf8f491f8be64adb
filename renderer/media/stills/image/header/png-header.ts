/** PNG (third edition): §11.2.1 IHDR, §11.3.4.5 eXIf. */
import type { ByteReader } from './byte-reader.ts';
import { readOrientation } from './orientation.ts';
import type { Orientation } from './orientation.ts';
import type { ImageSize } from './image-size.ts';

const FIRST_CHUNK = 8;
/** Length and type before a chunk's data, its check after it. */
const CHUNK_BYTES = 12;

export function readPngHeader(bytes: ByteReader): ImageSize {
  return { width: bytes.u32(16), height: bytes.u32(20), orientation: orientationOf(bytes) };
}

function orientationOf(bytes: ByteReader): Orientation {
  let at = FIRST_CHUNK;
  while (at + CHUNK_BYTES <= bytes.length && !bytes.has(at + 4, 'IDAT')) {
    const length = bytes.u32(at);
    if (bytes.has(at + 4, 'eXIf')) return readOrientation(bytes.part(at + 8, length));
    at += CHUNK_BYTES + length;
  }
  return 1;
}
