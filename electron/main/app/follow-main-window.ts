/** Follows the window, which is open by then: whether it is shown, and the loss of its page. */
import { app } from 'electron';
import { sendEvent } from '../ipc/router.ts';
import { allowProjectors } from '../window/projectors.ts';
import { useTheme } from '../window/window.ts';
import { followShown } from '../window/window-shown.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import { watchWindow } from '../window/window-watch.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

export interface WindowFollowers {
  /** `live` takes the loss up itself; otherwise false, and the page is loaded anew. */
  readonly onLost: () => boolean;
  /** Ends what is on air, then the app. */
  readonly end: () => void;
}

/** The page has asked for nothing that main answered. */
export function followMainWindow(
  { first: { window, windowPlace }, live, settings, log }: AppCore,
  { session, capture }: AppServices,
  slot: WindowSlot,
  { onLost, end }: WindowFollowers,
): void {
  useTheme(window, settings.get().theme);
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) capture.set(undefined);
  });
  if (live === undefined) {
    windowPlace.follow(window);
    allowProjectors(window, (text) => log.warn('security', text));
  }
  followShown(window, (isShown) => sendEvent(slot.contents(), 'window:shown', isShown));
  watchWindow({
    window,
    log: (level, text) => log.write(level, 'window', text),
    onLost: () => {
      capture.set(undefined);
      return onLost();
    },
    isOnAir: () => session.isOnAir,
    end,
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
