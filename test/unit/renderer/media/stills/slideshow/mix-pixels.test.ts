import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mixPixels } from '../../../../../../renderer/media/stills/slideshow/mix-pixels.ts';

type Pixel = readonly [number, number, number, number];

const mix = (one: Pixel, other: Pixel, share: number): readonly number[] => [
  ...new Uint8Array(mixPixels(Uint8Array.from(one).buffer, Uint8Array.from(other).buffer, share)),
];

it('half of one and half of the other', () => {
  expect(mix([0, 255, 100, 255], [255, 0, 100, 255], 0.5)).toEqual([128, 128, 100, 255]);
});

it('the colour of a clear pixel is not seen', () => {
  expect(mix([0, 255, 0, 0], [200, 0, 100, 255], 0.25)).toEqual([200, 0, 100, 64]);
  expect(mix([1, 2, 3, 0], [4, 5, 6, 0], 0.5)).toEqual([0, 0, 0, 0]);
});

it('is what plain arithmetic says, within half a value', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const pixel = fc.tuple(byte, byte, byte, fc.oneof(fc.constant(255), byte));
  fc.assert(
    fc.property(pixel, pixel, fc.integer({ min: 0, max: 256 }), (one, other, weight) => {
      const share = weight / 256;
      const alpha = one[3] * (1 - share) + other[3] * share;
      const mixed = mix(one, other, share);
      expect(Math.abs((mixed[3] ?? 0) - alpha)).toBeLessThanOrEqual(0.5);
      if (alpha === 0 || one.every((value, index) => value === other[index])) return;
      for (const channel of [0, 1, 2] as const) {
        const exact = (one[channel] * one[3] * (1 - share) + other[channel] * other[3] * share) / alpha;
        expect(Math.abs((mixed[channel] ?? 0) - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
      }
    }),
  );
});
