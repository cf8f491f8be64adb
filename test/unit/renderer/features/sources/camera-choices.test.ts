import { expect, it } from 'vitest';
import {
  cameraRates,
  cameraSizes,
  isAsAsked,
  isChosenCamera,
} from '../../../../../renderer/features/sources/properties/captured/camera-choices.ts';

const limits = { width: 1280, height: 960, fps: 30 };

it('a camera is offered no size and no rate beyond its own', () => {
  expect(cameraSizes(limits, undefined)[0]).toEqual({ width: 1280, height: 960 });
  expect(cameraRates(limits, undefined)[0]).toBe(30);
});

it('what was chosen is offered also where the camera doesn’t have it', () => {
  expect(cameraSizes(limits, { width: 1920, height: 1080 })).toContainEqual({ width: 1920, height: 1080 });
  expect(cameraSizes(limits, { width: 1000, height: 1000 })[0]).toEqual({ width: 1000, height: 1000 });
  expect(cameraRates(limits, 60)).toContain(60);
  expect(cameraRates(limits, 29)[0]).toBe(29);
});

it('a camera that sends 29.97 frames a second sends the 30 that were chosen, and another size is said', () => {
  const sent = { width: 1280, height: 720, fps: 29.97 };
  expect(isAsAsked({ size: { width: 1280, height: 720 }, fps: 30 }, sent)).toBe(true);
  expect(isAsAsked({}, sent)).toBe(true);
  expect(isAsAsked({ size: { width: 1920, height: 1080 } }, sent)).toBe(false);
  expect(isAsAsked({ fps: 60 }, sent)).toBe(false);
});

it('without a choice the camera that is open counts as chosen, wherever it is listed', () => {
  const chosen = ['a', 'b', 'c'].filter((id) => isChosenCamera({ type: 'camera' }, id, 'c'));
  expect(chosen).toEqual(['c']);
  expect(['a', 'b'].filter((id) => isChosenCamera({ type: 'camera', deviceId: 'a' }, id, 'b'))).toEqual([
    'a',
  ]);
  expect(['a', 'b'].filter((id) => isChosenCamera({ type: 'camera' }, id, undefined))).toEqual([]);
});
