/** Opens one source of pictures in the worker and keeps its state true, through loss and return of a device. */
import { isSameData } from '../../../shared/is-same-data.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { isSameDevice } from '../../../shared/studio/inputs.ts';
import type { SourceChoice } from '../../../shared/studio/inputs.ts';
import type { Region } from '../../../shared/studio/captured/region-schema.ts';
import { lostScreen, lostSource, mutedDevice } from './capture-errors.ts';
import type { VideoCaptureState, VideoSourceState } from './capture-state.ts';
import { followMute } from './follow-mute.ts';
import { openVideo } from './open-video.ts';
import type { OpenVideo, VideoChoice } from './open-video.ts';
import { captureNow, openTrackFrames } from './track-stream.ts';
import { warn } from './warn.ts';
import type { CaptureWorker } from './worker-client.ts';
import type { ProgramFormat, VideoEvent } from '../worker/worker-messages.ts';
import { texts } from '../../../shared/text/text.ts';

/** A window that was closed is looked for this often. */
const RETRY_MS = 1000;
const watchedFor: ReadonlySet<string> = new Set(['capture/window-closed', 'capture/no-screen']);

export interface VideoCaptureParts {
  /** Of the source, in the studio document. */
  readonly sourceId: string;
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
  onState(state: VideoSourceState): void;
}

export class VideoCapture {
  readonly #parts: VideoCaptureParts;
  /** Grows with every start; what belongs to an older one is ignored. */
  #run = 0;
  #choice: SourceChoice = { type: 'none' };
  #state: VideoCaptureState = { phase: 'off' };
  #open: OpenVideo | undefined;
  /** The newest one. */
  #opening: { readonly choice: VideoChoice; readonly done: Promise<unknown> } | undefined;
  /** The choice whose window or screen ended by itself, until the choice is shown again or another is made. */
  #lost: SourceChoice | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** The devices are others than those that the camera was looked for among. */
  #hasOtherDevices = false;

  constructor(parts: VideoCaptureParts) {
    this.#parts = parts;
  }

  get choice(): SourceChoice {
    return this.#choice;
  }

  /** Of the device itself. */
  get stream(): MediaStream | undefined {
    return this.#open?.stream;
  }

