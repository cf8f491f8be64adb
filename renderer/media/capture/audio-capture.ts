/** Takes the chosen sound and keeps the store's `audio` true to it. No sound is no error: the engine fills silence. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { AudioChoice } from '../../../shared/studio/inputs.ts';
import type { Side } from '../audio/one-sided.ts';
import { lostSource, soundStopped, toCaptureError } from './capture-errors.ts';
import type { CaptureStore } from './capture-state.ts';
import { findDeviceId, lookForMicrophone } from './devices.ts';
import { askPermission } from './open-video.ts';
import { openTrackSound } from './track-stream.ts';
import { warn } from './warn.ts';
import type { CaptureWorker } from './worker-client.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import { texts } from '../../../shared/text/text.ts';

/** The devices are looked at this often. */
const WATCH_MS = 1000;
const FIRST_RESTART_MS = 2000;
const MAX_RESTART_MS = 30_000;

type Microphone = Extract<AudioChoice, { type: 'microphone' }>;

export interface AudioCaptureParts {
  readonly store: CaptureStore;
  readonly worker: CaptureWorker;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
}

export class AudioCapture {
  readonly #parts: AudioCaptureParts;
  #sourceId = 0;
  #microphone: MediaStream | undefined;
  /** A microphone ran under this choice: when all are gone at once, the system's sound has stopped. */
  #hasRun = false;
  #watchTimer: ReturnType<typeof setTimeout> | undefined;
  #nextRestartMs = 0;
  #restartDelayMs = FIRST_RESTART_MS;
  /** What was said last, so that each retry doesn't say the same again. */
  #reportedCode: string | undefined;

  constructor(parts: AudioCaptureParts) {
    this.#parts = parts;
  }

  async set(choice: AudioChoice): Promise<void> {
    if (choice.type !== 'microphone') this.#hasRun = false;
    this.#reportedCode = undefined;
    await this.#begin(choice);
  }

  async #begin(choice: AudioChoice): Promise<void> {
    const { store, worker } = this.#parts;
    clearTimeout(this.#watchTimer);
    const sourceId = ++this.#sourceId;
    this.#release();
    store.setState({ audioChoice: choice, audio: { phase: 'off' } });
    switch (choice.type) {
      case 'none':
        return;
      case 'tone':
        store.setState({ audio: { phase: 'starting', label: texts.capture.tone } });
        return worker.send({ type: 'makeSound', sourceId, kind: 'tone' });
      case 'source':
        return this.#takeFromSource(sourceId);
      case 'microphone':
        await this.#takeMicrophone(sourceId, choice);
        this.#watchLater();
        return;
    }
  }

