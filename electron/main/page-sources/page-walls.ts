/** Keeps a page's window on the web: no window, device, webview or other size comes of a page, and its title is never shown. */
import type { WebContents } from 'electron';
import { PageBudget } from './page-budget.ts';
import { mayNavigate } from './page-rules.ts';

export interface PageWallsParts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Without an address. */
  onRefused(text: string): void;
  /** The page makes main do more than main has time for. Maybe more than once. */
  onFlood(): void;
}

export class PageWalls {
  readonly #parts: PageWallsParts;
  readonly #budget = new PageBudget();

  /** For as long as the contents live. */
  constructor(contents: WebContents, parts: PageWallsParts) {
    this.#parts = parts;
    this.#lock(contents);
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame) this.spend(isSameDocument ? 'placeInDocument' : 'document');
    });
    contents.on('console-message', () => this.spend('consoleMessage'));
    contents.on('page-title-updated', (event) => {
      event.preventDefault();
      this.spend('title');
    });
  }

  spend(kind: Parameters<PageBudget['spend']>[0]): void {
    if (!this.#budget.spend(kind, this.#parts.now())) this.#parts.onFlood();
  }

  #lock(contents: WebContents): void {
    const refuse = (event: { preventDefault(): void }, what: string): void => {
      event.preventDefault();
      this.#parts.onRefused(what);
      this.spend('refusal');
    };
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url, true)) refuse(event, 'a navigation');
    });
    contents.on('will-frame-navigate', (event) => {
      if (!mayNavigate(event.url, event.isMainFrame)) refuse(event, 'a navigation of a frame');
    });
    contents.on('will-redirect', (event) => {
      if (!mayNavigate(event.url, event.isMainFrame)) refuse(event, 'a redirect');
    });
    contents.on('will-attach-webview', (event) => refuse(event, 'a webview'));
    contents.on('select-bluetooth-device', (event, _devices, answer) => {
      refuse(event, 'a Bluetooth device');
      answer('');
    });
    contents.on('content-bounds-updated', (event) => refuse(event, 'another size'));
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => {
      this.#parts.onRefused('a window');
      this.spend('refusal');
      return { action: 'deny' };
    });
  }
}

/** What every window with a page has, whether a person sees it or not. */
export const pagePreferences: Electron.WebPreferences = {
  ...{ sandbox: true, contextIsolation: true, webSecurity: true, webviewTag: false, plugins: false },
  ...{ nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false },
  // No box on the screen, whatever asks for one, and no look into the clipboard.
  ...{ disableDialogs: true, enableDeprecatedPaste: false },
  ...{ navigateOnDragDrop: false, devTools: false, spellcheck: false },
};
