/** The browser pages of the studio document: each is open, paused or closed as the document says. */
import { MessageChannelMain } from 'electron';
import type { BrowserWindow, WebContents, WebFrameMain } from 'electron';
import { Emitter } from '../../../shared/emitter.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { PageState } from '../../../shared/ipc/page-state.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { pagesOf, shownSources } from '../../../shared/studio/pages/shown-sources.ts';
import type { PageAddresses } from './page-addresses.ts';
import { refuseClientCertificates } from './page-session.ts';
import { PageSource } from './page-source.ts';

const MAX_MEMORY_BYTES = 1_000_000_000;
/** A scene that gives way shows for as long as its transition. */
const HIDE_MARGIN_MS = 500;

export interface PageSourcesParts {
  readonly document: () => StudioDocument;
  readonly addresses: PageAddresses;
  readonly window: () => BrowserWindow | undefined;
  readonly contents: () => WebContents | undefined;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  onFailed(error: AppError): void;
  /** Without an address. */
  onRefused(text: string): void;
  onError(error: unknown): void;
}

export class PageSources {
  readonly onState = new Emitter<{ readonly sourceId: string; readonly state: PageState }>();
  readonly #parts: PageSourcesParts;
  readonly #sources = new Map<string, PageSource>();
  #shown: ReadonlySet<string> = new Set();
  #hideTimer: NodeJS.Timeout | undefined;
  /** Changes that aren't whole yet; the start of the app is one. */
  #openChanges = 1;

  constructor(parts: PageSourcesParts) {
    this.#parts = parts;
  }

  /** Once the app's window is there. */
  start(): void {
    refuseClientCertificates();
    this.#openChanges -= 1;
    this.follow();
  }

  /** The document and an address change together: nothing is followed before both have. */
  async change<T>(work: () => Promise<T>): Promise<T> {
    this.#openChanges += 1;
    try {
      return await work();
    } finally {
      this.#openChanges -= 1;
      this.follow();
    }
  }

  /** The document is another, or an address is. */
  follow(): void {
    if (this.#openChanges > 0) return;
    const document = this.#parts.document();
    const shown = shownSources(document);
    clearTimeout(this.#hideTimer);
    const isAnyHidden = [...this.#shown].some((id) => !shown.ids.has(id));
    if (isAnyHidden)
      this.#hideTimer = setTimeout(() => this.#show(shown.ids), shown.changeMs + HIDE_MARGIN_MS);
    this.#shown = isAnyHidden ? new Set([...this.#shown, ...shown.ids]) : shown.ids;
    this.#keep(document);
  }

  /** Gives the window's worker what the page paints from now on. @throws AppError `studio/refused` */
  connect(sourceId: string): void {
    const source = this.#find(sourceId);
    const contents = this.#parts.contents();
    if (contents === undefined) return;
    const { port1, port2 } = new MessageChannelMain();
    contents.postMessage('upcast:pagePort', sourceId, [port2]);
    source.connect(port1);
    this.onState.emit({ sourceId, state: source.state });
  }

  /** Of a page that is open. */
  frameOf(sourceId: string): WebFrameMain | undefined {
    return this.#sources.get(sourceId)?.frame;
  }

  /** @throws AppError `studio/refused` */
  reload(sourceId: string): void {
    this.#find(sourceId).reload();
  }

  /** Opens the page in a window where a person uses it. @throws AppError `studio/refused`, `source/page-failed` */
  interact(sourceId: string): void {
    this.#find(sourceId).interact(this.#parts.window());
  }

  dispose(): void {
    clearTimeout(this.#hideTimer);
    for (const source of this.#sources.values()) source.dispose();
    this.#sources.clear();
  }

  #show(ids: ReadonlySet<string>): void {
    this.#shown = ids;
    this.#keep(this.#parts.document());
  }

  #keep(document: StudioDocument): void {
    const wanted = pagesOf(document);
    for (const [id, source] of this.#sources) {
      if (wanted.some((each) => each.id === id)) continue;
      source.dispose();
      this.#sources.delete(id);
    }
    for (const { id, input } of wanted) {
      const secrets = this.#parts.addresses.get({ sourceId: id, host: input.host });
      const source = this.#sources.get(id) ?? this.#make(id);
      source.set({ input, secrets, isShown: this.#shown.has(id) });
    }
  }

  #make(sourceId: string): PageSource {
    const { now, onFailed, onRefused, onError } = this.#parts;
    const source = new PageSource({
      ...{ maxMemoryBytes: MAX_MEMORY_BYTES, now, onFailed, onRefused, onError },
      onState: (state) => this.onState.emit({ sourceId, state }),
    });
    this.#sources.set(sourceId, source);
    return source;
  }

  #find(sourceId: string): PageSource {
    const source = this.#sources.get(sourceId);
    if (source !== undefined) return source;
    const isNamed = pagesOf(this.#parts.document()).some(({ id }) => id === sourceId);
    if (!isNamed) throw withReason('studio/refused', 'sourceUnknown');
    // The window follows the document while its address is still being kept.
    return this.#make(sourceId);
  }
}
