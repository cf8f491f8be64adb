/** JPEG: ITU-T T.81 annex B; Exif 2.32 §4.5.4 for its segment. */
import type { ByteReader } from './byte-reader.ts';
import { readOrientation } from './orientation.ts';
import type { Orientation } from './orientation.ts';
import type { ImageSize } from './image-size.ts';

const MARKER = 0xff;
const EXIF_SEGMENT = 0xe1;
const EXIF_NAME = 'Exif\0\0';
/** Between the frame headers lie the markers of tables that have no size: DHT, JPG, DAC. */
const notFrames: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

/** @throws EndOfBytes when no frame header comes */
export function readJpegHeader(bytes: ByteReader): ImageSize {
  let orientation: Orientation = 1;
  let at = 2;
  for (;;) {
    // Fill bytes may stand before a marker.
    while (bytes.u8(at + 1) === MARKER) at += 1;
    const marker = bytes.u8(at + 1);
    const length = bytes.u16(at + 2);
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker))
      return { width: bytes.u16(at + 7), height: bytes.u16(at + 5), orientation };
    if (marker === EXIF_SEGMENT && orientation === 1 && bytes.has(at + 4, EXIF_NAME)) {
      const start = at + 4 + EXIF_NAME.length;
      orientation = readOrientation(bytes.part(start, Math.max(0, at + 2 + length - start)));
    }
    at += 2 + Math.max(2, length);
  }
}
