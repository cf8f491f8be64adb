/** The sound of single applications for a page: a recorder for each channel that takes one, and the list for a person who chooses. */
import { basename } from 'node:path';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { missingCase } from '../../../shared/assert.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type {
  Applications,
  FromEngineApplicationMessage,
  TakeApplication,
  ToEngineApplicationMessage,
} from '../../../shared/media/application-port.ts';
import { ApplicationRecorder } from './application-recorder.ts';
import { applicationsOf } from './sink-inputs.ts';
import type { SinkInput } from './sink-inputs.ts';
import { SinkInputWatch } from './sink-input-watch.ts';

const MAX_CHANNELS = 64;
/** A stream that can't be recorded is tried again after this. */
const FAULT_RETRY_MS = 1000;

export type SendToPage = (message: FromEngineApplicationMessage) => void;

export interface ApplicationSoundsOptions {
  /** Sound servers with these tools run on Linux alone. */
  readonly platform: NodeJS.Platform;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
}

export class ApplicationSounds {
  readonly #options: ApplicationSoundsOptions;
  readonly #recorders = new Map<string, ApplicationRecorder>();
  #send: SendToPage = () => undefined;
  #watch: SinkInputWatch | undefined;
  #isListed = false;
  /** Undefined while unknown. */
  #inputs: readonly SinkInput[] | undefined;
  #error: AppError | undefined;
  /** Nothing is said twice. */
  #listed = '';

  constructor(options: ApplicationSoundsOptions) {
    this.#options = options;
  }

  get pids(): readonly number[] {
    return [...(this.#watch?.pids ?? []), ...[...this.#recorders.values()].flatMap(({ pids }) => pids)];
  }

  /** A page in place of the one before. */
  connect(send: SendToPage): void {
    for (const recorder of this.#recorders.values()) recorder.stop();
    this.#recorders.clear();
    this.#isListed = false;
    this.#send = send;
    this.#watchAsNeeded();
  }

  receive(message: ToEngineApplicationMessage): void {
    switch (message.type) {
      case 'takeApplication':
        return this.#take(message);
      case 'endApplication':
        this.#recorders.get(message.channelId)?.stop();
        this.#recorders.delete(message.channelId);
        return this.#watchAsNeeded();
      case 'applicationSoundTaken': {
        const recorder = this.#recorders.get(message.channelId);
        if (recorder?.run === message.run) recorder.taken(message.blocks);
        return;
      }
      case 'watchApplications':
        this.#isListed = message.isWatching;
        this.#listed = '';
        this.#watchAsNeeded();
        return this.#sendList();
      default:
        missingCase(message);
    }
  }

  #take(wanted: TakeApplication): void {
    const { channelId } = wanted;
    this.#recorders.get(channelId)?.stop();
    if (!this.#recorders.has(channelId) && this.#recorders.size >= MAX_CHANNELS) return;
    const recorder = new ApplicationRecorder({
      wanted,
      nowMs: () => performance.now(),
      send: (message) => this.#send(message),
      onStreamEnded: (isFault) => this.#watch?.refresh(isFault ? FAULT_RETRY_MS : undefined),
    });
    this.#recorders.set(channelId, recorder);
    this.#watchAsNeeded();
    if (this.#error !== undefined) recorder.fail(this.#error);
    else if (this.#inputs !== undefined) recorder.follow(this.#inputs);
  }

  #watchAsNeeded(): void {
    const isNeeded = this.#isListed || this.#recorders.size > 0;
    if (!isNeeded) {
      this.#watch?.stop();
      this.#watch = undefined;
      this.#inputs = undefined;
      this.#error = undefined;
    } else if (this.#options.platform !== 'linux') {
      this.#error = withReason('capture/no-application-audio', 'applicationAudioElsewhere');
    } else {
      this.#watch ??= new SinkInputWatch({
        ownProgram: basename(process.execPath),
        onList: (inputs) => this.#follow(inputs),
        onFailed: (error) => this.#fail(error),
      });
    }
  }

  #follow(inputs: readonly SinkInput[]): void {
    this.#inputs = inputs;
    this.#error = undefined;
    for (const recorder of this.#recorders.values()) recorder.follow(inputs);
    this.#sendList();
  }

  #fail(error: AppError): void {
    if (this.#error?.message !== error.message) this.#options.log('warn', error.message);
    this.#inputs = undefined;
    this.#error = error;
    for (const recorder of this.#recorders.values()) recorder.fail(error);
    this.#sendList();
  }

  #sendList(): void {
    if (!this.#isListed || (this.#inputs === undefined && this.#error === undefined)) return;
    const applications = applicationsOf(this.#inputs ?? []);
    const message: Applications = { type: 'applications', applications, error: this.#error?.toRecord() };
    const listed = JSON.stringify(message);
    if (listed !== this.#listed) this.#send(message);
    this.#listed = listed;
  }
}
