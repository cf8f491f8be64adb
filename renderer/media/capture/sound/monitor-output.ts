/** Plays the mixer's monitor mix on the chosen speakers, while a channel is monitored or soloed. */
// oxlint-disable-next-line import/default -- the bundler makes it
import workletUrl from './monitor-worklet.ts?worker&url';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { isSameData } from '../../../../shared/is-same-data.ts';
import { ownScript } from '../own-script.ts';
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
  /** Of the mix, Hz. */
  readonly sampleRate: number;
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
    sampleRate: 48_000,
  };
  /** Grows with each wish; an older one is given up. */
  #run = 0;
  #look: ReturnType<typeof setInterval> | undefined;
  #open: PlayingContext | undefined;
  /** One after the other: a context opens its script first. */
  #opening: Promise<PlayingContext> | undefined;

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
      let context = await this.#context();
      if (context.sampleRate !== this.#wanted.sampleRate) {
        this.#close();
        context = await this.#context();
      }
      if (run !== this.#run) return undefined;
      if (context.sinkId !== sinkId) await context.setSinkId(sinkId);
      if (run !== this.#run) return undefined;
      await context.resume();
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

  async #context(): Promise<PlayingContext> {
    if (this.#open !== undefined) return this.#open;
    this.#opening ??= this.#begin().finally(() => (this.#opening = undefined));
    return await this.#opening;
  }

  async #begin(): Promise<PlayingContext> {
    const { sampleRate } = this.#wanted;
    const context = new AudioContext({ latencyHint: 'interactive', sampleRate }) as PlayingContext;
    try {
      await context.audioWorklet.addModule(String(ownScript(workletUrl)));
    } catch (error) {
      void context.close();
      throw error;
    }
    const node = new AudioWorkletNode(context, 'monitor', { numberOfInputs: 0, outputChannelCount: [2] });
    node.connect(context.destination);
    const { port1, port2 } = new MessageChannel();
    node.port.postMessage(port1, [port1]);
    this.#open = context;
    this.#parts.worker.send({ type: 'openMonitor' }, [port2]);
    if (!this.#isOn) this.#close();
    return context;
  }

  #close(): void {
    const context = this.#open;
    if (context === undefined) return;
    this.#open = undefined;
    this.#parts.worker.send({ type: 'closeMonitor' });
    void context.close();
  }
}

/** The types of a page don't know yet that a context has a device. */
type PlayingContext = AudioContext & {
  readonly sinkId: string;
  setSinkId(sinkId: string): Promise<void>;
};
