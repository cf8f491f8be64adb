/**
 * The program's sound in the worker: the channels' sounds go through the mixer; its tracks go to the engine, its meters to the page.
 * Another rate of the program makes another mixer.
 */
import {
  isSoundTrack,
  maskOfTracks,
  soundTrackId,
  soundTrackNumber,
} from '../../../../shared/media/track.ts';
import type { TrackNumber } from '../../../../shared/media/track.ts';
import type { AudioBlock } from '../../../../shared/media/media-port.ts';
import { Mixer } from '../../mixer/core/mixer.ts';
import type { ChannelWatcher, MixerChannel, MixerReadings, PcmPart } from '../../mixer/core/mixer-types.ts';
import type { ChannelFault } from '../../../../shared/sound/channel-fault.ts';
import { isSameData } from '../../../../shared/is-same-data.ts';
import { isOtherScene, soundFade } from '../../canvas/canvas-scene.ts';
import type { CanvasScene } from '../../canvas/canvas-scene.ts';
import type { SoundSink } from '../../sources/frame-source.ts';
import { nowUs } from '../clock.ts';
import { MonitorWriter } from './monitor-writer.ts';
import type { ChannelAdjustment, MixerSetup, ProgramFormat } from '../worker-messages.ts';

/** What comes pushes the mixer on; what ends is noticed by time alone. */
const TICK_MS = 100;
/** So long after the last sound nothing is heard any more, whatever the filters are. */
const REST_US = 3_000_000;

/** How a channel's presence came to be what it is. */
interface Fade {
  readonly presence: number;
  readonly fadeMs: number;
  readonly presenceFromUs: number | undefined;
}

/** Of a channel that no scene names. */
const ALWAYS: Fade = { presence: 1, fadeMs: 0, presenceFromUs: undefined };

export interface ProgramSoundParts {
  readonly sink: SoundSink;
  /** Valid within the call. */
  onMeters(readings: MixerReadings): void;
  /** All that is wrong with what a channel's source gives. */
  onFaults(channelId: string, faults: readonly ChannelFault[]): void;
}

