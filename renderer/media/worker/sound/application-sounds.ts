/** What single applications play: the engine records them, this places their sound on the one clock. */
import { missingCase } from '../../../../shared/assert.ts';
import { APPLICATION_CHANNELS } from '../../../../shared/media/application-port.ts';
import type {
  ApplicationSound,
  FromEngineApplicationMessage,
  SoundApplication,
  ToEngineApplicationMessage,
} from '../../../../shared/media/application-port.ts';
import type { PcmPart } from '../../mixer/core/mixer-types.ts';
import { ClockMapper } from '../../sources/clock-mapper.ts';
import { nowUs } from '../clock.ts';
import type { ApplicationsEvent, SoundEvent } from '../worker-messages.ts';

export interface ApplicationSoundsParts {
  send(message: ToEngineApplicationMessage): void;
  push(channelId: string, part: PcmPart): void;
  /** Nothing comes of the channel for a while. */
  end(channelId: string): void;
  report(event: SoundEvent | ApplicationsEvent): void;
}

interface Taken {
  readonly run: number;
  readonly application: SoundApplication;
  readonly mapper: ClockMapper;
  hasSound: boolean;
}

export class ApplicationSounds {
  readonly #parts: ApplicationSoundsParts;
  readonly #taken = new Map<string, Taken>();
  #sampleRate: number | undefined;
  #isListed = false;

  constructor(parts: ApplicationSoundsParts) {
    this.#parts = parts;
  }

  /** Of the program, Hz. */
  setSampleRate(sampleRate: number): void {
    if (sampleRate === this.#sampleRate) return;
    this.#sampleRate = sampleRate;
    this.#takeAll();
  }

  /** In place of what the channel had. @param run comes back with the events of this start. */
  take(channelId: string, run: number, application: SoundApplication): void {
    this.#taken.set(channelId, { run, application, mapper: new ClockMapper(), hasSound: false });
    this.#send(channelId);
  }

  end(channelId: string): void {
    if (this.#taken.delete(channelId)) this.#parts.send({ type: 'endApplication', channelId });
  }

  /** Whether somebody sees the list of applications that play. */
  watch(isWatching: boolean): void {
    this.#isListed = isWatching;
    this.#parts.send({ type: 'watchApplications', isWatching });
  }

  /** There is another engine: it knows of nothing. */
  engineConnected(): void {
    this.#takeAll();
    if (this.#isListed) this.watch(true);
  }

  receive(message: FromEngineApplicationMessage): void {
    if (message.type === 'applications') {
      const { applications, error } = message;
      return this.#parts.report({ type: 'applicationsListed', applications, error });
    }
    const { channelId, run } = message;
    const taken = this.#taken.get(channelId);
    if (taken?.run !== run) return;
    switch (message.type) {
      case 'applicationSound':
        return this.#push(taken, message);
      case 'applicationWaits':
        this.#rest(channelId, taken);
        return this.#parts.report({ type: 'soundWaits', channelId, run });
      case 'applicationFailed':
        this.#rest(channelId, taken);
        return this.#parts.report({ type: 'soundRefused', channelId, run, error: message.error });
      default:
        missingCase(message);
    }
  }

  #takeAll(): void {
    for (const channelId of this.#taken.keys()) this.#send(channelId);
  }

  #send(channelId: string): void {
    const taken = this.#taken.get(channelId);
    const sampleRate = this.#sampleRate;
    if (taken === undefined || sampleRate === undefined) return;
    const { run, application } = taken;
    this.#parts.send({ type: 'takeApplication', channelId, run, application, sampleRate });
  }

  #push(taken: Taken, { channelId, run, lineUs, sampleRate, data }: ApplicationSound): void {
    const samples = new Float32Array(data);
    // Each time the application begins to play, its line begins at 0.
    if (lineUs === 0) taken.mapper.reset();
    const lengthUs = (samples.length / APPLICATION_CHANNELS / sampleRate) * 1_000_000;
    const timestampUs = taken.mapper.map(lineUs, nowUs() - lengthUs);
    this.#parts.push(channelId, { timestampUs, sampleRate, channels: APPLICATION_CHANNELS, samples });
    this.#parts.send({ type: 'applicationSoundTaken', channelId, run, blocks: 1 });
    if (!taken.hasSound) this.#parts.report({ type: 'soundStarted', channelId, run });
    taken.hasSound = true;
  }

  #rest(channelId: string, taken: Taken): void {
    if (taken.hasSound) this.#parts.end(channelId);
    taken.hasSound = false;
  }
}
