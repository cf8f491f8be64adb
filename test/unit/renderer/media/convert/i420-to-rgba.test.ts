import { describe, expect, it } from 'vitest';
import { i420ToRgba } from '../../../../../renderer/media/convert/i420-to-rgba.ts';
import { rgbToI420 } from '../../../../../renderer/media/convert/rgb-to-i420.ts';
import { bars } from '../../../../../shared/pattern/colour.ts';

function picture(width: number, height: number) {
  return { data: new Uint8ClampedArray(width * height * 4), width, height };
}

describe('I420 to RGBA', () => {
  it('gives each bar back within two code values', () => {
    for (const { name, rgb } of bars) {
      const [red, green, blue] = rgb.map((part) => Math.round(part * 255)) as [number, number, number];
      const source = new Uint8Array(6);
      rgbToI420(new Uint32Array(4).fill(red | (green << 8) | (blue << 16)), false, 2, 2, source);
      const target = picture(1, 1);
      i420ToRgba(source, 2, 2, target);
      const errors = [red, green, blue].map((part, index) => Math.abs((target.data[index] ?? 0) - part));
      expect(Math.max(...errors), name).toBeLessThanOrEqual(2);
      expect(target.data[3]).toBe(255);
    }
  });

  it('takes the nearest sample, of a smaller and of a larger size', () => {
    // Grey columns of 16, 76, 136 and 196, twice: black, and three steps of light.
    const columns = [16, 76, 136, 196];
    const source = new Uint8Array([...columns, ...columns, 128, 128, 128, 128]);
    const grey = (target: ReturnType<typeof picture>): number[] => {
      i420ToRgba(source, 4, 2, target);
      return Array.from({ length: target.width }, (_, column) => target.data[column * 4] ?? -1);
    };
    expect(grey(picture(4, 2))).toEqual([0, 70, 140, 210]);
    expect(grey(picture(2, 1))).toEqual([70, 210]);
    expect(grey(picture(8, 4))).toEqual([0, 0, 70, 70, 140, 140, 210, 210]);
  });
});