export class ProgramSound {
  /** The headphones. */
  readonly monitor = new MonitorWriter();
  readonly #parts: ProgramSoundParts;
  #mixer: Mixer | undefined;
  #format: ProgramFormat | undefined;
  #settings: MixerSetup = { channels: [], isLimiterOn: true, ceilingDb: -1, streamTrack: 1 };
  #scene: CanvasScene | undefined;
  #fades: ReadonlyMap<string, Fade> = new Map();
  /** The source that plays over the scenes now: heard as long, though no scene has it. */
  #stingerId: string | undefined;
  #stingerTimer: ReturnType<typeof setTimeout> | undefined;
  #wanted: ReadonlySet<string> = new Set();
  #soloIds: readonly string[] = [];
  #isSilent = false;
  #areMetersSeen = false;
  #watcher: ChannelWatcher | undefined;
  readonly #running = new Set<string>();
  #pushedUs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(parts: ProgramSoundParts) {
    this.#parts = parts;
  }

  setProgram(format: ProgramFormat): void {
    const { sampleRate, channels } = format;
    const isSame = sampleRate === this.#format?.sampleRate && channels === this.#format.channels;
    this.#format = format;
    if (isSame) return;
    this.#mixer?.close();
    this.#mixer = new Mixer({
      ...{ sampleRate, channels, nowUs },
      onTrack: (track, block) => this.#send(track, block),
      onMonitor: (block) => this.monitor.write(block),
      onMeters: (readings) => {
        if (this.#areMetersSeen) this.#parts.onMeters(readings);
      },
      onFaults: (channelId, faults) => this.#parts.onFaults(channelId, faults),
    });
    this.#mixer.setSilent(this.#isSilent);
    this.#mixer.setSolo(this.#soloIds);
    this.#mixer.watch(this.#watcher);
    this.#apply();
  }

  setMixer(settings: MixerSetup): void {
    const filtersBefore = new Map(this.#settings.channels.map(({ id, filters }) => [id, filters]));
    const channels = settings.channels.map((channel) => {
      const filters = filtersBefore.get(channel.id);
      // What is as it was stays the same object: the mixer builds filters anew for another.
      return filters !== undefined && isSameData(filters, channel.filters)
        ? { ...channel, filters }
        : channel;
    });
    this.#settings = { ...settings, channels };
    this.#apply();
  }

  /** At once, until the next settings: while a fader is dragged. */
  adjust(channelId: string, change: ChannelAdjustment): void {
    const channels = this.#settings.channels.map((each) =>
      each.id === channelId ? { ...each, ...change } : each,
    );
    this.setMixer({ ...this.#settings, channels });
  }

  /** Channels come and go with the pictures. @param fromUs the time of the scene's first picture. */
  showScene(scene: CanvasScene, fromUs: number): void {
    const before = this.#scene;
    this.#scene = scene;
    const { transition } = scene;
    if (before !== undefined && isOtherScene(before, scene)) {
      clearTimeout(this.#stingerTimer);
      this.#stingerId = undefined;
      if (transition.kind === 'stinger') this.#playStinger(transition, fromUs);
    }
    this.#follow(before, scene, fromUs);
  }

  /** From the first picture of the transition to its last. */
  #playStinger({ sourceId, durationMs }: { sourceId: string; durationMs: number }, fromUs: number): void {
    this.#stingerId = sourceId;
    const untilUs = fromUs + durationMs * 1000;
    this.#stingerTimer = setTimeout(
      () => {
        this.#stingerId = undefined;
        if (this.#scene !== undefined) this.#follow(this.#scene, this.#scene, untilUs);
      },
      (untilUs - nowUs()) / 1000,
    );
  }

  #follow(before: CanvasScene | undefined, scene: CanvasScene, fromUs: number): void {
    const fades = new Map<string, Fade>();
    for (const sound of scene.sounds ?? []) {
      const { channelId, sourceId } = sound;
      const isStinger = sourceId === this.#stingerId;
      const presence = isStinger ? 1 : sound.presence;
      const fade = this.#fades.get(channelId);
      if (fade?.presence === presence) {
        fades.set(channelId, fade);
        continue;
      }
      const isComing = presence > (fade?.presence ?? 0);
      const { delayMs, fadeMs } = soundFade(before, scene, { sourceId, isComing });
      const presenceFromUs = fromUs + (isStinger ? 0 : delayMs * 1000);
      fades.set(channelId, { presence, fadeMs: isStinger ? 0 : fadeMs, presenceFromUs });
    }
    this.#fades = fades;
    this.#apply();
  }

  /** Tracks that the engine takes. The stream's is mixed for its meter too. */
  setWantedTracks(trackIds: readonly string[]): void {
    this.#wanted = new Set(trackIds.filter(isSoundTrack));
    this.#apply();
  }

  setSolo(channelIds: readonly string[]): void {
    this.#soloIds = channelIds;
    this.#mixer?.setSolo(channelIds);
  }

  /** Each reading is a message: none is sent that nobody sees. */
  watchMeters(isWatching: boolean): void {
    this.#areMetersSeen = isWatching;
    this.#apply();
  }

  resetLoudness(): void {
    this.#mixer?.resetLoudness();
  }

  /** Whatever the levels are. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    this.#mixer?.setSilent(isSilent);
  }

  /** In place of the watcher before. */
  watch(watcher: ChannelWatcher | undefined): void {
    this.#watcher = watcher;
    this.#mixer?.watch(watcher);
  }

  push(channelId: string, part: PcmPart): void {
    this.#running.add(channelId);
    this.#pushedUs = nowUs();
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    this.#mixer?.push(channelId, part);
    this.#mixer?.tick();
  }

  end(channelId: string): void {
    this.#running.delete(channelId);
    this.#mixer?.end(channelId);
  }

  #tick(): void {
    this.#mixer?.tick();
    if (this.#running.size > 0 || nowUs() < this.#pushedUs + REST_US) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #apply(): void {
    const { channels, isLimiterOn, ceilingDb, streamTrack } = this.#settings;
    this.#mixer?.setMaster({
      isLimiterOn,
      ceilingDb,
      tracks: maskOfTracks([...this.#wanted].map(soundTrackNumber)),
      meteredTrack: this.#areMetersSeen ? streamTrack : undefined,
    });
    this.#mixer?.setChannels(
      channels.map((channel): MixerChannel => ({
        ...channel,
        ...(this.#fades.get(channel.id) ?? ALWAYS),
      })),
    );
  }

  #send(track: TrackNumber, block: AudioBlock): void {
    const trackId = soundTrackId(track);
    if (this.#wanted.has(trackId)) this.#parts.sink.sendSound(trackId, block);
  }
}
