/**
 * The sounds of the channels in the worker: a track's PCM placed on the one clock by its capture timestamps, or beeps and tone made
 * from the sample number alone at the pace of the clock.
 */
import type { SoundApplication } from '../../../../shared/media/application-port.ts';
import { beepPeriod, renderBeeps, renderTone } from '../../../../shared/pattern/sound.ts';
import { PcmGatherer } from '../../audio/pcm-gatherer.ts';
import type { PcmPart } from '../../mixer/core/mixer-types.ts';
import { OneSided } from '../../audio/one-sided.ts';
import type { MediaSoundPart } from '../../layers/media/media-source-parts.ts';
import { ClockMapper } from '../../sources/clock-mapper.ts';
import { ApplicationSounds } from './application-sounds.ts';
import type { ApplicationSoundsParts } from './application-sounds.ts';
import { nowUs } from '../clock.ts';
import type {
  ApplicationsEvent,
  MadeSound,
  ProgramFormat,
  SoundEvent,
  ToCaptureWorker,
} from '../worker-messages.ts';

/** Of sound that is made, a second. */
const BLOCKS_HZ = 50;
/** A worker that slept longer makes no more than this much sound at once. */
const MAX_BEHIND_US = 500_000;
/**
 * A device's sound comes sooner than its picture: a screen is looked at once a frame, so what it shows is half a frame old on average,
 * and the picture is scaled, converted and handed between processes. Sound waits as long. Measured with a clip that flashes and beeps
 * (`npm run prove -- lip-sync`).
 */
const PICTURE_LAG_US = 25_000;

type Command<Type extends ToCaptureWorker['type']> = Extract<ToCaptureWorker, { type: Type }>;

interface OpenSound {
  readonly made: Command<'makeSound'> | undefined;
  stop(): void;
}

export interface SoundInputsParts {
  readonly sendApplication: ApplicationSoundsParts['send'];
  /** @param part with samples that are used again. */
  push(channelId: string, part: PcmPart): void;
  /** No more comes of what the channel had. */
  end(channelId: string): void;
  report(event: SoundEvent | ApplicationsEvent): void;
  /** Media sources whose sound somebody wants, and its rate, Hz. */
  wantMedia(sampleRates: ReadonlyMap<string, number>): void;
}

export class SoundInputs {
  /** What single applications play. */
  readonly applications: ApplicationSounds;
  readonly #parts: SoundInputsParts;
  readonly #open = new Map<string, OpenSound>();
  /** When each test pattern's frame 0 and its sound's sample 0 are due. */
  readonly #origins = new Map<string, number>();
  readonly #originUs = nowUs();
  #program: ProgramFormat | undefined;
  readonly #gatherers = new Set<PcmGatherer>();
  #isHeard = false;

  constructor(parts: SoundInputsParts) {
    this.#parts = parts;
    this.applications = new ApplicationSounds({
      send: (message) => parts.sendApplication(message),
      push: (channelId, part) => parts.push(channelId, part),
      end: (channelId) => parts.end(channelId),
      report: (event) => parts.report(event),
    });
  }

  setProgram(next: ProgramFormat): void {
    const previous = this.#program;
    this.#program = next;
    const isSame =
      previous?.sampleRate === next.sampleRate &&
      previous.channels === next.channels &&
      beepPeriod(previous.fps) === beepPeriod(next.fps);
    if (isSame) return;
    this.#wantMedia();
    this.applications.setSampleRate(next.sampleRate);
    this.#beginAgain(({ kind }) => kind === 'tone' || kind === 'beeps', next);
  }

