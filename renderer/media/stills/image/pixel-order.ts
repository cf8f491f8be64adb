/** Pixels of four bytes in the order that everything here has: RGBA. */

/** The formats of frames whose bytes are pixels. `X` is a byte without a meaning. */
export type PixelOrder = 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

const OPAQUE = 0xff000000;

export function isPixelOrder(format: VideoFrame['format']): format is PixelOrder {
  return format === 'RGBA' || format === 'RGBX' || format === 'BGRA' || format === 'BGRX';
}

/** In place. */
export function orderPixels(pixels: ArrayBuffer, order: PixelOrder): void {
  if (order === 'RGBA') return;
  const isBgr = order === 'BGRA' || order === 'BGRX';
  const opaque = order === 'RGBX' || order === 'BGRX' ? OPAQUE : 0;
  const values = new Uint32Array(pixels);
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] as number) | opaque;
    // As the platform (little endian) reads them: the first byte is the lowest.
    values[at] = isBgr ? (value & 0xff00ff00) | ((value >>> 16) & 255) | ((value & 255) << 16) : value;
  }
}
