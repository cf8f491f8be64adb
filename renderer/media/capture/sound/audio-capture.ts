/** Opens one channel's sound in the worker and keeps its state true, through loss and return of a microphone. No sound is no error. */
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import type { InvokeInput, UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { lostSource, mutedDevice, soundStopped } from '../capture-errors.ts';
import type { AudioCaptureState, ChannelState } from '../capture-state.ts';
import { isListed } from '../devices.ts';
import type { FoundMicrophones } from '../devices.ts';
import { followMute } from '../follow-mute.ts';
import { openCapturedSound, openMicrophone } from './open-sound.ts';
import type { OpenSound } from './open-sound.ts';
import { isComputerSound } from './sound-choice.ts';
import type { SoundChoice } from './sound-choice.ts';
import { openTrackSound } from '../track-stream.ts';
import { warn } from '../warn.ts';
import type { CaptureWorker } from '../worker-client.ts';
import type { ProgramFormat, SoundEvent } from '../../worker/worker-messages.ts';
import { texts } from '../../../../shared/text/text.ts';

export interface AudioCaptureParts {
  /** In the studio document. */
  readonly channelId: string;
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
  onState(state: ChannelState): void;
  /** Whether other channels have sounds too. */
  hasOtherSounds(): boolean;
}

export class AudioCapture {
  readonly #parts: AudioCaptureParts;
  /** Grows with every start; what belongs to an older one is ignored. */
  #run = 0;
  #choice: SoundChoice = { type: 'none' };
  #state: AudioCaptureState = { phase: 'off' };
  #open: OpenSound | undefined;
  /** A microphone ran under this choice: when all are gone at once, the system's sound has stopped. */
  #hasRun = false;
  #isOpening = false;
  /** The system's usual microphone when the devices were last looked at. */
  #usualId: string | undefined;
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

  /** Whether what the choice takes may come and go. */
  get isWatched(): boolean {
    return this.isMicrophone || capturedOf(this.#choice) !== undefined;
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
      this.#show({
        ...this.#named,
        phase: 'running',
        ...(this.#open?.isNarrow === true && { isNarrow: true }),
      });
    } else if (event.type === 'soundFailed') {
      this.#fail(new AppError('capture/failed', { message: event.message }));
    } else if (event.type === 'soundWaits') {
      this.#reportedCode = undefined;
      this.#show({ ...this.#named, phase: 'starting', isWaiting: true });
    } else if (event.type === 'soundRefused') {
      this.#showRefusal(new AppError(event.error.code, event.error.details));
    } else {
      const { oneSided: _before, ...state } = this.#state;
      this.#show(event.side === undefined ? state : { ...state, oneSided: event.side });
    }
  }

  /**
   * A sound server says nothing when it takes a microphone away, and goes on with another one: that one must not be heard. The
   * devices are looked at instead, and a microphone that is back is taken again.
   * @returns whether the system's sound has stopped.
   */
  async look({ microphones, hasAny, usualId }: FoundMicrophones): Promise<boolean> {
    const choice = this.#choice;
    if (capturedOf(choice) !== undefined) await this.#lookForCaptured();
    if (choice.type !== 'microphone') return false;
    const isThere = hasAny && isListed(choice, microphones);
    if (this.#state.phase === 'failed') {
      if (isThere) await this.#begin(choice);
      else if (this.#hasRun && !hasAny) {
        if (this.#reportedCode !== 'capture/sound-stopped') this.#fail(soundStopped());
        return true;
      }
    } else if (!isThere && this.#state.phase === 'running') {
      this.#fail(lostSource(this.#state.label, 'microphone'));
    } else if (this.#hasOtherUsual(choice, usualId)) {
      await this.#begin(choice);
    }
    return false;
  }

  /** The person chose another microphone in the system's settings: what follows the system is opened anew. */
  #hasOtherUsual(
    { deviceId }: { readonly deviceId?: string | undefined },
    usualId: string | undefined,
  ): boolean {
    if (deviceId !== undefined || usualId === undefined || this.#state.phase !== 'running') return false;
    const before = this.#usualId;
    this.#usualId = usualId;
    return before !== undefined && before !== usualId;
  }

  dispose(): void {
    this.#run += 1;
    this.#release();
  }

  async #begin(choice: SoundChoice): Promise<void> {
    const { worker, channelId } = this.#parts;
    const run = ++this.#run;
    this.#isOpening = false;
    this.#usualId = undefined;
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
        if (capturedOf(choice) !== undefined) {
          this.#show({ phase: 'starting' });
          return await this.#take(run, choice);
        }
        const { kind, sourceId } = choice;
        if (kind !== 'beeps' && kind !== 'media') return;
        const label = kind === 'beeps' ? texts.mixer.patternBeeps : texts.capture.mediaAudio;
        this.#show({ phase: 'starting', label });
        return worker.send({ type: 'makeSound', channelId, run, made: { kind, sourceId } });
      }
      case 'application': {
        const { name, program } = choice;
        this.#show({ phase: 'starting', label: name });
        const application = program === undefined ? { name } : { name, program };
        return worker.send({
          ...{ type: 'makeSound', channelId, run },
          made: { kind: 'application', application },
        });
      }
      case 'system':
      case 'microphone':
        this.#show({ phase: 'starting' });
        return await this.#take(run, choice);
    }
  }

  /** What is shown stays until something comes of it. */
  async #take(run: number, choice: SoundChoice): Promise<void> {
    this.#isOpening = true;
    try {
      const open = await this.#openSound(choice);
      if (run !== this.#run) return open.close();
      const { deviceId, label, track } = open;
      if (deviceId !== undefined && choice.type === 'microphone') this.#choice = { ...choice, deviceId };
      this.#open = open;
      this.#show({ phase: 'starting', label });
      track.addEventListener('ended', () => {
        if (run === this.#run) this.#lose(label);
      });
      if (choice.type === 'microphone')
        followMute(track, (isMuted) => {
          if (run === this.#run) this.#showMuted(isMuted, label);
        });
      this.#handOver(track, run);
    } catch (cause) {
      const error = toAppError(cause);
      // A page's picture says what is wrong with the page.
      const isWaiting = error.code === 'source/page-failed';
      if (run === this.#run && !isWaiting) this.#fail(error);
    } finally {
      if (run === this.#run) this.#isOpening = false;
    }
  }

  #openSound(choice: SoundChoice): Promise<OpenSound> {
    const { bridge, program } = this.#parts;
    const { sampleRate } = program();
    if (choice.type === 'microphone') return openMicrophone(choice, sampleRate, bridge);
    return openCapturedSound(capturedOf(choice) ?? { kind: 'system' }, sampleRate, bridge);
  }

  /** A page that is loaded anew has another sound; what the computer plays is gone while its sound server is. */
  #lose(label: string): void {
    if (this.isMicrophone) return this.#fail(lostSource(label, 'microphone'));
    this.#run += 1;
    this.#release();
    this.#show({ phase: 'starting', label });
  }

  #showMuted(isMuted: boolean, label: string): void {
    const { error: _before, ...state } = this.#state;
    if (!isMuted) return this.#show(state);
    const error = this.#aloneOrNot(mutedDevice(label, 'microphone'));
    this.#show({ ...state, error: error.toRecord() });
    warn(this.#parts.bridge, error);
  }

  /** A page may be closed for long: each look changes nothing that is shown. */
  async #lookForCaptured(): Promise<void> {
    const isRefused = this.#state.error?.code === 'capture/no-system-audio';
    if (this.#open !== undefined || this.#isOpening || isRefused) return;
    this.#run += 1;
    await this.#take(this.#run, this.#choice);
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

  #fail(cause: AppError): void {
    const error = this.#aloneOrNot(cause);
    this.#run += 1;
    this.#isOpening = false;
    this.#release();
    this.#showRefusal(error);
  }

  /** What gives the sound tries again by itself, or is released. */
  #showRefusal(error: AppError): void {
    this.#show({ phase: 'failed', ...this.#named, error: error.toRecord() });
    if (error.code !== this.#reportedCode) warn(this.#parts.bridge, error);
    this.#reportedCode = error.code;
  }

  #aloneOrNot(error: AppError): AppError {
    return this.#parts.hasOtherSounds() ? withOtherSounds(error) : error;
  }

  get #named(): Pick<AudioCaptureState, 'label'> {
    const { label } = this.#state;
    return label === undefined ? {} : { label };
  }

  #release(): void {
    this.#parts.worker.send({ type: 'endSound', channelId: this.#parts.channelId });
    this.#open?.close();
    this.#open = undefined;
  }
}

function withOtherSounds({ code, details, cause }: AppError): AppError {
  return new AppError(code, { ...details, hasOtherSounds: true }, cause);
}

/** What of the choice comes by a capture of the screen. */
function capturedOf(choice: SoundChoice): InvokeInput<'sound:choose'> | undefined {
  if (isComputerSound(choice)) return { kind: 'system' };
  const isPage = choice.type === 'source' && choice.kind === 'page';
  return isPage ? { kind: 'page', sourceId: choice.sourceId } : undefined;
}
