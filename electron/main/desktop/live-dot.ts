/** The dot over the app's icon in Windows' taskbar while Upcast is live. Pure. */

export const DOT_SIZE = 32;
const BYTES_PER_PIXEL = 4;
/** Blue, green, red. */
const COLOUR = [0x3b, 0x30, 0xe5] as const;

/** Rows of BGRA with premultiplied alpha, a round dot with a soft edge. */
export function drawLiveDot(): Buffer {
  const pixels = Buffer.alloc(DOT_SIZE * DOT_SIZE * BYTES_PER_PIXEL);
  const centre = (DOT_SIZE - 1) / 2;
  for (let y = 0; y < DOT_SIZE; y += 1) {
    for (let x = 0; x < DOT_SIZE; x += 1) {
      const distance = Math.hypot(x - centre, y - centre);
      const alpha = Math.min(1, Math.max(0, DOT_SIZE / 2 - distance));
      const at = (y * DOT_SIZE + x) * BYTES_PER_PIXEL;
      COLOUR.forEach((part, index) => pixels.writeUInt8(Math.round(part * alpha), at + index));
      pixels.writeUInt8(Math.round(255 * alpha), at + 3);
    }
  }
  return pixels;
}
