/** Plays the mixer's monitor mix on the chosen speakers, while a channel is monitored or soloed. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { isSameData } from '../../../../shared/is-same-data.ts';
import { openMadeSound } from '../track-stream.ts';
import type { CaptureWorker } from '../worker-client.ts';
import { findSpeakers } from './find-speakers.ts';
import type { CapturedOutput } from './find-speakers.ts';

/** Nothing says when another output becomes the usual one: it is asked for this often while desktop audio is captured. */
const LOOK_MS = 3000;

export interface WantedMonitor {
  /** A channel goes to the headphones, or is soloed. */
  readonly isMonitored: boolean;
  readonly isSoloed: boolean;
  /** The system's usual output when absent. */
  readonly device: { readonly deviceId: string; readonly label: string } | undefined;
  /** What the computer plays is a sound of the program: played there, the mix would come back in it. */
  readonly isComputerHeard: boolean;
}

export interface MonitorOutputParts {
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: Pick<UpcastBridge, 'invoke'>;
  /** @param error undefined once nothing is wrong. */
  onError(error: AppError | undefined): void;
}

export class MonitorOutput {
  readonly #parts: MonitorOutputParts;
  #wanted: WantedMonitor = {
    ...{ isMonitored: false, isSoloed: false, device: undefined, isComputerHeard: false },
  };
  /** Grows with each wish; an older one is given up. */
  #run = 0;
  #look: ReturnType<typeof setInterval> | undefined;
  #open: { readonly audio: HTMLAudioElement; readonly track: MediaStreamTrack } | undefined;

  constructor(parts: MonitorOutputParts) {
    this.#parts = parts;
  }

  set(change: Partial<WantedMonitor>): void {
    const wanted = { ...this.#wanted, ...change };
    if (isSameData(wanted, this.#wanted)) return;
    this.#wanted = wanted;
    clearInterval(this.#look);
    if (this.#isOn && wanted.isComputerHeard) this.#look = setInterval(() => void this.#apply(), LOOK_MS);
    void this.#apply();
  }

  /** Speakers came or went. */
  devicesChanged(): void {
    if (this.#isOn) void this.#apply();
  }

  dispose(): void {
    clearInterval(this.#look);
    this.#run += 1;
    this.#close();
  }

  get #isOn(): boolean {
    return this.#wanted.isMonitored || this.#wanted.isSoloed;
  }

  async #apply(): Promise<void> {
    const run = ++this.#run;
    const { device } = this.#wanted;
    if (!this.#isOn) {
      this.#close();
      return this.#parts.onError(undefined);
    }
    try {
      const captured = await this.#findCaptured();
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (run !== this.#run) return undefined;
      const speakers = devices.filter(({ kind }) => kind === 'audiooutput');
      const sinkId = findSpeakers(device, speakers, captured);
      const { audio } = this.#open ?? this.#begin();
      if (audio.sinkId !== sinkId) await audio.setSinkId(sinkId);
      if (run !== this.#run) return undefined;
      await audio.play();
      if (run === this.#run) this.#parts.onError(undefined);
    } catch (error) {
      if (run !== this.#run) return undefined;
      this.#close();
      this.#parts.onError(error instanceof AppError ? error : new AppError('capture/no-speakers', {}, error));
    }
    return undefined;
  }

  async #findCaptured(): Promise<CapturedOutput | undefined> {
    if (!this.#wanted.isComputerHeard) return undefined;
    const answer = await this.#parts.bridge.invoke('sound:speakers', undefined);
    return { label: answer.ok ? answer.value : undefined };
  }

  #begin(): { readonly audio: HTMLAudioElement; readonly track: MediaStreamTrack } {
    const { track, writable } = openMadeSound();
    const audio = new Audio();
    audio.srcObject = new MediaStream([track]);
    this.#open = { audio, track };
    this.#parts.worker.send({ type: 'openMonitor', writable }, [writable]);
    return this.#open;
  }

  #close(): void {
    if (this.#open === undefined) return;
    const { audio, track } = this.#open;
    this.#open = undefined;
    this.#parts.worker.send({ type: 'closeMonitor' });
    audio.pause();
    // oxlint-disable-next-line unicorn/no-null -- the DOM's word for none
    audio.srcObject = null;
    track.stop();
  }
}
