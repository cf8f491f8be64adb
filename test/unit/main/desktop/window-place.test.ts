/** Where the window opens, on displays as they are: the whole of it in sight, and where it was left as long as that place is there. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeWindow } from '../../../../electron/main/desktop/window-place.ts';
import type { WorkArea } from '../../../../electron/main/desktop/window-place.ts';
import { WindowPlaceStore } from '../../../../electron/main/desktop/window-place-store.ts';
import type { PlacedWindow } from '../../../../electron/main/desktop/window-place-store.ts';

const area = (width: number, height: number, x = 0, y = 0, isPrimary = true): WorkArea => ({
  ...{ x, y, width, height },
  isPrimary,
});
const place = { x: 100, y: 100, width: 1300, height: 850, isMaximized: false };

test.each([
  ['1920x1080 at 150 %', area(1280, 672)],
  ['1366x768', area(1366, 728)],
  ['1440x900 at 125 %', area(1152, 672)],
  ['a MacBook Air with its dock', area(1440, 783, 0, 25)],
  ['1366x768 at 150 %', area(911, 464)],
])('on %s all of the window is in the work area, which it fills', (_display, only) => {
  const { x = 0, y = 0, width, height, minWidth, minHeight, ...rest } = placeWindow(undefined, [only]);
  expect(rest).toEqual({ useContentSize: false, isMaximized: true });
  expect(x).toBeGreaterThanOrEqual(only.x);
  expect(y).toBeGreaterThanOrEqual(only.y);
  expect(x + width).toBeLessThanOrEqual(only.x + only.width);
  expect(y + height).toBeLessThanOrEqual(only.y + only.height);
  expect(minWidth).toBeLessThanOrEqual(width);
  expect(minHeight).toBeLessThanOrEqual(height);
});

test('on a display with room the window has its usual size, in the middle', () => {
  const opening = placeWindow(undefined, [area(1920, 1040)]);
  expect(opening).toMatchObject({ width: 1280, height: 800, useContentSize: true, isMaximized: false });
  expect(opening.x).toBeUndefined();
});

test('the window opens where it was left, on the second display too', () => {
  const displays = [area(1920, 1040), area(1920, 1040, 1920, 0, false)];
  for (const saved of [place, { ...place, x: 2100 }, { ...place, isMaximized: true }])
    expect(placeWindow(saved, displays)).toMatchObject({ ...saved, useContentSize: false });
});

test('a window that was left on a display that is gone opens as at the first start', () => {
  const opening = placeWindow({ ...place, x: 2100 }, [area(1920, 1040)]);
  expect(opening).toMatchObject({ width: 1280, height: 800, useContentSize: true });
});

test('a window that hangs over an edge, or is larger than the display of now, comes in', () => {
  expect(placeWindow({ ...place, x: -900 }, [area(1920, 1040)])).toMatchObject({ x: 0, y: 100 });
  expect(placeWindow(place, [area(1280, 672)])).toMatchObject({ x: 0, y: 0, width: 1280, height: 672 });
});

test('a title bar above every display, or with a mere corner on one, is not taken hold of: the window opens as at the first start', () => {
  for (const lost of [
    { ...place, y: -400 },
    { ...place, x: 1900 },
  ])
    expect(placeWindow(lost, [area(1920, 1040)]).useContentSize).toBe(true);
});

describe('the place of the window', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upcast-place-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fail = (error: unknown): void => {
    throw error;
  };

  test('is there at the next start, its last one', async () => {
    const store = new WindowPlaceStore(folder, fail);
    expect(store.read()).toBeUndefined();
    const { isMaximized: _is, ...bounds } = place;
    const state = { bounds, isMaximized: false };
    const window = Object.assign(new EventEmitter(), {
      isDestroyed: () => false,
      getNormalBounds: () => state.bounds,
      isMaximized: () => state.isMaximized,
    });
    store.follow(window as unknown as PlacedWindow);
    window.emit('move');
    state.bounds = { ...bounds, x: 300 };
    window.emit('resize');
    state.isMaximized = true;
    window.emit('maximize');
    await store.flush();
    expect(new WindowPlaceStore(folder, fail).read()).toEqual({ ...place, x: 300, isMaximized: true });
  });

  test.each(['', '{"x":1}', '{"x":1e9,"y":0,"width":1,"height":1,"isMaximized":false}'])(
    'is none where the file holds %j',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);
      expect(new WindowPlaceStore(folder, fail).read()).toBeUndefined();
    },
  );
});
