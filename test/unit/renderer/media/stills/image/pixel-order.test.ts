import { expect, it } from 'vitest';
import { isPixelOrder, orderPixels } from '../../../../../../renderer/media/stills/image/pixel-order.ts';

it.each([
  ['RGBA', [1, 2, 3, 4, 250, 251, 252, 253]],
  ['BGRA', [3, 2, 1, 4, 252, 251, 250, 253]],
  ['RGBX', [1, 2, 3, 255, 250, 251, 252, 255]],
  ['BGRX', [3, 2, 1, 255, 252, 251, 250, 255]],
] as const)('%s become RGBA', (order, expected) => {
  const pixels = Uint8Array.of(1, 2, 3, 4, 250, 251, 252, 253);
  orderPixels(pixels.buffer, order);
  expect([...pixels]).toEqual(expected);
});

it('planes are no pixels', () => {
  expect((['I420', 'NV12', null] as const).map(isPixelOrder)).toEqual([false, false, false]);
});