  async set(choice: SourceChoice): Promise<void> {
    const { worker, sourceId } = this.#parts;
    if (this.#moveRegion(choice)) return;
    const run = ++this.#run;
    clearTimeout(this.#retryTimer);
    this.#hasOtherDevices = false;
    if (this.#lost !== choice) this.#lost = undefined;
    // The same device in another size: viewers see the last picture meanwhile.
    this.#close(isSameDevice(choice, this.#choice) ? 'holdVideo' : 'closeVideo');
    this.#choice = choice;
    this.#show({ phase: choice.type === 'none' ? 'off' : 'starting' });
    if (choice.type === 'none') return;
    if (choice.type === 'pattern') {
      const { fps } = this.#parts.program();
      this.#show({ phase: 'starting', label: texts.capture.testPattern, fps });
      worker.send({ type: 'openPattern', sourceId, run });
      return;
    }
    try {
      const open = await this.#openInTurn(choice, run);
      if (open !== undefined) this.#begin(open, run);
    } catch (error) {
      if (run !== this.#run) return;
      if (choice.type === 'camera' && this.#hasOtherDevices) await this.#tryAgain();
      else this.#fail(toAppError(error));
    }
  }

  async restart(): Promise<void> {
    const choice = this.#choice;
    if (choice.type === 'camera' || choice.type === 'screen') await this.set(choice);
  }

  /** The devices are others now. A camera that is being opened may have been looked for before. */
  async retryIfFailed(): Promise<void> {
    this.#hasOtherDevices = true;
    if (this.#choice.type === 'camera' && this.#state.phase === 'failed') await this.#tryAgain();
  }

  onWorkerEvent(event: VideoEvent): void {
    if (event.run !== this.#run) return;
    if (event.type === 'videoSize') {
      const { width, height, whole } = event;
      this.#show({ ...this.#state, phase: 'running', width, height, ...(whole && { whole }) });
    } else if (event.type === 'videoStalled') {
      void this.#reopen();
    } else if (event.type === 'videoFrameWanted') {
      if (this.#open !== undefined) captureNow(this.#open.track);
    } else if (event.type === 'videoFailed') {
      this.#fail(new AppError('capture/failed', { message: event.message }));
    } else {
      this.#lose(this.#state.label);
    }
  }

  dispose(): void {
    this.#run += 1;
    clearTimeout(this.#retryTimer);
    this.#close();
  }

  /** Another part of a screen that is open shows at once. */
  #moveRegion(choice: SourceChoice): boolean {
    const region = regionOf(choice);
    const before = regionOf(this.#choice);
    if (this.#open === undefined || region === undefined || before === undefined) return false;
    if (isSameData(region, before) || !isSameDevice(choice, this.#choice)) return false;
    this.#choice = choice;
    this.#parts.worker.send({ type: 'setRegion', sourceId: this.#parts.sourceId, region });
    this.#show(this.#state);
    return true;
  }

  #show(state: VideoCaptureState): void {
    this.#state = state;
    this.#parts.onState({ choice: this.#choice, ...state });
  }

  /**
   * Undefined once another start came. A device that is being opened is waited for, and closed: opened twice, a camera gives its second
   * track the size of the first.
   */
  async #openInTurn(choice: VideoChoice, run: number): Promise<OpenVideo | undefined> {
    const before = this.#opening;
    const wasLost = this.#lost !== undefined;
    const open = async (): Promise<OpenVideo | undefined> => {
      if (before !== undefined && isSameDevice(before.choice, choice))
        await before.done.catch(() => undefined);
      if (run !== this.#run) return undefined;
      const opened = await openVideo(choice, this.#parts.program(), this.#parts.bridge, wasLost);
      if (run === this.#run) return opened;
      opened.close();
      return undefined;
    };
    const done = open();
    this.#opening = { choice, done };
    return await done;
  }

  #begin(open: OpenVideo, run: number): void {
    const { worker, sourceId } = this.#parts;
    this.#open = open;
    this.#lost = undefined;
    this.#choice = open.choice;
    const { frameRate, deviceId } = open.track.getSettings();
    const fps = frameRate === undefined ? {} : { fps: frameRate };
    const limits = open.limits === undefined ? {} : { limits: open.limits };
    const device = open.choice.type === 'camera' && deviceId !== undefined ? { deviceId } : {};
    this.#show({ phase: 'starting', label: open.label, ...fps, ...limits, ...device });
    open.track.addEventListener('ended', () => {
      if (run === this.#run) this.#lose(open.label);
    });
    // A screen on which nothing changes gives nothing either.
    if (open.choice.type === 'camera')
      followMute(open.track, (isMuted) => {
        if (run === this.#run) this.#showMuted(isMuted, open.label);
      });
    const readable = openTrackFrames(open.track);
    const { pacing } = open;
    const region = regionOf(open.choice);
    worker.send({ type: 'openTrack', sourceId, run, readable, pacing, ...(region && { region }) }, [
      readable,
    ]);
  }

  #showMuted(isMuted: boolean, label: string): void {
    const { error: _before, ...state } = this.#state;
    if (!isMuted) return this.#show(state);
    const error = mutedDevice(label, 'camera');
    this.#show({ ...state, error: error.toRecord() });
    warn(this.#parts.bridge, error);
  }

  #lose(label: string | undefined): void {
    const choice = this.#choice;
    if (choice.type === 'screen') this.#lost = choice;
    this.#fail(
      choice.type === 'screen'
        ? lostScreen(label ?? texts.capture.screen, choice.sourceId)
        : lostSource(label),
    );
  }

  #fail(error: AppError): void {
    this.#run += 1;
    const { label } = this.#state;
    this.#close('holdVideo');
    this.#showFailure(error, label);
    warn(this.#parts.bridge, error);
  }

  #showFailure(error: AppError, label: string | undefined): void {
    const named = label === undefined ? {} : { label };
    this.#show({ phase: 'failed', ...named, error: error.toRecord() });
    const isWatched = this.#choice.type === 'screen' && watchedFor.has(error.code);
    if (isWatched) this.#retryTimer = setTimeout(() => void this.#tryAgain(), RETRY_MS);
  }

  /** A camera that stands still runs again once it was closed and opened. One that the system has muted gives nothing either way. */
  async #reopen(): Promise<void> {
    if (this.#open === undefined || this.#open.track.muted) return;
    this.#run += 1;
    this.#close('holdVideo');
    await this.#tryAgain();
  }

  /** Quietly: whatever is still as it was is not said again. */
  async #tryAgain(): Promise<void> {
    const choice = this.#choice;
    const state = this.#state;
    const run = this.#run;
    if (choice.type !== 'camera' && choice.type !== 'screen') return;
    this.#hasOtherDevices = false;
    try {
      const open = await this.#openInTurn(choice, run);
      if (open !== undefined) this.#begin(open, ++this.#run);
    } catch (cause) {
      if (run !== this.#run) return;
      if (choice.type === 'camera' && this.#hasOtherDevices) return await this.#tryAgain();
      const error = toAppError(cause);
      this.#showFailure(error, state.label);
      if (error.code !== state.error?.code) warn(this.#parts.bridge, error);
    }
  }

  #close(command: 'closeVideo' | 'holdVideo' = 'closeVideo'): void {
    this.#parts.worker.send({ type: command, sourceId: this.#parts.sourceId });
    this.#open?.close();
    this.#open = undefined;
  }
}

function regionOf(choice: SourceChoice): Region | undefined {
  return choice.type === 'screen' ? choice.region : undefined;
}
