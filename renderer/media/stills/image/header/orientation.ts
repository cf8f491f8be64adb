/** How a picture is turned before it's shown: the eight values of Exif, and where a file says them. */
import { EndOfBytes } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';

/** Exif 2.32 §4.6.4: 1 as stored, 2 mirrored, 3 half a turn, 4 upside down, 5 transposed, 6 a quarter turn clockwise, 7 both, 8 one to the left. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const values: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * From the TIFF structure that Exif data is (TIFF 6.0 §2): the first directory alone. 1 where it's absent or broken.
 * @param tiff begins with the byte order.
 */
export function readOrientation(tiff: ByteReader): Orientation {
  const isLittle = tiff.has(0, 'II*\0');
  if (!isLittle && !tiff.has(0, 'MM\0*')) return 1;
  try {
    const directory = tiff.u32(4, isLittle);
    const count = tiff.u16(directory, isLittle);
    for (let index = 0; index < count; index += 1) {
      const entry = directory + 2 + index * ENTRY_BYTES;
      if (tiff.u16(entry, isLittle) !== ORIENTATION_TAG) continue;
      if (tiff.u16(entry + 2, isLittle) !== SHORT) return 1;
      const value = tiff.u16(entry + 8, isLittle);
      return values.find((candidate) => candidate === value) ?? 1;
    }
  } catch (error) {
    if (!(error instanceof EndOfBytes)) throw error;
  }
  return 1;
}
