/** The channels of the studio document, each with a capture of its own for its sound. */
import { isSameData } from '../../../../shared/is-same-data.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { isSameInput } from '../../../../shared/studio/inputs.ts';
import type { AudioChoice } from '../../../../shared/studio/inputs.ts';
import type { ChannelFault } from '../../../../shared/sound/channel-fault.ts';
import type { ProgramFormat, SoundEvent } from '../../worker/worker-messages.ts';
import type { ChannelState, CaptureStore } from '../capture-state.ts';
import { listMicrophones } from '../devices.ts';
import type { CaptureWorker } from '../worker-client.ts';
import { warn } from '../warn.ts';
import { AudioCapture } from './audio-capture.ts';
import { toAudioChoice } from './sound-choice.ts';
import type { SoundChoice } from './sound-choice.ts';

/** The devices are looked at this often; each look costs Chromium a listing of all of them. */
const WATCH_MS = 2000;
const FIRST_RESTART_MS = 2000;
const MAX_RESTART_MS = 30_000;

export interface WantedSound {
  readonly channelId: string;
  readonly choice: SoundChoice;
}

/** What capture does of the document's channels. */
export interface SoundView {
  /** Open, whether they are heard or not, so that a scene with them sounds at once. */
  readonly sounds: readonly WantedSound[];
  /** The channel that the window's list of audio sources shows. */
  readonly mainId: string;
}

export interface SoundSourcesParts {
  readonly store: CaptureStore;
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
}

export class SoundSources {
  readonly #parts: SoundSourcesParts;
  readonly #captures = new Map<string, AudioCapture>();
  readonly #faults = new Map<string, ChannelFault>();
  #mainId: string | undefined;
  #watchTimer: ReturnType<typeof setTimeout> | undefined;
  #isLooking = false;
  #nextRestartMs = 0;
  #restartDelayMs = FIRST_RESTART_MS;

  constructor(parts: SoundSourcesParts) {
    this.#parts = parts;
  }

  /** Opens, changes and closes sounds until these are there. What is as wanted stays open. Never rejects. @returns whether a device was opened. */
  async show({ sounds, mainId }: SoundView): Promise<boolean> {
    this.#mainId = mainId;
    const ids = new Set(sounds.map(({ channelId }) => channelId));
    for (const id of this.#captures.keys()) if (!ids.has(id)) this.#close(id);
    const changed = sounds.filter(({ channelId, choice }) => {
      const capture = this.#captures.get(channelId);
      return capture === undefined || !isSameChoice(capture.choice, choice);
    });
    this.#publish();
    await Promise.all(changed.map(({ channelId, choice }) => this.#open(channelId, choice)));
    return changed.some(({ choice }) => choice.type === 'microphone');
  }

  /** Opens the main channel's sound, also when the choice stays the same. What a video source brings comes by the document. */
  async set(choice: AudioChoice): Promise<void> {
    if (this.#mainId !== undefined && choice.type !== 'source') await this.#open(this.#mainId, choice);
  }

  /** The program's format has changed. */
  async restart(): Promise<void> {
    await Promise.all([...this.#captures.values()].map((capture) => capture.restart()));
  }

  /** Devices came or went. */
  async retryFailed(): Promise<void> {
    await this.#look();
  }

  onWorkerEvent(event: SoundEvent): void {
    this.#captures.get(event.channelId)?.onWorkerEvent(event);
    if (event.type === 'soundStarted') this.#restartDelayMs = FIRST_RESTART_MS;
  }

  onFaults(channelId: string, [fault]: readonly ChannelFault[]): void {
    if (fault === undefined) this.#faults.delete(channelId);
    else this.#faults.set(channelId, fault);
    const { channels } = this.#parts.store.getState();
    this.#keep(channelId, channels[channelId]);
  }

  dispose(): void {
    clearTimeout(this.#watchTimer);
    for (const capture of this.#captures.values()) capture.dispose();
    this.#captures.clear();
  }

  async #open(channelId: string, choice: SoundChoice): Promise<void> {
    const { worker, bridge, program } = this.#parts;
    const onState = (state: ChannelState): void => this.#keep(channelId, state);
    const hasOtherSounds = (): boolean =>
      [...this.#captures].some(([id, each]) => id !== channelId && each.choice.type !== 'none');
    const capture =
      this.#captures.get(channelId) ??
      new AudioCapture({ channelId, worker, bridge, program, onState, hasOtherSounds });
    this.#captures.set(channelId, capture);
    try {
      await capture.set(choice);
    } catch (cause) {
      // What opening a device did not expect.
      const error = toAppError(cause);
      this.#keep(channelId, { choice, phase: 'failed', error: error.toRecord() });
      warn(bridge, error);
    }
    this.#watchLater();
  }

  #close(channelId: string): void {
    this.#captures.get(channelId)?.dispose();
    this.#captures.delete(channelId);
    this.#faults.delete(channelId);
    this.#keep(channelId, undefined);
  }

  #watchLater(): void {
    clearTimeout(this.#watchTimer);
    if (![...this.#captures.values()].some(({ isWatched }) => isWatched)) return;
    this.#watchTimer = setTimeout(
      () =>
        void this.#look()
          .catch(() => undefined)
          .then(() => this.#watchLater()),
      WATCH_MS,
    );
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const found = await listMicrophones();
      const looks = [...this.#captures.values()].map((capture) => capture.look(found));
      const hasStopped = (await Promise.all(looks)).includes(true);
      if (hasStopped) this.#restartSound();
    } finally {
      this.#isLooking = false;
    }
  }

  /**
   * Every microphone is gone: after a restart of PulseAudio or PipeWire, Chromium's audio process finds no device any more. Slower each time:
   * the sound server may take a while, or there is none.
   */
  #restartSound(): void {
    if (performance.now() < this.#nextRestartMs) return;
    this.#nextRestartMs = performance.now() + this.#restartDelayMs;
    this.#restartDelayMs = Math.min(MAX_RESTART_MS, this.#restartDelayMs * 1.5);
    void this.#parts.bridge.invoke('media:restartAudio', undefined);
  }

  /** @param state undefined once the channel is gone. */
  #keep(channelId: string, state: ChannelState | undefined): void {
    const { store } = this.#parts;
    const { [channelId]: _before, ...others } = store.getState().channels;
    if (state === undefined) store.setState({ channels: others });
    else {
      const { fault: _old, ...rest } = state;
      const fault = this.#faults.get(channelId);
      const next = fault === undefined ? rest : { ...rest, fault };
      store.setState({ channels: { ...others, [channelId]: next } });
    }
    if (state?.error?.code === 'capture/no-system-audio') store.setState({ systemAudioError: state.error });
    this.#publish();
  }

  #publish(): void {
    const { store } = this.#parts;
    const { channels, audioChoice: choiceBefore, audio: audioBefore } = store.getState();
    const main = this.#mainId === undefined ? undefined : channels[this.#mainId];
    const { choice = { type: 'none' as const }, ...audio } = main ?? { phase: 'off' };
    const audioChoice = toAudioChoice(choice);
    store.setState({
      audioChoice: isSameData(audioChoice, choiceBefore) ? choiceBefore : audioChoice,
      audio: isSameData(audio, audioBefore) ? audioBefore : audio,
    });
  }
}

function isSameChoice(one: SoundChoice, other: SoundChoice): boolean {
  if (one.type === 'source' || other.type === 'source') return isSameData(one, other);
  return isSameInput(one, other);
}