  /** Somebody hears the sounds while they come. */
  setHeard(isHeard: boolean): void {
    this.#isHeard = isHeard;
    for (const gatherer of this.#gatherers) gatherer.useShortParts(isHeard);
  }

  /** Another picture of the pattern has begun: its beeps belong to that one's origin. */
  openPattern(sourceId: string, originUs: number): void {
    this.#origins.set(sourceId, originUs);
    const isItsSound = (made: MadeSound): boolean => made.kind === 'beeps' && made.sourceId === sourceId;
    if (this.#program !== undefined) this.#beginAgain(isItsSound, this.#program);
  }

  take({ channelId, run, readable }: Command<'takeSound'>): void {
    this.end(channelId);
    const reader = readable.getReader();
    const mapper = new ClockMapper();
    const oneSided = new OneSided();
    const { push, report } = this.#parts;
    let isEnded = false;
    let hasStarted = false;
    const gatherer = new PcmGatherer(
      (part) => {
        push(channelId, part);
        if (!hasStarted) report({ type: 'soundStarted', channelId, run });
        hasStarted = true;
      },
      (left, right, sampleRate) => {
        if (oneSided.add(left, right, sampleRate))
          report({ type: 'soundOneSided', channelId, run, side: oneSided.side });
      },
    );
    gatherer.useShortParts(this.#isHeard);
    this.#gatherers.add(gatherer);
    const read = async (): Promise<void> => {
      while (!isEnded) {
        const { done, value: data } = await reader.read();
        if (done) return;
        // A block comes when its last sample is there: its first is at least its own length older.
        const lengthUs = (data.numberOfFrames * 1_000_000) / data.sampleRate;
        if (!isEnded) gatherer.add(data, mapper.map(data.timestamp, nowUs() - lengthUs) + PICTURE_LAG_US);
        data.close();
      }
    };
    read().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!isEnded) report({ type: 'soundFailed', channelId, run, message });
    });
    this.#open.set(channelId, {
      made: undefined,
      stop: () => {
        isEnded = true;
        this.#gatherers.delete(gatherer);
        reader.cancel().catch(() => undefined);
      },
    });
  }

  make(command: Command<'makeSound'>): void {
    const { channelId, run, made } = command;
    if (this.#program === undefined) return;
    if (made.kind === 'media') return this.#followMedia(command);
    if (made.kind === 'application') return this.#followApplication(command, made.application);
    this.#begin(channelId, command, this.#program);
    this.#parts.report({ type: 'soundStarted', channelId, run });
  }

  end(channelId: string): void {
    const open = this.#open.get(channelId);
    if (open === undefined) return;
    this.#open.delete(channelId);
    open.stop();
    this.#parts.end(channelId);
  }

  /** Of a media source, a little before its time. */
  takeMedia({ sourceId, ...part }: MediaSoundPart): void {
    for (const channelId of this.#channelsOfMedia(sourceId)) this.#parts.push(channelId, part);
  }

  /** Nothing comes for a while: the source is paused, at its end, or somewhere else. */
  endMedia(sourceId: string): void {
    for (const channelId of this.#channelsOfMedia(sourceId)) this.#parts.end(channelId);
  }

  #channelsOfMedia(sourceId: string): readonly string[] {
    const isOfSource = ({ made }: OpenSound): boolean =>
      made?.made.kind === 'media' && made.made.sourceId === sourceId;
    return [...this.#open].flatMap(([channelId, open]) => (isOfSource(open) ? [channelId] : []));
  }

  #followMedia(command: Command<'makeSound'>): void {
    const { channelId, run } = command;
    this.end(channelId);
    this.#open.set(channelId, { made: command, stop: () => this.#wantMedia() });
    this.#wantMedia();
    this.#parts.report({ type: 'soundStarted', channelId, run });
  }

  #followApplication(command: Command<'makeSound'>, application: SoundApplication): void {
    const { channelId, run } = command;
    this.end(channelId);
    this.#open.set(channelId, { made: command, stop: () => this.applications.end(channelId) });
    this.applications.take(channelId, run, application);
  }

  #wantMedia(): void {
    const sampleRates = new Map<string, number>();
    for (const { made } of this.#open.values())
      if (made?.made.kind === 'media' && this.#program !== undefined)
        sampleRates.set(made.made.sourceId, this.#program.sampleRate);
    this.#parts.wantMedia(sampleRates);
  }

  #beginAgain(isMeant: (made: MadeSound) => boolean, program: ProgramFormat): void {
    for (const [channelId, { made }] of [...this.#open])
      if (made !== undefined && isMeant(made.made)) this.#begin(channelId, made, program);
  }

  #begin(channelId: string, command: Command<'makeSound'>, program: ProgramFormat): void {
    this.end(channelId);
    const { made } = command;
    const originUs = this.#originOf(made);
    const render = rendererOf(made, program);
    const { sampleRate, channels } = program;
    const frames = sampleRate / BLOCKS_HZ;
    const samples = new Float32Array(frames * channels);
    const timeOf = (block: number): number => originUs + (block * 1_000_000) / BLOCKS_HZ;
    const blockAt = (timeUs: number): number => Math.floor(((timeUs - originUs) * BLOCKS_HZ) / 1_000_000);
    let next = Math.max(0, blockAt(nowUs()));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = (): void => {
      const now = nowUs();
      if (now - timeOf(next) > MAX_BEHIND_US) next = blockAt(now);
      while (timeOf(next + 1) <= now) {
        render(samples, next * frames);
        this.#parts.push(channelId, { timestampUs: Math.round(timeOf(next)), sampleRate, channels, samples });
        next += 1;
      }
      timer = setTimeout(run, Math.max(1, (timeOf(next + 1) - nowUs()) / 1000));
    };
    this.#open.set(channelId, { made: command, stop: () => clearTimeout(timer) });
    run();
  }

  #originOf(made: MadeSound): number {
    const ofPattern = made.kind === 'beeps' ? this.#origins.get(made.sourceId) : undefined;
    return ofPattern ?? this.#originUs;
  }
}

function rendererOf(
  made: MadeSound,
  { sampleRate, channels, fps }: ProgramFormat,
): (samples: Float32Array, firstFrame: number) => void {
  if (made.kind === 'tone') return (samples, first) => renderTone(samples, first, sampleRate, channels);
  const periodSeconds = beepPeriod(fps);
  return (samples, first) => renderBeeps(samples, first, sampleRate, channels, periodSeconds);
}
