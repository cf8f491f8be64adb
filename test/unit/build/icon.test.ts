/** The icon is a valid PNG of the size asked for: opaque in the middle, transparent in the corner. */
import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawIcon } from '../../../build/icon.mjs';

test.each([16, 64])('an icon of %i pixels', (sizePixels) => {
  const png = drawIcon(sizePixels);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(sizePixels);
  expect(png.readUInt32BE(20)).toBe(sizePixels);
  expect(png.readUInt32BE(29)).toBe(crc32(png.subarray(12, 29)));
  const dataBytes = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + dataBytes));
  const alphaAt = (column: number, row: number): number | undefined =>
    rows[row * (1 + sizePixels * 4) + 1 + column * 4 + 3];
  expect(alphaAt(0, 0)).toBe(0);
  expect(alphaAt(sizePixels / 2, sizePixels / 2)).toBe(255);
});
