import { expect, it } from 'vitest';
import { ColourSource } from '../../../../../renderer/media/stills/colour-source.ts';
import { readColour } from '../../../../../renderer/media/stills/colour.ts';

it.each([
  ['#0a80ff40', { red: 10, green: 128, blue: 255, alpha: 64 }],
  ['#0A80FF', { red: 10, green: 128, blue: 255, alpha: 255 }],
  ['red', { red: 0, green: 0, blue: 0, alpha: 0 }],
  ['', { red: 0, green: 0, blue: 0, alpha: 0 }],
])('reads the colour %s', (text, colour) => {
  expect(readColour(text)).toEqual(colour);
});

it('a colour fills its rectangle, and stays the same picture', () => {
  const source = new ColourSource('#0a80ff40', 3, 2);
  const picture = source.pictureAt();
  expect(picture).toMatchObject({ width: 3, height: 2 });
  expect([...new Uint8Array(picture?.pixels ?? new ArrayBuffer(0))]).toEqual(
    Array.from({ length: 6 }, () => [10, 128, 255, 64]).flat(),
  );
  expect(source.pictureAt()).toBe(picture);
  expect(source.nextChangeUs()).toBe(Infinity);
  source.end();
  expect(source.pictureAt()).toBeUndefined();
});

it.each([
  [0, 0.4, 1, 1],
  [1e9, 1e9, 16_384, 4096],
])('a rectangle of %d by %d stays within what a picture can be', (width, height, shownWidth, shownHeight) => {
  const source = new ColourSource('#000000ff', width, height);
  expect(source.pictureAt()).toMatchObject({ width: shownWidth, height: shownHeight });
  source.end();
});
