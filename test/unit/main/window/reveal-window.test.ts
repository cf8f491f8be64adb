/** The window appears, whatever the system's way to paint it is: Wayland never paints one that isn't shown. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { revealWhenPainted } from '../../../../electron/main/window/reveal-window.ts';
import type { RevealedWindow } from '../../../../electron/main/window/reveal-window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(isDestroyed = false) {
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => isDestroyed });
  const show = vi.fn<() => void>();
  revealWhenPainted(window as unknown as RevealedWindow, show);
  return { window, webContents, show };
}

test('a window that is painted is shown, once', () => {
  const { window, webContents, show } = open();
  expect(show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  webContents.emit('did-finish-load');
  vi.runAllTimers();
  expect(show).toHaveBeenCalledTimes(1);
});

test('a window that is never painted is shown once its page has loaded', () => {
  const { webContents, show } = open();
  webContents.emit('did-finish-load');
  expect(show).toHaveBeenCalledTimes(1);
});

test('a window whose page neither paints nor loads is shown after a moment, unless it is closed by then', () => {
  const { show } = open();
  const closed = open(true);
  vi.runAllTimers();
  expect(show).toHaveBeenCalledTimes(1);
  expect(closed.show).not.toHaveBeenCalled();
});
