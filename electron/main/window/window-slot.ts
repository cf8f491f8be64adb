/** The place of the one window: services are made beside it, and some outlive it. */
import type { BrowserWindow, WebContents } from 'electron';

export class WindowSlot {
  /** One that was closed stays here, destroyed. */
  readonly window: BrowserWindow;

  constructor(window: BrowserWindow) {
    this.window = window;
  }

  /** Undefined while there is no window, or none any more. */
  readonly contents = (): WebContents | undefined =>
    this.window.isDestroyed() ? undefined : this.window.webContents;
}
