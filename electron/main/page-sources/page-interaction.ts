/**
 * A page in a window where a person clicks and types. The window has the session of the source: what the person accepts or signs in to
 * there, the source has too once it is loaded again. The window says the page's host, never its address.
 */
import { BrowserWindow } from 'electron';
import type { Session } from 'electron';
import { texts } from '../../../shared/text/text.ts';
import type { PageInput } from '../../../shared/studio/pages/page-input.ts';
import type { PageSecrets } from './page-addresses.ts';
import { PageWalls, pagePreferences } from './page-walls.ts';
import { PageWatch } from './page-watch.ts';
import type { PageEnd } from './page-window.ts';

/** Pixels each way. */
const MIN_SIDE = 320;
const MAX_WIDTH = 1600;
const MAX_HEIGHT = 900;

export interface PageInteractionParts {
  readonly session: Session;
  readonly input: PageInput;
  readonly secrets: PageSecrets;
  readonly maxMemoryBytes: number;
  /** The window stays over this one. */
  readonly parent: BrowserWindow | undefined;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Once: a person closed the window, or the page failed. The window is gone then. */
  onEnded(failure: PageEnd | undefined): void;
  /** Without an address. */
  onRefused(text: string): void;
}

export class PageInteraction {
  readonly #parts: PageInteractionParts;
  readonly #window: BrowserWindow;
  readonly #watch: PageWatch;
  #isEnded = false;

  constructor(parts: PageInteractionParts) {
    this.#parts = parts;
    const { session, input, secrets, parent, now, maxMemoryBytes, onRefused } = parts;
    this.#window = new BrowserWindow({
      width: Math.min(MAX_WIDTH, Math.max(MIN_SIDE, input.width)),
      height: Math.min(MAX_HEIGHT, Math.max(MIN_SIDE, input.height)),
      ...{ useContentSize: true, fullscreenable: false, autoHideMenuBar: true, backgroundColor: '#ffffff' },
      title: texts.pages.windowTitle(input.host),
      ...(parent && { parent }),
      webPreferences: { ...pagePreferences, session },
    });
    this.#window.removeMenu();
    const contents = this.#window.webContents;
    contents.setAudioMuted(true);
    // A page that hangs doesn't keep its window open.
    this.#window.on('close', (event) => {
      event.preventDefault();
      this.#end(undefined);
    });
    // With the app's window, or by the page itself.
    contents.on('destroyed', () => this.#end(undefined));
    const fail = (reason: PageEnd['reason'], details: PageEnd['details'] = {}): void =>
      this.#end({ reason, details });
    new PageWalls(contents, { now, onRefused, onFlood: () => fail('pageFlood') });
    this.#watch = new PageWatch({
      ...{ contents, maxMemoryBytes, now },
      onUnloaded: (cause) => fail('pageNotLoaded', { cause }),
      onHung: () => fail('pageHung'),
      onMemory: (megabytes) => fail('pageMemory', { megabytes }),
    });
    contents.on('render-process-gone', () => fail('pageCrashed'));
    contents.on('dom-ready', () => {
      if (secrets.css !== '') contents.insertCSS(secrets.css).catch(() => undefined);
    });
    // What goes wrong comes as an event; the rejection would carry the address.
    contents.loadURL(secrets.address).catch(() => undefined);
  }

  show(): void {
    this.#window.show();
  }

  /** Without a word to the owner. */
  dispose(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#watch.end(this.#window);
  }

  #end(failure: PageEnd | undefined): void {
    if (this.#isEnded) return;
    this.dispose();
    this.#parts.onEnded(failure);
  }
}
