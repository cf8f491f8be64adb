/** A page of the studio document, kept alive: loaded, paused or closed while nothing shows it, loaded anew after a failure. */
import type { BrowserWindow, MessagePortMain, Session, WebFrameMain } from 'electron';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { PageState } from '../../../shared/ipc/page-state.ts';
import type { PageInput } from '../../../shared/studio/pages/page-input.ts';
import type { PageSecrets } from './page-addresses.ts';
import { PageFrames } from './page-frames.ts';
import { PageInteraction } from './page-interaction.ts';
import { PageRetries } from './page-retries.ts';
import { endPageSession, openPageSession } from './page-session.ts';
import { PageWindow } from './page-window.ts';
import type { PageEnd } from './page-window.ts';

/** What of a page has changed so little that it is no fault of the page's. */
const networkReasons: ReadonlySet<string> = new Set(['pageNotLoaded', 'pageAnswered']);

export interface PageSourceParts {
  readonly maxMemoryBytes: number;
  readonly now: () => number;
  onState(state: PageState): void;
  /** The page failed, in another way than before or after it had run. */
  onFailed(error: AppError): void;
  onRefused(text: string): void;
  onError(error: unknown): void;
}

interface Wanted {
  readonly input: PageInput;
  /** Undefined where the address isn't saved here. */
  readonly secrets: PageSecrets | undefined;
  readonly isShown: boolean;
}

export class PageSource {
  readonly #parts: PageSourceParts;
  readonly #frames = new PageFrames();
  readonly #retries = new PageRetries();
  #wanted: Wanted | undefined;
  #session: { readonly session: Session; readonly address: string } | undefined;
  #window: PageWindow | undefined;
  #interaction: PageInteraction | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #state: PageState = { phase: 'off' };
  /** What went wrong last. */
  #said: string | undefined;

  constructor(parts: PageSourceParts) {
    this.#parts = parts;
  }

  get state(): PageState {
    return this.#state;
  }

  /** Of the page while it is open. */
  get frame(): WebFrameMain | undefined {
    return this.#window?.frame;
  }

  /** What isn't as it was is loaded anew. */
  set(wanted: Wanted): void {
    const before = this.#wanted;
    this.#wanted = wanted;
    const isSamePage =
      before !== undefined &&
      JSON.stringify([before.input, before.secrets]) === JSON.stringify([wanted.input, wanted.secrets]);
    if (!isSamePage) return this.reload();
    if (before.isShown === wanted.isShown) return undefined;
    const isClosing = !wanted.isShown && wanted.input.whenHidden === 'close';
    if (isClosing) return this.#close();
    if (this.#window !== undefined) return this.#window.setShown(wanted.isShown);
    // A page that waits for its next attempt, or was given up, stays as it is.
    return this.#state.phase === 'off' ? this.#open() : undefined;
  }

  /** Loads the page anew, also one that was given up. */
  reload(): void {
    this.#retries.reset();
    this.#said = undefined;
    this.#close();
    this.#open();
  }

  /**
   * Opens the page in a window where a person uses it. The page is loaded anew once that window is closed.
   * @throws AppError `source/page-failed` where the address isn't saved here.
   */
  interact(parent: BrowserWindow | undefined): void {
    if (this.#interaction !== undefined) return this.#interaction.show();
    const { input, secrets } = this.#wanted ?? {};
    if (input === undefined || secrets === undefined)
      throw withReason('source/page-failed', 'pageAddressMissing');
    const { maxMemoryBytes, now, onRefused } = this.#parts;
    this.#interaction = new PageInteraction({
      ...{ session: this.#sessionFor(secrets.address), input, secrets, parent },
      ...{ maxMemoryBytes, now, onRefused },
      onEnded: (failure) => {
        this.#interaction = undefined;
        const { reason, details } = failure ?? {};
        if (reason !== undefined)
          this.#parts.onFailed(withReason('source/page-failed', reason, { host: input.host, ...details }));
        this.reload();
      },
    });
    return undefined;
  }

  connect(port: MessagePortMain): void {
    this.#frames.connect(port);
    this.#window?.repaint();
  }

  dispose(): void {
    this.#close();
    this.#frames.disconnect();
    this.#endSession();
  }

  #open(): void {
    const wanted = this.#wanted;
    if (wanted === undefined || (!wanted.isShown && wanted.input.whenHidden === 'close')) return;
    const { input, secrets, isShown } = wanted;
    const { host, width, height } = input;
    if (secrets === undefined)
      return this.#fail(withReason('source/page-failed', 'pageAddressMissing'), true);
    this.#setState({ phase: 'starting', host, width, height });
    const { maxMemoryBytes, now, onRefused } = this.#parts;
    this.#window = new PageWindow(
      {
        ...{ session: this.#sessionFor(secrets.address), settings: input, ...secrets },
        ...{ maxMemoryBytes, now, onRefused },
        onLoaded: () => this.#loaded(),
        onPaint: (changed, image) => this.#frames.paint(changed, image),
        onEnded: (end) => this.#ended(end),
      },
      isShown,
    );
  }

  #close(): void {
    clearTimeout(this.#retryTimer);
    this.#window?.dispose();
    this.#window = undefined;
    this.#setState({ phase: 'off' });
  }

  #loaded(): void {
    this.#retries.loaded();
    const { host, width, height } = this.#wanted?.input ?? {};
    this.#setState({ phase: 'running', host, width, height });
  }

  #ended({ reason, details }: PageEnd): void {
    this.#window = undefined;
    const isNetwork = networkReasons.has(reason);
    const delayMs = isNetwork ? this.#retries.loadFailed() : this.#retries.faulted(this.#parts.now());
    const host = this.#wanted?.input.host ?? '';
    const isGivenUp = delayMs === undefined;
    const more = isGivenUp ? { isGivenUp } : {};
    this.#fail(withReason('source/page-failed', reason, { host, ...details, ...more }), !isNetwork);
    if (delayMs !== undefined) this.#retryTimer = setTimeout(() => this.#open(), delayMs);
  }

  /** @param isNews told each time; what a server or a network refuses again and again is told once. */
  #fail(error: AppError, isNews: boolean): void {
    const { host, width, height } = this.#wanted?.input ?? {};
    const record = error.toRecord();
    this.#setState({ phase: 'failed', host, width, height, error: record });
    const said = JSON.stringify(record);
    if (isNews || said !== this.#said) this.#parts.onFailed(error);
    this.#said = said;
  }

  #setState(state: PageState): void {
    // While a page is tried again its failure stays on show.
    const { error } = this.#state;
    const isRetry = state.phase === 'starting' && this.#state.phase === 'failed' && error !== undefined;
    const next: PageState = isRetry ? { ...state, phase: 'failed', error } : state;
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    this.#parts.onState(next);
  }

  /** Of this address: what a page kept is no other page's. */
  #sessionFor(address: string): Session {
    if (this.#session?.address === address) return this.#session.session;
    this.#endSession();
    const { now, onRefused } = this.#parts;
    const session = openPageSession({ address, now, onRefused });
    this.#session = { session, address };
    return session;
  }

  #endSession(): void {
    this.#interaction?.dispose();
    this.#interaction = undefined;
    if (this.#session !== undefined) endPageSession(this.#session.session).catch(this.#parts.onError);
    this.#session = undefined;
  }
}
