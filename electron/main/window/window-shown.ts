/** Whether anybody can see the window. Chromium does not say so: capture goes on at full pace in a hidden window, so it takes every one for seen. */
import type { BrowserWindow } from 'electron';

export function isWindowShown(window: BrowserWindow | undefined): boolean {
  return window?.isDestroyed() === false && window.isVisible() && !window.isMinimized();
}

export function followShown(window: BrowserWindow, report: (isShown: boolean) => void): void {
  const reportNow = (): void => report(isWindowShown(window));
  window.on('show', reportNow);
  window.on('hide', reportNow);
  window.on('minimize', reportNow);
  window.on('restore', reportNow);
}
