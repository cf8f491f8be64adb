/**
 * RGBA or BGRA pixels to I420, BT.709 limited range. Done here rather than in the encoder because the bytes then cross
 * two process borders at 12 bits a pixel instead of 32: ffmpeg converts a little faster, but carrying the rest costs more.
 * Chroma is the mean of each 2x2 block.
 */

/** BT.709-6 §3, scaled to 8-bit limited range and by 2^16. */
const SCALE = 65_536;
const KR = 0.2126;
const KB = 0.0722;
const KG = 1 - KR - KB;
const yr = Math.round((KR * 219 * SCALE) / 255);
const yg = Math.round((KG * 219 * SCALE) / 255);
const yb = Math.round((KB * 219 * SCALE) / 255);
const cbScale = (224 * SCALE) / (255 * 2 * (1 - KB));
const cbr = Math.round(-KR * cbScale);
const cbg = Math.round(-KG * cbScale);
const cbb = -cbr - cbg;
const crScale = (224 * SCALE) / (255 * 2 * (1 - KR));
const crg = Math.round(-KG * crScale);
const crb = Math.round(-KB * crScale);
const crr = -crg - crb;
const Y_OFFSET = 16 * SCALE + SCALE / 2;
/** For sums of four pixels. */
const C_OFFSET = 4 * (128 * SCALE + SCALE / 2);

/**
 * @param pixels one 32-bit value a pixel, without padding, as the platform (little endian) reads them.
 * @param isBgra blue in the lowest byte; otherwise red.
 * @param output at least `width * height * 3 / 2` bytes. Width and height are even.
 */
export function rgbToI420(
  pixels: Uint32Array,
  isBgra: boolean,
  width: number,
  height: number,
  output: Uint8Array,
): void {
  const low = isBgra ? yb : yr;
  const high = isBgra ? yr : yb;
  const cbLow = isBgra ? cbb : cbr;
  const cbHigh = isBgra ? cbr : cbb;
  const crLow = isBgra ? crb : crr;
  const crHigh = isBgra ? crr : crb;
  let cb = width * height;
  let cr = cb + cb / 4;
  for (let y = 0; y < height; y += 2) {
    let top = y * width;
    for (const end = top + width; top < end; top += 2) {
      const bottom = top + width;
      const p0 = pixels[top] as number;
      const p1 = pixels[top + 1] as number;
      const p2 = pixels[bottom] as number;
      const p3 = pixels[bottom + 1] as number;
      output[top] =
        (low * (p0 & 255) + yg * ((p0 >>> 8) & 255) + high * ((p0 >>> 16) & 255) + Y_OFFSET) >>> 16;
      output[top + 1] =
        (low * (p1 & 255) + yg * ((p1 >>> 8) & 255) + high * ((p1 >>> 16) & 255) + Y_OFFSET) >>> 16;
      output[bottom] =
        (low * (p2 & 255) + yg * ((p2 >>> 8) & 255) + high * ((p2 >>> 16) & 255) + Y_OFFSET) >>> 16;
      output[bottom + 1] =
        (low * (p3 & 255) + yg * ((p3 >>> 8) & 255) + high * ((p3 >>> 16) & 255) + Y_OFFSET) >>> 16;
      // Two channels at once: each sum of four bytes fits its 16 bits.
      const outer = (p0 & 0xff00ff) + (p1 & 0xff00ff) + (p2 & 0xff00ff) + (p3 & 0xff00ff);
      const green = ((p0 >>> 8) & 255) + ((p1 >>> 8) & 255) + ((p2 >>> 8) & 255) + ((p3 >>> 8) & 255);
      const first = outer & 0xffff;
      const third = outer >>> 16;
      output[cb++] = (cbLow * first + cbg * green + cbHigh * third + C_OFFSET) >>> 18;
      output[cr++] = (crLow * first + crg * green + crHigh * third + C_OFFSET) >>> 18;
    }
  }
}
