import { expect, it } from 'vitest';
import {
  drawnRegion,
  movedRegion,
} from '../../../../../renderer/features/sources/properties/captured/region-drag.ts';

const whole = { width: 1920, height: 1080 };

it('a region is drawn from corner to corner, whichever way, and ends at the edge of the screen', () => {
  const drawn = { x: 100, y: 50, width: 300, height: 150 };
  expect(drawnRegion({ x: 100.4, y: 50 }, { x: 400, y: 200 }, whole)).toEqual(drawn);
  expect(drawnRegion({ x: 400, y: 200 }, { x: 100, y: 50 }, whole)).toEqual(drawn);
  expect(drawnRegion({ x: 1800, y: 1000 }, { x: 2500, y: -40 }, whole)).toEqual({
    ...{ x: 1800, y: 0, width: 120, height: 1000 },
  });
});

it('a click draws no region', () => {
  expect(drawnRegion({ x: 100, y: 100 }, { x: 103, y: 102 }, whole)).toBeUndefined();
});

it('a region is moved as far as the screen goes', () => {
  const region = { x: 100, y: 50, width: 300, height: 150 };
  expect(movedRegion(region, { x: 0, y: 0 }, { x: 20, y: -10 }, whole)).toEqual({ ...region, x: 120, y: 40 });
  expect(movedRegion(region, { x: 0, y: 0 }, { x: 5000, y: -500 }, whole)).toEqual({
    ...region,
    x: 1620,
    y: 0,
  });
});
