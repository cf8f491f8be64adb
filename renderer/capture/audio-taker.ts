/** Takes the chosen sound and keeps the store's `audio` true to it. No sound is no error: the engine fills silence. */
import { AppError } from '../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../shared/ipc/contract.ts';
import type { AudioChoice } from '../../shared/studio/inputs.ts';
import type { Side } from '../audio/one-sided.ts';
import { lostSource, toCaptureError } from './capture-errors.ts';
import type { CaptureStore } from './capture-state.ts';
import { findDeviceId } from './devices.ts';
import { askPermission } from './open-video.ts';
import { openTrackSound } from './track-stream.ts';
import { warn } from './warn.ts';
import type { CaptureWorker } from './worker-client.ts';
import type { ProgramFormat } from './worker-messages.ts';

type Microphone = Extract<AudioChoice, { type: 'microphone' }>;

export interface AudioTakerParts {
  readonly store: CaptureStore;
  readonly worker: CaptureWorker;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
}

export class AudioTaker {
  readonly #parts: AudioTakerParts;
  #sourceId = 0;
  #microphone: MediaStream | undefined;

  constructor(parts: AudioTakerParts) {
    this.#parts = parts;
  }

  async set(choice: AudioChoice): Promise<void> {
    const { store, worker } = this.#parts;
    const sourceId = ++this.#sourceId;
    this.#release();
    store.setState({ audioChoice: choice, audio: { phase: 'off' } });
    switch (choice.type) {
      case 'none':
        return;
      case 'tone':
        store.setState({ audio: { phase: 'starting', label: 'Tone, 1 kHz at −20 dBFS' } });
        return worker.send({ type: 'makeSound', sourceId, kind: 'tone' });
      case 'source':
        return this.#takeFromSource(sourceId);
      case 'microphone':
        return this.#takeMicrophone(sourceId, choice);
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
    const { audio, audioChoice } = this.#parts.store.getState();
    if (audioChoice.type === 'microphone' && audio.phase === 'failed') await this.restart();
  }

  onStarted(sourceId: number): void {
    if (sourceId !== this.#sourceId) return;
    const { audio } = this.#parts.store.getState();
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
    this.#sourceId++;
    this.#release();
  }

  #takeFromSource(sourceId: number): void {
    const { store, worker } = this.#parts;
    const { source } = store.getState();
    // A camera or screen brings no sound.
    if (source.type !== 'pattern') return;
    store.setState({ audio: { phase: 'starting', label: 'Beep with each flash' } });
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
      const label = track?.label === undefined || track.label === '' ? 'Microphone' : track.label;
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
    this.#sourceId++;
    const { label } = this.#parts.store.getState().audio;
    this.#release();
    const named = label === undefined ? {} : { label };
    this.#parts.store.setState({ audio: { phase: 'failed', ...named, error: error.toRecord() } });
    warn(this.#parts.bridge, error);
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