  /** The picture source changed: its sound, if chosen, changes with it. */
  onSourceChanged(): void {
    if (this.#parts.store.getState().audioChoice.type === 'source') void this.restart();
  }

  async restart(): Promise<void> {
    await this.set(this.#parts.store.getState().audioChoice);
  }

  async retryIfFailed(): Promise<void> {
    if (this.#parts.store.getState().audio.phase === 'failed') await this.#watch();
  }

  onStarted(sourceId: number): void {
    if (sourceId !== this.#sourceId) return;
    const { audio, audioChoice } = this.#parts.store.getState();
    this.#hasRun = audioChoice.type === 'microphone';
    this.#restartDelayMs = FIRST_RESTART_MS;
    this.#reportedCode = undefined;
    this.#parts.store.setState({ audio: { ...audio, phase: 'running' } });
  }

  onOneSided(sourceId: number, side: Side | undefined): void {
    if (sourceId !== this.#sourceId) return;
    const { oneSided: _before, ...audio } = this.#parts.store.getState().audio;
    this.#parts.store.setState({ audio: side === undefined ? audio : { ...audio, oneSided: side } });
  }

  onFailed(sourceId: number, message: string): void {
    if (sourceId === this.#sourceId) this.#fail(new AppError('capture/failed', { message }));
  }

  dispose(): void {
    this.#sourceId += 1;
    clearTimeout(this.#watchTimer);
    this.#release();
  }

  #takeFromSource(sourceId: number): void {
    const { store, worker } = this.#parts;
    const { source } = store.getState();
    // A camera or screen brings no sound.
    if (source.type !== 'pattern') return;
    store.setState({ audio: { phase: 'starting', label: texts.capture.beeps } });
    worker.send({ type: 'makeSound', sourceId, kind: 'beeps' });
  }

  async #takeMicrophone(sourceId: number, choice: Microphone): Promise<void> {
    const { store, bridge } = this.#parts;
    store.setState({ audio: { phase: 'starting' } });
    try {
      await askPermission(bridge, 'microphone');
      const deviceId = await findDeviceId(choice, 'microphone');
      const stream = await this.#openMicrophone(deviceId);
      if (sourceId !== this.#sourceId) return stopAll(stream);
      if (deviceId !== undefined) store.setState({ audioChoice: { ...choice, deviceId } });
      this.#microphone = stream;
      const track = stream.getAudioTracks()[0];
      const label = track?.label === undefined || track.label === '' ? texts.capture.microphone : track.label;
      store.setState({ audio: { phase: 'starting', label } });
      track?.addEventListener('ended', () => {
        if (sourceId === this.#sourceId) this.#fail(lostSource(label, 'microphone'));
      });
      if (track !== undefined) this.#handOver(track, sourceId);
    } catch (error) {
      if (sourceId === this.#sourceId) this.#fail(toCaptureError(error, 'microphone'));
    }
  }

  /** As the microphone gives it: no echo, noise or level processing that would change music or timing. */
  #openMicrophone(deviceId: string | undefined): Promise<MediaStream> {
    const { sampleRate } = this.#parts.program();
    return navigator.mediaDevices.getUserMedia({
      audio: {
        ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
        sampleRate: { ideal: sampleRate },
        // Both sides, whatever the program has: one of them may be picked.
        channelCount: { ideal: 2 },
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
      },
    });
  }

  #handOver(track: MediaStreamTrack, sourceId: number): void {
    const readable = openTrackSound(track);
    this.#parts.worker.send({ type: 'takeSound', sourceId, readable }, [readable]);
  }

  #fail(error: AppError): void {
    this.#sourceId += 1;
    const { label } = this.#parts.store.getState().audio;
    this.#release();
    const named = label === undefined ? {} : { label };
    this.#parts.store.setState({ audio: { phase: 'failed', ...named, error: error.toRecord() } });
    if (error.code !== this.#reportedCode) warn(this.#parts.bridge, error);
    this.#reportedCode = error.code;
  }

  #watchLater(): void {
    clearTimeout(this.#watchTimer);
    this.#watchTimer = setTimeout(
      () =>
        void this.#watch()
          .catch(() => undefined)
          .then(() => this.#watchLater()),
      WATCH_MS,
    );
  }

  /**
   * A sound server says nothing when it takes a microphone away, and goes on with another one: that one must not be heard. The
   * devices are looked at instead, and a microphone that is back is taken again.
   */
  async #watch(): Promise<void> {
    const { audio, audioChoice } = this.#parts.store.getState();
    const sourceId = this.#sourceId;
    if (audioChoice.type !== 'microphone') return;
    const { isThere, hasAny } = await lookForMicrophone(audioChoice);
    if (sourceId !== this.#sourceId) return;
    if (audio.phase === 'failed') {
      if (isThere) await this.#begin(audioChoice);
      else if (this.#hasRun && !hasAny) this.#restartSound();
    } else if (!isThere && audio.phase === 'running') {
      this.#fail(lostSource(audio.label, 'microphone'));
    }
  }

  /**
   * Every microphone is gone: after a restart of PulseAudio or PipeWire, Chromium's audio process finds no device any more. Slower each time:
   * the sound server may take a while, or there is none.
   */
  #restartSound(): void {
    if (this.#reportedCode !== 'capture/sound-stopped') this.#fail(soundStopped());
    if (performance.now() < this.#nextRestartMs) return;
    this.#nextRestartMs = performance.now() + this.#restartDelayMs;
    this.#restartDelayMs = Math.min(MAX_RESTART_MS, this.#restartDelayMs * 1.5);
    void this.#parts.bridge.invoke('media:restartAudio', undefined);
  }

  #release(): void {
    this.#parts.worker.send({ type: 'endAudio' });
    if (this.#microphone !== undefined) stopAll(this.#microphone);
    this.#microphone = undefined;
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
