import { describe, expect, it } from 'vitest';
import { fitInside, placeUnscaled } from '../../../../../renderer/media/convert/fit.ts';

const program = { width: 1280, height: 720 };

describe('fitting', () => {
  it('letterboxes another shape', () => {
    expect(fitInside({ width: 640, height: 480 }, program)).toEqual({
      x: 160,
      y: 0,
      width: 960,
      height: 720,
    });
    expect(fitInside({ width: 2560, height: 1080 }, program)).toEqual({
      x: 0,
      y: 90,
      width: 1280,
      height: 540,
    });
    expect(fitInside({ width: 1080, height: 1920 }, program)).toEqual({
      x: 438,
      y: 0,
      width: 406,
      height: 720,
    });
  });

  it('needs no scaling for a frame that fills the program one way', () => {
    expect(placeUnscaled(program, program)).toEqual({ x: 0, y: 0, ...program });
    expect(placeUnscaled({ width: 960, height: 720 }, program)).toEqual({
      x: 160,
      y: 0,
      width: 960,
      height: 720,
    });
    expect(placeUnscaled({ width: 640, height: 480 }, program)).toBeUndefined();
    expect(placeUnscaled({ width: 1920, height: 1080 }, program)).toBeUndefined();
  });
});
