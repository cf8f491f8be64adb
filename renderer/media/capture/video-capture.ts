/** Takes the chosen picture source and keeps the store's `video` true to it, through loss and return of a device. */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { SourceChoice } from '../../../shared/studio/inputs.ts';
import { lostScreen, lostSource } from './capture-errors.ts';
import type { CaptureStore } from './capture-state.ts';
import { openVideo } from './open-video.ts';
import type { OpenVideo } from './open-video.ts';
import { openTrackFrames } from './track-stream.ts';
import { warn } from './warn.ts';
import type { CaptureWorker } from './worker-client.ts';
import type { FromCaptureWorker, ProgramFormat } from './worker-messages.ts';
import { texts } from '../../../shared/text/text.ts';

/** A window that was closed is looked for this often. */
const RETRY_MS = 1000;
const watchedFor: ReadonlySet<string> = new Set(['capture/window-closed', 'capture/no-screen']);

export interface VideoCaptureParts {
  readonly store: CaptureStore;
  readonly worker: CaptureWorker;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
  /** The test picture, which brings a sound of its own, is the source now. */
  onPatternChosen(): void;
}

export class VideoCapture {
  readonly #parts: VideoCaptureParts;
  /** Grows with every start; what belongs to an older one is ignored. */
  #sourceId = 0;
  #open: OpenVideo | undefined;
  /** The choice whose window or screen ended by itself, until the choice is shown again or another is made. */
  #lost: SourceChoice | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: VideoCaptureParts) {
    this.#parts = parts;
  }

  async set(choice: SourceChoice): Promise<void> {
    const { store, worker } = this.#parts;
    const sourceId = ++this.#sourceId;
    clearTimeout(this.#retryTimer);
    if (this.#lost !== choice) this.#lost = undefined;
    this.#close();
    store.setState({ source: choice, video: { phase: choice.type === 'none' ? 'off' : 'starting' } });
    if (choice.type === 'none') return;
    if (choice.type === 'pattern') {
      const { fps } = this.#parts.program();
      store.setState({ video: { phase: 'starting', label: texts.capture.testPattern, fps } });
      worker.send({ type: 'takePattern', sourceId });
      this.#parts.onPatternChosen();
      return;
    }
    try {
      const wasLost = this.#lost !== undefined;
      const open = await openVideo(choice, this.#parts.program(), this.#parts.bridge, wasLost);
      if (sourceId !== this.#sourceId) return open.close();
      this.#begin(open, sourceId);
    } catch (error) {
      if (sourceId === this.#sourceId) this.#fail(toAppError(error));
    }
  }

  async restart(): Promise<void> {
    const { source } = this.#parts.store.getState();
    if (source.type === 'camera' || source.type === 'screen') await this.set(source);
  }

  async retryIfFailed(): Promise<void> {
    const { source, video } = this.#parts.store.getState();
    if (source.type === 'camera' && video.phase === 'failed') await this.#tryAgain();
  }

  onWorkerEvent(
    event: Extract<FromCaptureWorker, { type: 'videoSize' | 'videoEnded' | 'videoFailed' }>,
  ): void {
    if (event.sourceId !== this.#sourceId) return;
    const { store } = this.#parts;
    const { video } = store.getState();
    if (event.type === 'videoSize') {
      const { width, height } = event;
      store.setState({ video: { ...video, phase: 'running', width, height } });
    } else if (event.type === 'videoFailed') {
      this.#fail(new AppError('capture/failed', { message: event.message }));
    } else {
      this.#lose(video.label);
    }
  }

  dispose(): void {
    this.#sourceId += 1;
    clearTimeout(this.#retryTimer);
    this.#close();
  }

  #begin(open: OpenVideo, sourceId: number): void {
    const { store, worker } = this.#parts;
    this.#open = open;
    this.#lost = undefined;
    const { frameRate } = open.track.getSettings();
    store.setState({
      source: open.choice,
      video: { phase: 'starting', label: open.label, ...(frameRate === undefined ? {} : { fps: frameRate }) },
    });
    open.track.addEventListener('ended', () => {
      if (sourceId === this.#sourceId) this.#lose(open.label);
    });
    const readable = openTrackFrames(open.track);
    worker.send({ type: 'takeFrames', sourceId, readable, pacing: open.pacing }, [readable]);
  }

  #lose(label: string | undefined): void {
    const { source } = this.#parts.store.getState();
    if (source.type === 'screen') this.#lost = source;
    this.#fail(
      source.type === 'screen'
        ? lostScreen(label ?? texts.capture.screen, source.sourceId)
        : lostSource(label),
    );
  }

  #fail(error: AppError): void {
    this.#sourceId += 1;
    const { label } = this.#parts.store.getState().video;
    this.#close('holdVideo');
    this.#showFailure(error, label);
    warn(this.#parts.bridge, error);
  }

  #showFailure(error: AppError, label: string | undefined): void {
    const named = label === undefined ? {} : { label };
    const { store } = this.#parts;
    store.setState({ video: { phase: 'failed', ...named, error: error.toRecord() } });
    const isWatched = store.getState().source.type === 'screen' && watchedFor.has(error.code);
    if (isWatched) this.#retryTimer = setTimeout(() => void this.#tryAgain(), RETRY_MS);
  }

  /** Quietly: whatever is still as it was is not said again. */
  async #tryAgain(): Promise<void> {
    const { source, video } = this.#parts.store.getState();
    const sourceId = this.#sourceId;
    if (source.type !== 'camera' && source.type !== 'screen') return;
    try {
      const wasLost = this.#lost !== undefined;
      const open = await openVideo(source, this.#parts.program(), this.#parts.bridge, wasLost);
      if (sourceId !== this.#sourceId) return open.close();
      this.#parts.worker.send({ type: 'endVideo' });
      this.#begin(open, ++this.#sourceId);
    } catch (cause) {
      if (sourceId !== this.#sourceId) return;
      const error = toAppError(cause);
      this.#showFailure(error, video.label);
      if (error.code !== video.error?.code) warn(this.#parts.bridge, error);
    }
  }

  #close(command: 'endVideo' | 'holdVideo' = 'endVideo'): void {
    this.#parts.worker.send({ type: command });
    this.#open?.close();
    this.#open = undefined;
  }
}
