/**
 * Our window stays on our page: no navigation, no new windows, no webviews, nothing opened in the browser. Browser pages that are
 * sources have walls of their own (page-sources/page-window.ts), and so has the guide.
 */
import { app } from 'electron';
import type { WebContents } from 'electron';
import { isFrameOrigin, isOwnOrigin } from './permissions.ts';

export function lockNavigation(
  hasOwnWalls: (contents: WebContents) => boolean,
  onRefused: (text: string) => void,
): void {
  app.on('web-contents-created', (_event, contents) => {
    if (hasOwnWalls(contents)) return;
    contents.on('will-navigate', (event) => {
      if (isOwnOrigin(event.url) && event.url === contents.getURL()) return;
      event.preventDefault();
      onRefused(`navigation to ${event.url}`);
    });
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || isFrameOrigin(event.url)) return;
      event.preventDefault();
      onRefused(`navigation of a frame to ${event.url}`);
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
      onRefused(`redirect to ${event.url}`);
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      onRefused('a webview');
    });
    contents.setWindowOpenHandler(({ url }) => {
      onRefused(`a window for ${url}`);
      return { action: 'deny' };
    });
  });
}
