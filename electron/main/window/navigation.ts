/** Our window stays on our page: no navigation, no new windows, no webviews, nothing opened in the browser. */
import { app } from 'electron';
import { isFrameOrigin, isOwnOrigin } from './permissions.ts';

export function lockNavigation(onRefused: (text: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
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
