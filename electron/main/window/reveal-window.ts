/** When the window is shown for the first time: once it is painted, so that it doesn't flash. */
import type { BrowserWindow } from 'electron';

/** A page that neither paints nor loads says more on the screen than off it. */
const PATIENCE_MS = 1500;

export interface RevealedWindow {
  readonly once: BrowserWindow['once'];
  readonly isDestroyed: () => boolean;
  readonly webContents: Pick<BrowserWindow['webContents'], 'once'>;
}

/** Wayland paints no window that isn't shown, so there the page has only loaded. @param show is called once. */
export function revealWhenPainted(window: RevealedWindow, show: () => void): void {
  let isShown = false;
  const reveal = (): void => {
    clearTimeout(timer);
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    show();
  };
  const timer = setTimeout(reveal, PATIENCE_MS);
  window.once('ready-to-show', reveal);
  window.webContents.once('did-finish-load', reveal);
}
