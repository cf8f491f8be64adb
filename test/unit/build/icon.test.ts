/** The icon is a valid PNG of the size asked for: opaque in the middle, transparent in the corner. */
import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawIcon, packIcns, packIco } from '../../../build/package/icon.mjs';
import { iconSizes } from '../../support/package/skeletons.ts';

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

test('an ICO holds each size, 256 among them', () => {
  expect(iconSizes(packIco([16, 256].map((size) => drawIcon(size))))).toEqual([16, 256]);
});

test('an ICNS says the length of itself and of each picture', () => {
  const png = drawIcon(32);
  const icns = packIcns([['ic11', png]]);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(icns.toString('latin1', 8, 12)).toBe('ic11');
  expect(icns.readUInt32BE(12)).toBe(png.length + 8);
});

test('M9: on macOS the square keeps to Apple’s grid: a margin of 100 in 1024', () => {
  const sizePixels = 64;
  const rowBytes = 1 + sizePixels * 4;
  const png = drawIcon(sizePixels, 824 / 1024);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const middle = (sizePixels / 2) * rowBytes;
  const firstOpaque = Array.from(
    { length: sizePixels },
    (_, column) => rows[middle + 1 + column * 4 + 3],
  ).findIndex((alpha) => (alpha ?? 0) > 127);
  expect(firstOpaque).toBe(Math.round((100 / 1024) * sizePixels));
});
