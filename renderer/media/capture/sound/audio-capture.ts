/** Opens one channel's sound in the worker and keeps its state true, through loss and return of a microphone. No sound is no error. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { lostSource, noSystemAudio, soundStopped, toCaptureError } from '../capture-errors.ts';
import type { AudioCaptureState, ChannelState } from '../capture-state.ts';
import { findDeviceId, isListed } from '../devices.ts';
import type { FoundDevice } from '../find-device.ts';
import { askPermission } from '../open-video.ts';
import type { SoundChoice } from './sound-choice.ts';
import { openTrackSound } from '../track-stream.ts';
import { warn } from '../warn.ts';
import type { CaptureWorker } from '../worker-client.ts';
import type { ProgramFormat, SoundEvent } from '../../worker/worker-messages.ts';
import { texts } from '../../../../shared/text/text.ts';

type Microphone = Extract<SoundChoice, { type: 'microphone' }>;

export interface AudioCaptureParts {
  /** In the studio document. */
  readonly channelId: string;
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
  onState(state: ChannelState): void;
}

export class AudioCapture {
  readonly #parts: AudioCaptureParts;
  /** Grows with every start; what belongs to an older one is ignored. */
  #run = 0;
  #choice: SoundChoice = { type: 'none' };
  #state: AudioCaptureState = { phase: 'off' };
  #microphone: MediaStream | undefined;
  /** A microphone ran under this choice: when all are gone at once, the system's sound has stopped. */
  #hasRun = false;
  /** What was said last, so that each retry doesn't say the same again. */
  #reportedCode: string | undefined;

  constructor(parts: AudioCaptureParts) {
    this.#parts = parts;
  }

  get choice(): SoundChoice {
    return this.#choice;
  }

  get isMicrophone(): boolean {
    return this.#choice.type === 'microphone';
  }

  async set(choice: SoundChoice): Promise<void> {
    if (choice.type !== 'microphone') this.#hasRun = false;
    this.#reportedCode = undefined;
    await this.#begin(choice);
  }

  async restart(): Promise<void> {
    await this.set(this.#choice);
  }

  onWorkerEvent(event: SoundEvent): void {
    if (event.run !== this.#run) return;
    if (event.type === 'soundStarted') {
      this.#hasRun = this.isMicrophone;
      this.#reportedCode = undefined;
      this.#show({ ...this.#state, phase: 'running' });
    } else if (event.type === 'soundFailed') {
      this.#fail(new AppError('capture/failed', { message: event.message }));
    } else {
      const { oneSided: _before, ...state } = this.#state;
      this.#show(event.side === undefined ? state : { ...state, oneSided: event.side });
    }
  }

  /**
   * A sound server says nothing when it takes a microphone away, and goes on with another one: that one must not be heard. The
   * devices are looked at instead, and a microphone that is back is taken again.
   * @param devices the microphones there are now. @returns whether the system's sound has stopped.
   */
  async look(devices: readonly FoundDevice[], hasAny: boolean): Promise<boolean> {
    const choice = this.#choice;
    if (choice.type !== 'microphone') return false;
    const isThere = hasAny && isListed(choice, devices);
    if (this.#state.phase === 'failed') {
      if (isThere) await this.#begin(choice);
      else if (this.#hasRun && !hasAny) {
        if (this.#reportedCode !== 'capture/sound-stopped') this.#fail(soundStopped());
        return true;
      }
    } else if (!isThere && this.#state.phase === 'running') {
      this.#fail(lostSource(this.#state.label, 'microphone'));
    }
    return false;
  }

  dispose(): void {
    this.#run += 1;
    this.#release();
  }

  async #begin(choice: SoundChoice): Promise<void> {
    const { worker, channelId } = this.#parts;
    const run = ++this.#run;
    this.#release();
    this.#choice = choice;
    this.#show({ phase: 'off' });
    switch (choice.type) {
      case 'none':
        return;
      case 'tone':
        this.#show({ phase: 'starting', label: texts.capture.tone });
        return worker.send({ type: 'makeSound', channelId, run, made: { kind: 'tone' } });
      case 'source': {
        if (choice.kind !== 'beeps') return;
        const { sourceId } = choice;
        this.#show({ phase: 'starting', label: texts.capture.beeps });
        return worker.send({ type: 'makeSound', channelId, run, made: { kind: 'beeps', sourceId } });
      }
      case 'system':
        return this.#fail(noSystemAudio());
      case 'application':
        return this.#fail(noSystemAudio(choice.name));
      case 'microphone':
        return await this.#takeMicrophone(run, choice);
    }
  }

  async #takeMicrophone(run: number, choice: Microphone): Promise<void> {
    this.#show({ phase: 'starting' });
    try {
      await askPermission(this.#parts.bridge, 'microphone');
      const deviceId = await findDeviceId(choice, 'microphone');
      const stream = await this.#openMicrophone(deviceId);
      if (run !== this.#run) return stopAll(stream);
      if (deviceId !== undefined) this.#choice = { ...choice, deviceId };
      this.#microphone = stream;
      const track = stream.getAudioTracks()[0];
      const label = track?.label === undefined || track.label === '' ? texts.capture.microphone : track.label;
      this.#show({ phase: 'starting', label });
      track?.addEventListener('ended', () => {
        if (run === this.#run) this.#fail(lostSource(label, 'microphone'));
      });
      if (track !== undefined) this.#handOver(track, run);
    } catch (error) {
      if (run === this.#run) this.#fail(toCaptureError(error, 'microphone'));
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

  #handOver(track: MediaStreamTrack, run: number): void {
    const { worker, channelId } = this.#parts;
    const readable = openTrackSound(track);
    worker.send({ type: 'takeSound', channelId, run, readable }, [readable]);
  }

  #show(state: AudioCaptureState): void {
    this.#state = state;
    this.#parts.onState({ choice: this.#choice, ...state });
  }

  #fail(error: AppError): void {
    this.#run += 1;
    const { label } = this.#state;
    this.#release();
    const named = label === undefined ? {} : { label };
    this.#show({ phase: 'failed', ...named, error: error.toRecord() });
    if (error.code !== this.#reportedCode) warn(this.#parts.bridge, error);
    this.#reportedCode = error.code;
  }

  #release(): void {
    this.#parts.worker.send({ type: 'endSound', channelId: this.#parts.channelId });
    if (this.#microphone !== undefined) stopAll(this.#microphone);
    this.#microphone = undefined;
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
