/**
 * I420, BT.709 limited range, to RGBA of another size by the nearest sample, for a preview. A `VideoFrame` drawn on a
 * canvas does the same, but where there is no graphics card each drawing leaves a picture of full size in shared memory:
 * 450 MB of them before they are collected.
 */

/** BT.709-6 §3 turned round, from 8-bit limited range. */
const KR = 0.2126;
const KB = 0.0722;
const KG = 1 - KR - KB;
const LUMA = 255 / 219;
const CHROMA = 255 / 224;
const RED_BY_CR = 2 * (1 - KR) * CHROMA;
const BLUE_BY_CB = 2 * (1 - KB) * CHROMA;
const GREEN_BY_CB = (-BLUE_BY_CB * KB) / KG;
const GREEN_BY_CR = (-RED_BY_CR * KR) / KG;

/**
 * @param source Y, U and V without padding; width and height are even.
 * @param target filled wholly, opaque; its size in pixels is its own.
 */
export function i420ToRgba(
  source: Uint8Array,
  width: number,
  height: number,
  target: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number },
): void {
  const { data } = target;
  const cbPlane = width * height;
  const crPlane = cbPlane + cbPlane / 4;
  let at = 0;
  for (let row = 0; row < target.height; row++) {
    const y = Math.floor(((row + 0.5) * height) / target.height);
    const lumaRow = y * width;
    const chromaRow = (y >> 1) * (width / 2);
    for (let column = 0; column < target.width; column++) {
      const x = Math.floor(((column + 0.5) * width) / target.width);
      const chroma = chromaRow + (x >> 1);
      const luma = LUMA * ((source[lumaRow + x] as number) - 16);
      const cb = (source[cbPlane + chroma] as number) - 128;
      const cr = (source[crPlane + chroma] as number) - 128;
      data[at++] = luma + RED_BY_CR * cr;
      data[at++] = luma + GREEN_BY_CB * cb + GREEN_BY_CR * cr;
      data[at++] = luma + BLUE_BY_CB * cb;
      data[at++] = 255;
    }
  }
}
