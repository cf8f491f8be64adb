/**
 * Main's side of the encoders: when to probe, what is known, who hears of it. A result is kept per ffmpeg and driver. The
 * first probe waits until the app has been idle for a while or Settings shows the encoders, and never runs while something is on air.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { release } from 'node:os';
import { Emitter } from '../../../shared/emitter.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { EncoderList, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import { readEncoderCache, writeEncoderCache } from '../../settings/encoder-cache.ts';
import type { BroadcastSession, EngineLink } from '../studio/broadcast-session.ts';
import type { FoundFfmpeg } from './ffmpeg-location.ts';

/**
 * After the start, and again after a broadcast that made a probe give way: the window has opened and capture has begun by then. Short,
 * since a stream that begins before has no hardware encoder; a probe gives way to it at once.
 */
const IDLE_MS = 10_000;

export interface EncodersOptions {
  readonly engine: EngineLink;
  readonly session: BroadcastSession;
  readonly folder: string;
  /** False for the command line: it goes live at once and asks for nothing else. */
  readonly mayProbe: boolean;
  /** What the graphics cards and their drivers are; empty where the files below say it. */
  readonly readGraphics: () => Promise<string>;
  readonly onFailed: (error: AppError) => void;
}

export class Encoders {
  readonly onChange = new Emitter<EncoderList>();
  readonly #options: EncodersOptions;
  #list: EncoderList = { phase: 'unknown', probes: [] };
  /** What was known before the probe that runs. */
  #before: EncoderList = this.#list;
  #key: string | undefined;
  /** Grows with each search: the newest counts. */
  #searches = 0;
  #timer: NodeJS.Timeout | undefined;
  /** A probe was asked for before there was an ffmpeg. */
  #isAwaited = false;

  constructor(options: EncodersOptions) {
    this.#options = options;
    const { engine, session } = options;
    engine.onMessage.on((message) => {
      if (message.type === 'ready') this.#sendToEngine();
      if (message.type === 'encodersProbed') this.#probed(message.probes);
    });
    engine.onExit.on(() => this.#probed());
    session.onSnapshot.on(() => {
      if (this.#isBusy) clearTimeout(this.#timer);
      else if (this.#list.phase === 'unknown' && this.#key !== undefined) this.#probeLater();
    });
  }

  get list(): EncoderList {
    return this.#list;
  }

  /** Another ffmpeg, or none, is in use. */
  async useFfmpeg(found: FoundFfmpeg | undefined): Promise<void> {
    const search = ++this.#searches;
    const key = found === undefined ? undefined : describe(found, await this.#options.readGraphics());
    if (search !== this.#searches || key === this.#key) return;
    this.#key = key;
    const probes = key === undefined ? undefined : await readEncoderCache(this.#options.folder, key);
    if (key !== this.#key) return;
    if (probes !== undefined) this.#know(probes);
    else this.#set({ phase: 'unknown', probes: [] });
    if (key === undefined || probes !== undefined) return;
    if (this.#isAwaited) this.probe();
    else this.#probeLater();
  }

  /** Somebody looks at what is known: nothing is waited for any more. */
  probeFirst(): void {
    if (this.#list.phase === 'unknown') this.probe();
  }

  /** Probes now, or once there is an ffmpeg; not while something is on air. */
  probe(): void {
    clearTimeout(this.#timer);
    this.#isAwaited = this.#key === undefined;
    if (this.#isBusy || this.#key === undefined || this.#list.phase === 'probing') return;
    this.#before = this.#list;
    this.#set({ phase: 'probing', probes: [] });
    this.#options.engine.send({ type: 'probeEncoders' });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  get #isBusy(): boolean {
    const { broadcast, recorder } = this.#options.session.snapshot;
    return broadcast.phase !== 'idle' || isRecorderBusy(recorder);
  }

  #probeLater(): void {
    clearTimeout(this.#timer);
    if (this.#options.mayProbe) this.#timer = setTimeout(() => this.probe(), IDLE_MS);
  }

  #probed(probes?: readonly EncoderProbe[]): void {
    if (this.#list.phase !== 'probing') return;
    if (probes === undefined) {
      this.#set(this.#before);
      return;
    }
    this.#know(probes);
    const { folder, onFailed } = this.#options;
    if (this.#key !== undefined)
      writeEncoderCache(folder, this.#key, probes).catch((error: unknown) => onFailed(toAppError(error)));
  }

  #know(probes: readonly EncoderProbe[]): void {
    this.#set({ phase: 'known', probes });
    this.#sendToEngine();
  }

  #sendToEngine(): void {
    const { phase, probes } = this.#list;
    if (phase === 'known') this.#options.engine.send({ type: 'useEncoders', probes });
  }

  #set(list: EncoderList): void {
    this.#list = list;
    this.onChange.emit(list);
  }
}

/** Changes with the ffmpeg, the system and its graphics drivers, as far as they can be seen without asking them. */
function describe({ path, version }: FoundFfmpeg, graphics: string): string {
  const read = (look: () => string): string => {
    try {
      return look();
    } catch {
      // Not there on this machine, which is a description as well.
      return '';
    }
  };
  const facts = [
    path,
    version,
    read(() => String(statSync(path).mtimeMs)),
    `${process.platform} ${release()}`,
    graphics,
    read(() => readFileSync('/proc/driver/nvidia/version', 'utf8').trim()),
    read(() => readdirSync('/dev/dri').sort().join(' ')),
  ];
  return facts.join('\n').slice(0, 4000);
}
