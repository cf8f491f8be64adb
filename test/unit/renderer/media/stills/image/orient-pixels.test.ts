import { expect, it } from 'vitest';
import { orientPixels } from '../../../../../../renderer/media/stills/image/orient-pixels.ts';
import type { Orientation } from '../../../../../../renderer/media/stills/image/header/orientation.ts';

/** What Exif 2.32 says the letters ab/cd/ef look like, stored as orientation 1. */
const shown: Readonly<Record<Orientation, readonly string[]>> = {
  1: ['ab', 'cd', 'ef'],
  2: ['ba', 'dc', 'fe'],
  3: ['fe', 'dc', 'ba'],
  4: ['ef', 'cd', 'ab'],
  5: ['ace', 'bdf'],
  6: ['eca', 'fdb'],
  7: ['fdb', 'eca'],
  8: ['bdf', 'ace'],
};

it.each(Object.entries(shown))('orientation %s', (orientation, rows) => {
  const stored = Uint32Array.from('abcdef', (letter) => letter.charCodeAt(0));
  const picture = { width: 2, height: 3, pixels: stored.buffer };
  const turned = orientPixels(picture, Number(orientation) as Orientation);
  const letters = String.fromCharCode(...new Uint32Array(turned.pixels));
  expect([turned.width, turned.height]).toEqual([rows[0]?.length, rows.length]);
  expect(letters).toBe(rows.join(''));
});
