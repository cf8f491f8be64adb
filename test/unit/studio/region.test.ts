import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionOn } from '../../../shared/studio/captured/region.ts';
import { MIN_REGION, regionSchema } from '../../../shared/studio/captured/region-schema.ts';
import type { Region } from '../../../shared/studio/captured/region-schema.ts';

const fullHd = { width: 1920, height: 1080 };
const corner: Region = { x: 1280, y: 540, width: 640, height: 540, of: fullHd };

describe('a region of a screen', () => {
  it('is the chosen pixels on the screen that they were chosen on', () => {
    expect(regionOn(corner, fullHd)).toEqual({ x: 1280, y: 540, width: 640, height: 540 });
  });

  it('is the same share of a screen that changed its size', () => {
    expect(regionOn(corner, { width: 1280, height: 720 })).toEqual({
      x: 852,
      y: 360,
      width: 426,
      height: 360,
    });
    expect(regionOn(corner, { width: 3840, height: 2160 })).toEqual({
      ...{ x: 2560, y: 1080, width: 1280, height: 1080 },
    });
  });

  it('lies within whatever screen, in pairs of pixels, and is never empty', () => {
    const side = fc.integer({ min: MIN_REGION, max: 4000 });
    const region = fc.record({
      ...{ x: fc.integer({ min: 0, max: 4000 }), y: fc.integer({ min: 0, max: 4000 }) },
      ...{ width: side, height: side, of: fc.record({ width: side, height: side }) },
    });
    const screen = fc.record({
      width: fc.integer({ min: 2, max: 5000 }),
      height: fc.integer({ min: 2, max: 5000 }),
    });
    fc.assert(
      fc.property(region, screen, (chosen, now) => {
        expect(regionSchema.safeParse(chosen).success).toBe(true);
        const { x, y, width, height } = regionOn(chosen, now);
        for (const value of [x, y, width, height]) expect(value % 2).toBe(0);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(2);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(now.width);
        expect(y + height).toBeLessThanOrEqual(now.height);
      }),
    );
  });
});
