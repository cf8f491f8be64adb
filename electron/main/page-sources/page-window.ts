/**
 * One loaded page: an offscreen window with a session, a process and walls of its own. Tells once how the page ended; what is done about
 * it is its owner's business.
 */
import { BrowserWindow } from 'electron';
import type { NativeImage, Rectangle, Session, WebContents, WebFrameMain } from 'electron';
import type { ErrorReason } from '../../../shared/errors/error-reasons.ts';
import type { ErrorDetails } from '../../../shared/errors/app-error.ts';
import type { PageSettings } from '../../../shared/studio/pages/page-input.ts';
import { PageWalls, pagePreferences } from './page-walls.ts';
import { PageWatch } from './page-watch.ts';

/** A server that says nothing for so long is tried again. */
const LOAD_TIMEOUT_MS = 30_000;
const FIRST_REFUSAL = 400;

export interface PageEnd {
  readonly reason: Extract<
    ErrorReason,
    'pageNotLoaded' | 'pageAnswered' | 'pageCrashed' | 'pageClosed' | 'pageHung' | 'pageMemory' | 'pageFlood'
  >;
  readonly details: ErrorDetails;
}

export interface PageWindowParts {
  readonly session: Session;
  readonly settings: PageSettings;
  /** A secret. */
  readonly address: string;
  readonly css: string;
  readonly maxMemoryBytes: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** The page is there and may be shown. */
  onLoaded(): void;
  /** Only while the page may be shown. */
  onPaint(changed: Rectangle, image: NativeImage): void;
  /** Once. The window is gone then. */
  onEnded(end: PageEnd): void;
  /** Without an address. */
  onRefused(text: string): void;
}

export class PageWindow {
  readonly #parts: PageWindowParts;
  readonly #window: BrowserWindow;
  readonly #contents: WebContents;
  readonly #watch: PageWatch;
  #timer: NodeJS.Timeout | undefined;
  #isShown = false;
  #isLoaded = false;
  #isEnded = false;
  /** HTTP, of the newest document. */
  #status = 0;

  constructor(parts: PageWindowParts, isShown: boolean) {
    this.#parts = parts;
    const { session, settings, maxMemoryBytes, now, onRefused } = parts;
    this.#window = new BrowserWindow(windowOptions(session, settings));
    const contents = this.#window.webContents;
    this.#contents = contents;
    contents.setAudioMuted(true);
    contents.setFrameRate(settings.fps);
    // A page may close itself: `window.close()` can't be refused.
    contents.on('destroyed', () => this.#end({ reason: 'pageClosed', details: {} }));
    new PageWalls(contents, {
      ...{ now, onRefused },
      onFlood: () => this.#end({ reason: 'pageFlood', details: {} }),
    });
    this.#follow(contents);
    contents.on('paint', (_event, changed, image) => {
      if (this.#isLoaded && this.#isShown) parts.onPaint(changed, image);
    });
    this.#watch = new PageWatch({
      contents,
      maxMemoryBytes,
      now,
      onUnloaded: (cause) => this.#endUnloaded(cause),
      onHung: () => this.#end({ reason: 'pageHung', details: {} }),
      onMemory: (megabytes) => this.#end({ reason: 'pageMemory', details: { megabytes } }),
    });
    this.setShown(isShown);
    this.#load();
  }

  /** Undefined once the page has ended. */
  get frame(): WebFrameMain | undefined {
    return this.#isEnded ? undefined : this.#contents.mainFrame;
  }

  /** A page that isn't shown isn't painted. */
  setShown(isShown: boolean): void {
    if (this.#isEnded) return;
    this.#isShown = isShown;
    if (isShown) {
      this.#contents.startPainting();
      this.#contents.invalidate();
    } else this.#contents.stopPainting();
  }

  /** Paints the whole page once more. */
  repaint(): void {
    if (!this.#isEnded && this.#isShown) this.#contents.invalidate();
  }

  dispose(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#timer);
    this.#watch.end(this.#window);
  }

  #load(): void {
    const { address } = this.#parts;
    this.#timer = setTimeout(() => this.#endUnloaded('ERR_TIMED_OUT'), LOAD_TIMEOUT_MS);
    // What goes wrong comes as an event; the rejection would carry the address.
    this.#contents.loadURL(address).catch(() => undefined);
  }

  #end(end: PageEnd): void {
    if (this.#isEnded) return;
    this.dispose();
    this.#parts.onEnded(end);
  }

  #endUnloaded(cause: string): void {
    this.#end({ reason: 'pageNotLoaded', details: { cause } });
  }

  #follow(contents: WebContents): void {
    contents.on('did-navigate', (_event, _url, status) => {
      this.#status = status;
      this.#isLoaded = false;
    });
    contents.on('dom-ready', () => {
      if (this.#status >= FIRST_REFUSAL)
        return this.#end({ reason: 'pageAnswered', details: { status: this.#status } });
      return void this.#show(contents);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      const megabytes = Math.round(this.#parts.maxMemoryBytes / 1_000_000);
      this.#end(
        reason === 'oom'
          ? { reason: 'pageMemory', details: { megabytes } }
          : { reason: 'pageCrashed', details: {} },
      );
    });
  }

  async #show(contents: WebContents): Promise<void> {
    const { css } = this.#parts;
    if (css !== '') await contents.insertCSS(css).catch(() => undefined);
    if (this.#isEnded) return;
    clearTimeout(this.#timer);
    const isFirst = !this.#isLoaded;
    this.#isLoaded = true;
    if (isFirst) this.#parts.onLoaded();
    this.repaint();
  }
}

function windowOptions(
  session: Session,
  { width, height }: PageSettings,
): Electron.BrowserWindowConstructorOptions {
  return {
    ...{ width, height, useContentSize: true, show: false, frame: false, skipTaskbar: true },
    ...{ focusable: false, enableLargerThanScreen: true, paintWhenInitiallyHidden: true },
    // Where the page is clear, so is the source.
    ...{ transparent: true, backgroundColor: '#00000000' },
    webPreferences: { ...pagePreferences, session, offscreen: true, backgroundThrottling: false },
  };
}
