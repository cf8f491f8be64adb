/** Opens the window and follows it: whether it is shown, and the loss of its page. */
import { app, screen } from 'electron';
import type { BrowserWindow } from 'electron';
import { placeWindow } from '../desktop/window-place.ts';
import type { WorkArea } from '../desktop/window-place.ts';
import { sendEvent } from '../ipc/router.ts';
import { paths } from '../process/paths.ts';
import { allowProjectors } from '../window/projectors.ts';
import { openWindow } from '../window/window.ts';
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

/** The page isn't loaded yet. */
export function openMainWindow(
  { environment, live, settings, log }: AppCore,
  { session, capture, windowPlace }: AppServices,
  slot: WindowSlot,
  { onLost, end }: WindowFollowers,
): BrowserWindow {
  const window = openWindow({
    preloadPath: paths.preload,
    theme: settings.get().theme,
    isHidden: live !== undefined,
    mayOpenDevTools: environment.mayOpenDevTools,
    place: placeWindow(live === undefined ? windowPlace.read() : undefined, listWorkAreas()),
  });
  slot.window = window;
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
  return window;
}

function listWorkAreas(): readonly WorkArea[] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map(({ id, workArea }) => ({ ...workArea, isPrimary: id === primary }));
}
