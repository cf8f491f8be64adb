/**
 * Plays a media source from one start to the next: file after file, each begun ahead, so that no gap is between them. Gives pictures as
 * fast as slots come back, and knows no clock: who shows them does.
 */
import { basename } from 'node:path';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { FromEngineMediaSourceMessage } from '../../../shared/media/media-source-port.ts';
import { stampOf } from './look-at-file.ts';
import { MediaPass } from './media-pass.ts';
import type { MediaPassOptions } from './media-pass.ts';
import type { PlayList } from './play-list.ts';

/** Without the source and its run. */
export type PlayerMessage = FromEngineMediaSourceMessage extends infer Message
  ? Message extends FromEngineMediaSourceMessage
    ? Omit<Message, 'sourceId' | 'run'>
    : never
  : never;

export interface MediaPlayerOptions extends Pick<
  MediaPassOptions,
  'limit' | 'slots' | 'sampleRate' | 'window' | 'log'
> {
  readonly ffmpegPath: () => string;
  readonly paths: () => readonly string[];
  readonly list: PlayList;
  /** Where in the first file. */
  readonly atUs: number;
  readonly send: (message: PlayerMessage) => void;
}

/** The next pass begins so long before the end of the one under way. */
const AHEAD_US = 2_000_000;
/** Files that can't be played are tried again. */
const RETRY_MS = 2000;
/** A file that waits to be shown is looked at this often. */
const WATCH_MS = 1000;

interface Turn {
  readonly pass: MediaPass;
  readonly path: string;
  readonly entry: number;
}

export class MediaPlayer {
  readonly #options: MediaPlayerOptions;
  #current: Turn;
  #next: Turn | undefined;
  /** Since the start of the run, the place where the pass under way begins, less the place in its file. */
  #lineUs: number;
  /** In a row. */
  #failures = 0;
  #said = '';
  #isOver = false;
  #retry: NodeJS.Timeout | undefined;
  readonly #watch: NodeJS.Timeout;
  /** That the file had when it was looked at last. */
  #lastStamp: string | undefined;

  /** Begins at once. */
  constructor(options: MediaPlayerOptions) {
    this.#options = options;
    this.#lineUs = -options.atUs;
    this.#current = this.#begin(options.atUs);
    this.#current.pass.takeTurn();
    this.#watch = setInterval(() => void this.#lookAgain(), WATCH_MS);
  }

  get pids(): readonly number[] {
    return [this.#current.pass.pid, this.#next?.pass.pid].filter((pid) => pid !== undefined);
  }

  /** Of the file under way. */
  get path(): string {
    return this.#current.path;
  }

  /** The list is another one; the file under way stands at `entry` now. */
  listChanged(entry: number): void {
    this.#next?.pass.stop();
    this.#next = undefined;
    this.#options.list.goTo(entry);
    this.#current = { ...this.#current, entry };
  }

  /** A slot is free, sound was taken, or there is another file for pictures. */
  readOn(): void {
    this.#current.pass.readOn();
  }

  stop(): void {
    this.#isOver = true;
    // The list stands at what plays, not at what was begun ahead.
    if (this.#next !== undefined) this.#options.list.goTo(this.#current.entry);
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    this.#current.pass.stop();
    this.#next?.pass.stop();
  }

  /** A file that was replaced before any of its pictures showed is begun anew, once its change stands still. */
  async #lookAgain(): Promise<void> {
    const { slots, send } = this.#options;
    const { pass, path } = this.#current;
    if (pass.stamp === undefined || !slots.isUntouched) return;
    const stamp = await stampOf(path);
    const stands = stamp !== undefined && stamp === this.#lastStamp;
    this.#lastStamp = stamp;
    if (this.#isOver || pass !== this.#current.pass || !slots.isUntouched) return;
    if (!stands || stamp === pass.stamp) return;
    this.stop();
    send({ type: 'mediaFilesChanged' });
  }

  #begin(atUs: number): Turn {
    const { list, paths, send, ffmpegPath, limit, slots, sampleRate, window, log } = this.#options;
    const entry = list.current;
    const all = paths();
    const path = all[entry] ?? '';
    const pass: MediaPass = new MediaPass({
      ...{ ffmpegPath: ffmpegPath(), path, atUs, limit, slots, sampleRate, window, log },
      onBegan: ({ facts, durationUs }, shape) => {
        const fps = facts?.fps;
        send({
          type: 'mediaPass',
          // The list may have changed since the pass began.
          entry: pass === this.#current.pass ? this.#current.entry : entry,
          entries: all.length,
          name: basename(path),
          hasPictures: facts !== undefined,
          ...shape,
          fps,
          durationUs,
        });
      },
      onPicture: (picture, positionUs) => {
        this.#failures = 0;
        this.#said = '';
        send({ type: 'mediaPicture', ...picture, lineUs: this.#lineUs + positionUs, positionUs });
        this.#prepareNext(positionUs);
      },
      onSound: (data, rate, positionUs) => {
        const lineUs = this.#lineUs + positionUs;
        send({ type: 'mediaSound', lineUs, sampleRate: rate, data });
      },
      onOver: (error) => this.#passOver(pass, error),
    });
    return { pass, path, entry };
  }

  #prepareNext(positionUs: number): void {
    const { list } = this.#options;
    const { durationUs } = this.#current.pass;
    if (this.#next !== undefined || !list.hasNext) return;
    if (durationUs !== undefined && positionUs < durationUs - AHEAD_US) return;
    list.advance();
    this.#next = this.#begin(0);
  }

  #passOver(pass: MediaPass, error: AppError | undefined): void {
    if (this.#isOver || pass !== this.#current.pass) return;
    this.#lineUs += pass.endUs;
    if (error !== undefined && this.#failed(error)) return;
    if (this.#next === undefined) {
      const { list, send } = this.#options;
      if (!list.hasNext) return send({ type: 'mediaEnded', lineUs: this.#lineUs });
      list.advance();
      this.#next = this.#begin(0);
    }
    this.#current = this.#next;
    this.#next = undefined;
    this.#current.pass.takeTurn();
  }

  /** True where no file of the list can be played: they are tried again after a while. */
  #failed(error: AppError): boolean {
    const { list, paths, send } = this.#options;
    this.#failures += 1;
    const isWaiting = this.#failures >= paths().length;
    const record = error.toRecord();
    const said = `${String(isWaiting)} ${JSON.stringify(record)}`;
    if (said !== this.#said) send({ type: 'mediaFailed', error: record, isWaiting });
    this.#said = said;
    if (!isWaiting) return false;
    this.#next?.pass.stop();
    this.#next = undefined;
    this.#retry = setTimeout(() => {
      list.advance();
      this.#current = this.#begin(0);
      this.#current.pass.takeTurn();
    }, RETRY_MS);
    return true;
  }
}
