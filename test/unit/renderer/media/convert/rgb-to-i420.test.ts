import { describe, expect, it } from 'vitest';
import { rgbToI420 } from '../../../../../renderer/media/convert/rgb-to-i420.ts';
import { toYCbCr } from '../../../../../shared/pattern/colour.ts';

describe('RGB to I420', () => {
  it('is within one code value of BT.709 for every corner and many between', () => {
    const output = new Uint8Array(6);
    for (let red = 0; red <= 255; red += 15) {
      for (let green = 0; green <= 255; green += 15) {
        for (let blue = 0; blue <= 255; blue += 15) {
          const expected = toYCbCr(red / 255, green / 255, blue / 255);
          for (const isBgra of [true, false]) {
            const pixel = isBgra ? (red << 16) | (green << 8) | blue : (blue << 16) | (green << 8) | red;
            rgbToI420(new Uint32Array(4).fill((0xff000000 | pixel) >>> 0), isBgra, 2, 2, output);
            expect(Math.abs((output[0] ?? 0) - expected.y)).toBeLessThanOrEqual(1);
            expect(Math.abs((output[4] ?? 0) - expected.cb)).toBeLessThanOrEqual(1);
            expect(Math.abs((output[5] ?? 0) - expected.cr)).toBeLessThanOrEqual(1);
          }
        }
      }
    }
  });
});
