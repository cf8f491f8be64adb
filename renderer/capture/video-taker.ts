/** Takes the chosen picture source and keeps the store's `video` true to it, through loss and return of a device. */
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../shared/ipc/contract.ts';
import type { SourceChoice } from '../../shared/studio/inputs.ts';
import { lostSource } from './capture-errors.ts';
import type { CaptureStore } from './capture-state.ts';
import { openVideo } from './open-video.ts';
import type { OpenVideo } from './open-video.ts';
import type { PreviewSurface } from './preview-surface.ts';
import { openTrackFrames } from './track-stream.ts';
import { warn } from './warn.ts';
import type { CaptureWorker } from './worker-client.ts';
import type { FromCaptureWorker, ProgramFormat } from './worker-messages.ts';

export interface VideoTakerParts {
  readonly store: CaptureStore;
  readonly worker: CaptureWorker;
  readonly bridge: UpcastBridge;
  readonly preview: PreviewSurface;
  program(): ProgramFormat;
  /** The test picture, which brings a sound of its own, is the source now. */
  onPatternChosen(): void;
}

export class VideoTaker {
  readonly #parts: VideoTakerParts;
  /** Grows with every start; what belongs to an older one is ignored. */
  #sourceId = 0;
  #open: OpenVideo | undefined;

  constructor(parts: VideoTakerParts) {
    this.#parts = parts;
  }

  async set(choice: SourceChoice): Promise<void> {
    const { store, worker, preview } = this.#parts;
    const sourceId = ++this.#sourceId;
    this.#close();
    store.setState({ source: choice, video: { phase: choice.type === 'none' ? 'off' : 'starting' } });
    if (choice.type === 'none') return;
    if (choice.type === 'pattern') {
      const { width, height, fps } = this.#parts.program();
      store.setState({ video: { phase: 'starting', label: 'Test picture', fps } });
      worker.send({ type: 'takePattern', sourceId });
      preview.setContent({ type: 'pattern', width, height });
      this.#parts.onPatternChosen();
      return;
    }
    try {
      const open = await openVideo(choice, this.#parts.program(), this.#parts.bridge);
      if (sourceId !== this.#sourceId) return open.close();
      this.#take(open, sourceId);
    } catch (error) {
      if (sourceId === this.#sourceId) this.#fail(toAppError(error));
    }
  }

  async restart(): Promise<void> {
    const { source } = this.#parts.store.getState();
    if (source.type === 'camera' || source.type === 'screen') await this.set(source);
    else if (source.type === 'pattern') {
      const { width, height } = this.#parts.program();
      this.#parts.preview.setContent({ type: 'pattern', width, height });
    }
  }

  async retryIfFailed(): Promise<void> {
    const { source, video } = this.#parts.store.getState();
    if (source.type === 'camera' && video.phase === 'failed') await this.set(source);
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
      this.#fail(lostSource(video.label ?? 'The source'));
    }
  }

  dispose(): void {
    this.#sourceId++;
    this.#close();
  }

  #take(open: OpenVideo, sourceId: number): void {
    const { store, worker, preview } = this.#parts;
    this.#open = open;
    const { frameRate } = open.track.getSettings();
    store.setState({
      video: { phase: 'starting', label: open.label, ...(frameRate === undefined ? {} : { fps: frameRate }) },
    });
    open.track.addEventListener('ended', () => {
      if (sourceId === this.#sourceId) this.#fail(lostSource(open.label));
    });
    const readable = openTrackFrames(open.track);
    worker.send({ type: 'takeFrames', sourceId, readable, pacing: open.pacing }, [readable]);
    preview.setContent({ type: 'stream', stream: open.stream });
  }

  #fail(error: AppError): void {
    this.#sourceId++;
    const { label } = this.#parts.store.getState().video;
    this.#close('holdVideo');
    const named = label === undefined ? {} : { label };
    this.#parts.store.setState({ video: { phase: 'failed', ...named, error: error.toRecord() } });
    warn(this.#parts.bridge, error);
  }

  #close(command: 'endVideo' | 'holdVideo' = 'endVideo'): void {
    this.#parts.worker.send({ type: command });
    this.#parts.preview.setContent({ type: 'nothing' });
    this.#open?.close();
    this.#open = undefined;
  }
}
