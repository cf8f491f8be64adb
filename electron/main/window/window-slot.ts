/** The place of the one window: services are made before it opens, and some outlive it. */
import type { BrowserWindow, WebContents } from 'electron';

export class WindowSlot {
  /** Undefined until it is open; one that was closed stays here, destroyed. */
  window: BrowserWindow | undefined;

  /** Undefined while there is no window, or none any more. */
  readonly contents = (): WebContents | undefined =>
    this.window?.isDestroyed() === false ? this.window.webContents : undefined;
}
