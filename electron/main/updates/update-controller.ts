/**
 * Looks for newer versions, downloads one while nothing is on air or recorded, and installs it when the person says so. Knows no network and
 * no installer: both are behind `UpdateSource`.
 */
import { Emitter } from '../../../shared/emitter.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { mayCheck, reduceUpdate } from '../../../shared/updates/update-state.ts';
import type {
  FoundUpdate,
  UpdateChannel,
  UpdateEvent,
  UpdateState,
} from '../../../shared/updates/update-state.ts';

export interface UpdateSource {
  /** Undefined when there is no newer version. @throws AppError of the `update` area. */
  find(channel: UpdateChannel): Promise<FoundUpdate | undefined>;
  /** Downloads and verifies what was found. Rejects once `signal` is aborted. @throws AppError of the `update` area. */
  download(onPercent: (percent: number) => void, signal: AbortSignal): Promise<void>;
  /** Ends the app for the new version, which starts by itself. Everything of this one was written by then. */
  install(): void;
}

export interface UpdateControllerOptions {
  /** Undefined in a build that looks for no updates. */
  readonly source: UpdateSource | undefined;
  readonly canInstall: boolean;
  readonly channel: () => UpdateChannel;
  readonly isAutomatic: () => boolean;
  /** On air, or a recording isn't whole. */
  readonly isBusy: () => boolean;
  /** Writes what is unwritten; nothing is on air. */
  readonly prepareInstall: (update: FoundUpdate) => Promise<void>;
  readonly onFailed: (error: AppError) => void;
}

/** After the start, when the window has settled. */
const FIRST_CHECK_MS = 60_000;
const CHECK_EVERY_MS = 6 * 3_600_000;

export class UpdateController {
  readonly onChange = new Emitter<UpdateState>();
  readonly #options: UpdateControllerOptions;
  #state: UpdateState;
  #timer: NodeJS.Timeout | undefined;
  #download: AbortController | undefined;

  constructor(options: UpdateControllerOptions) {
    this.#options = options;
    this.#state = options.source === undefined ? { phase: 'off' } : { phase: 'idle', isNewest: false };
  }

  get state(): UpdateState {
    return this.#state;
  }

  /** The last run was to end for an update, and this is the version of before. */
  installFailed(): void {
    this.#apply({ type: 'failed', error: new AppError('update/not-installed').toRecord() });
  }

  /** Looks by itself from now on, where the settings say so. */
  start(): void {
    this.#checkLater(FIRST_CHECK_MS);
  }

  /** Never rejects: the state says what came of it. */
  async check(): Promise<void> {
    const { source, channel, canInstall, isBusy } = this.#options;
    if (source === undefined || !mayCheck(this.#state)) return;
    this.#apply({ type: 'checkStarted' });
    try {
      const update = await source.find(channel());
      if (update === undefined) this.#apply({ type: 'newest' });
      else this.#apply({ type: 'found', update, canInstall, isBusy: isBusy() });
    } catch (error) {
      this.#fail(error);
    }
    await this.#downloadIfDue();
  }

  /** What is on air or recorded has changed: a download makes way for a stream, and goes on behind it. */
  busyChanged(): void {
    if (this.#options.isBusy()) {
      this.#apply({ type: 'becameBusy' });
      this.#download?.abort();
    } else if (this.#state.phase === 'waiting') {
      this.#apply({ type: 'downloadStarted' });
      void this.#downloadIfDue();
    }
  }

  /** @throws AppError `studio/not-ready` while on air or recording, or when nothing is downloaded. */
  async install(): Promise<void> {
    const { source, isBusy, prepareInstall } = this.#options;
    if (this.#state.phase !== 'ready' || source === undefined)
      throw withReason('studio/not-ready', 'noUpdate');
    if (isBusy()) throw withReason('studio/not-ready', 'updateWhileLive');
    const { update } = this.#state;
    this.#apply({ type: 'installStarted' });
    try {
      await prepareInstall(update);
    } catch (error) {
      this.#fail(error);
      throw error;
    }
    source.install();
  }

  async #downloadIfDue(): Promise<void> {
    const { source } = this.#options;
    if (this.#state.phase !== 'downloading' || source === undefined) return;
    const download = new AbortController();
    this.#download = download;
    try {
      await source.download((percent) => this.#apply({ type: 'progress', percent }), download.signal);
      if (!download.signal.aborted) this.#apply({ type: 'downloaded' });
    } catch (error) {
      if (!download.signal.aborted) this.#fail(error);
    }
  }

  #checkLater(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { isAutomatic, isBusy } = this.#options;
      const isDue = isAutomatic() && !isBusy();
      void (isDue ? this.check() : Promise.resolve()).then(() => this.#checkLater(CHECK_EVERY_MS));
    }, delayMs);
  }

  #fail(cause: unknown): void {
    const error = cause instanceof AppError ? cause : toAppError(cause);
    this.#options.onFailed(error);
    this.#apply({ type: 'failed', error: error.toRecord() });
  }

  #apply(event: UpdateEvent): void {
    const next = reduceUpdate(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    this.onChange.emit(next);
  }
}
