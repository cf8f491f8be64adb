/** The signs of this system, by Electron. */
import { app, nativeImage, Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import { texts } from '../../../shared/text/text.ts';
import type { SignedDesktop } from './desktop-signs.ts';
import { DOT_SIZE, drawLiveDot } from './live-dot.ts';

export function ownDesktop(
  platform: NodeJS.Platform,
  window: () => BrowserWindow | undefined,
): SignedDesktop {
  const own = (): BrowserWindow | undefined => {
    const found = window();
    return found?.isDestroyed() === false ? found : undefined;
  };
  /** One that is collected calls nobody back. */
  const shown = new Set<Notification>();
  return {
    isInFront: () => own()?.isFocused() === true,
    setLive: (isLive) => {
      if (platform === 'darwin') app.dock?.setBadge(isLive ? texts.main.notices.liveBadge : '');
      if (platform !== 'win32') return;
      const dot = nativeImage.createFromBitmap(drawLiveDot(), { width: DOT_SIZE, height: DOT_SIZE });
      // oxlint-disable-next-line unicorn/no-null -- Electron's way to take it off
      own()?.setOverlayIcon(isLive ? dot : null, isLive ? texts.main.notices.live : '');
    },
    callAttention: () => {
      const found = own();
      if (found === undefined) return;
      found.flashFrame(true);
      found.once('focus', () => found.flashFrame(false));
    },
    notify: ({ title, text }) => {
      if (!Notification.isSupported()) return;
      // Viewers would hear its sound.
      const notification = new Notification({ title, body: text, silent: true });
      const forget = (): void => void shown.delete(notification);
      notification.on('click', () => {
        const found = own();
        if (found?.isMinimized() === true) found.restore();
        found?.focus();
      });
      notification.on('close', forget);
      notification.on('failed', forget);
      shown.add(notification);
      notification.show();
    },
  };
}
