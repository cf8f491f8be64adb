import { describe, expect, it } from 'vitest';
import { gradientPixels } from '../../../../../renderer/media/stills/gradient.ts';
import type { Gradient } from '../../../../../shared/studio/drawn-inputs.ts';

const blackToWhite: Gradient['stops'] = [
  { at: 1, colour: '#ffffffff' },
  { at: 0, colour: '#000000ff' },
];

function channel(gradient: Gradient, width: number, height: number, of: 0 | 1 | 2 | 3): readonly number[] {
  const bytes = new Uint8Array(gradientPixels(gradient, { width, height }));
  return Array.from({ length: width * height }, (_, pixel) => bytes[pixel * 4 + of] ?? -1);
}

describe('a gradient', () => {
  it('runs from left to right, from top to bottom, and the other way with a minus', () => {
    expect(channel({ angle: 0, stops: blackToWhite }, 4, 1, 0)).toEqual([32, 96, 159, 223]);
    expect(channel({ angle: 90, stops: blackToWhite }, 1, 4, 0)).toEqual([32, 96, 159, 223]);
    expect(channel({ angle: 180, stops: blackToWhite }, 4, 1, 0)).toEqual([223, 159, 96, 32]);
    expect(channel({ angle: -90, stops: blackToWhite }, 1, 4, 0)).toEqual([223, 159, 96, 32]);
  });

  it('goes from corner to corner where it is slanted', () => {
    const red = channel({ angle: 45, stops: blackToWhite }, 50, 50, 0);
    expect(red[0]).toBeLessThan(5);
    expect(red.at(-1)).toBeGreaterThan(250);
    expect(red[49]).toBe(red[49 * 50]);
  });

  it('keeps the first colour before its first stop and the last one behind its last, and jumps where two stops meet', () => {
    const stops = [
      { at: 0.5, colour: '#000000ff' },
      { at: 0.5, colour: '#ffffffff' },
    ];
    expect(channel({ angle: 0, stops }, 4, 1, 0)).toEqual([0, 0, 255, 255]);
  });

  it('mixes colours as much as they cover: what is transparent gives no colour', () => {
    const stops = [
      { at: 0, colour: '#00000000' },
      { at: 1, colour: '#ff0000ff' },
    ];
    expect(channel({ angle: 0, stops }, 4, 1, 0)).toEqual([255, 255, 255, 255]);
    expect(channel({ angle: 0, stops }, 4, 1, 3)).toEqual([32, 96, 159, 223]);
  });
});
