/**
 * One time through one file, from a place in it to its end. Starts ahead of its turn: until then, and while no slot is free, the full
 * pipe holds ffmpeg back, which costs nothing.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { MediaPicture } from '../../../shared/media/media-source-port.ts';
import { feedFlv } from '../../media-file/feed-flv.ts';
import { FfmpegLogParser } from '../ffmpeg/ffmpeg-log.ts';
import { FrameTimes } from './frame-times.ts';
import { explainReading, fileError, lookAtFile } from './look-at-file.ts';
import type { SeenFile } from './look-at-file.ts';
import { MatroskaReader } from './matroska-reader.ts';
import type { MatroskaItem } from './matroska-reader.ts';
import { PassSound } from './pass-sound.ts';
import { NOTHING_BYTES, shapeOf, shapeOfNothing } from './picture-shape.ts';
import type { PictureShape } from './picture-shape.ts';
import type { PictureSlots } from './picture-slots.ts';
import { buildReaderArguments } from './reader-arguments.ts';
import type { SoundWindow } from './sound-window.ts';

export interface MediaPassOptions {
  readonly ffmpegPath: string;
  readonly path: string;
  readonly atUs: number;
  readonly limit: { readonly width: number; readonly height: number };
  readonly slots: PictureSlots;
  /** Of the sound; undefined where nobody wants it. */
  readonly sampleRate: number | undefined;
  readonly window: SoundWindow;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** Its turn has come and it is known what comes. */
  readonly onBegan: (seen: SeenFile, shape: PictureShape) => void;
  readonly onPicture: (picture: Pick<MediaPicture, 'slot' | 'file' | 'data'>, positionUs: number) => void;
  readonly onSound: (data: ArrayBuffer, sampleRate: number, positionUs: number) => void;
  /** All that it has was given, or it can't be read: an error where no picture came. Not after `stop`. */
  readonly onOver: (error: AppError | undefined) => void;
}

const FIRST_PICTURE_DEADLINE_MS = 15_000;
const MAX_WORDS = 4000;
/** A file of sound alone gives pictures that show nothing, so often: by them its time is known. */
const NOTHING_US = 100_000;
/** Of a file of sound alone whose sound nobody wants: its time goes on. */
const UNHEARD_RATE = 48_000;

interface Reading {
  readonly child: ChildProcess;
  readonly seen: SeenFile;
  readonly shape: PictureShape;
  readonly times: FrameTimes;
  readonly reader: MatroskaReader;
  /** Undefined where there is none, or nobody wants it. */
  readonly sound: PassSound | undefined;
  /** There are no pictures but those that show nothing. */
  readonly isSoundAlone: boolean;
}

export class MediaPass {
  readonly #options: MediaPassOptions;
  readonly #stopping = new AbortController();
  #reading: Reading | undefined;
  #items: MatroskaItem[] = [];
  /** Of the picture that is being written. */
  #open: { readonly positionUs: number; left: number } | undefined;
  #pictures = 0;
  /** By its sound, where that decides. */
  #endUs: number | undefined;
  #words = '';
  #failure: AppError | undefined;
  #hasTurn = false;
  #hasBegun = false;
  #isDrained = false;
  #isOver = false;
  #deadline: NodeJS.Timeout | undefined;

  constructor(options: MediaPassOptions) {
    this.#options = options;
    void this.#start();
  }

  get pid(): number | undefined {
    return this.#isOver ? undefined : this.#reading?.child.pid;
  }

  /** Until when its last picture shows, in the file. */
  get endUs(): number {
    return this.#endUs ?? this.#reading?.times.endUs ?? this.#options.atUs;
  }

  /** Of its file when the pass began; undefined before. */
  get stamp(): string | undefined {
    return this.#reading?.seen.stamp;
  }

  get durationUs(): number | undefined {
    return this.#reading?.seen.durationUs;
  }

  /** Its pictures go into the slots from now on. */
  takeTurn(): void {
    this.#hasTurn = true;
    this.#deadline = setTimeout(() => {
      this.#failure = withReason('source/file-unreadable', 'fileFrameTimeout');
      this.#end();
    }, FIRST_PICTURE_DEADLINE_MS);
    this.readOn();
  }

  /** A slot is free, sound was taken, or something else has changed. */
  readOn(): void {
    if (!this.#hasTurn || this.#isOver) return;
    if (this.#failure !== undefined) return this.#end();
    const reading = this.#reading;
    if (reading === undefined) return;
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.#options.onBegan(reading.seen, reading.shape);
    }
    try {
      this.#read(reading);
    } catch (error) {
      this.#failure = toAppError(error);
      this.#items = [];
      this.#isDrained = true;
    }
    if (this.#isDrained && this.#items.length === 0 && this.#giveLastSound(reading)) this.#end();
  }

  /** Ends it at once and tells nothing any more. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#deadline);
    this.#items = [];
    this.#stopping.abort();
    this.#reading?.child.kill('SIGKILL');
    this.#reading?.child.stdout?.destroy();
  }

  async #start(): Promise<void> {
    const { ffmpegPath, path, limit } = this.#options;
    try {
      const seen = await lookAtFile(ffmpegPath, path);
      if (this.#isOver) return;
      this.#spawn(seen, seen.facts === undefined ? shapeOfNothing(limit) : shapeOf(seen.facts, limit));
    } catch (error) {
      this.#failure = toAppError(error);
    }
    this.readOn();
  }

  #spawn(seen: SeenFile, shape: PictureShape): void {
    const { ffmpegPath, path, atUs, log } = this.#options;
    const { container, matrix, decoder, facts } = seen;
    const isFlv = container === 'flv';
    const source = { path: isFlv ? undefined : path, format: container };
    const isSoundAlone = facts === undefined;
    const sampleRate = this.#options.sampleRate ?? (isSoundAlone ? UNHEARD_RATE : undefined);
    const sound =
      sampleRate === undefined || seen.sound === 'none'
        ? undefined
        : { sampleRate, isMono: seen.sound === 'mono' };
    const pictures = isSoundAlone ? undefined : shape;
    const fps = facts?.fps;
    const args = buildReaderArguments({ source, shape: pictures, fps, sound, matrix, atUs, decoder });
    const child = spawn(ffmpegPath, args, {
      stdio: [isFlv ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#reading = {
      ...{ child, seen, shape, isSoundAlone, times: new FrameTimes(fps, atUs) },
      reader: new MatroskaReader(sound && (isSoundAlone ? 1 : 2)),
      sound: sound && new PassSound(sound.sampleRate, atUs),
    };
    const { stdin } = child;
    if (stdin !== null)
      void feedFlv(path, stdin, { signal: this.#stopping.signal, log }).then((error) => {
        this.#failure ??= this.#pictures === 0 ? error : undefined;
      });
    // Read only on demand: what isn't taken stays in the pipe.
    child.stdout?.on('readable', () => this.readOn());
    child.stdout?.on('end', () => this.#drained());
    this.#listen(child);
    child.on('error', (cause) => {
      this.#failure = withReason('encoder/failed-to-start', 'ffmpegNotStarted', {}, cause);
      this.#drained();
    });
  }

  #listen(child: ChildProcess): void {
    const parser = new FfmpegLogParser();
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text: string) => {
      for (const entry of parser.push(text)) {
        if (entry.type !== 'message') continue;
        this.#options.log('debug', `media: ${entry.text}`);
        // The first error is the cause, the rest its consequences.
        if (entry.level === 'error') this.#words = `${this.#words}${entry.text}\n`.slice(0, MAX_WORDS);
      }
    });
  }

  #drained(): void {
    this.#isDrained = true;
    this.readOn();
  }

  /** Until there is no slot or nothing to read. */
  #read(reading: Reading): void {
    const { child, reader } = reading;
    for (;;) {
      while (this.#items.length > 0) {
        const [item] = this.#items;
        if (item !== undefined && !this.#take(item, reading)) return;
        this.#items.shift();
        if (this.#isOver) return;
      }
      const chunk: unknown = child.stdout?.read();
      if (!(chunk instanceof Uint8Array)) return;
      this.#items = reader.push(chunk);
    }
  }

  /** False while no slot is free, or too much sound is on its way. */
  #take(item: MatroskaItem, reading: Reading): boolean {
    const { shape, times, sound } = reading;
    const { slots, onPicture } = this.#options;
    if (item.type === 'sound') {
      if (!this.#giveSound(reading)) return false;
      sound?.write(item.bytes);
      this.#giveSound(reading);
      return true;
    }
    if (item.type === 'picture') {
      if (item.size !== shape.pictureBytes) throw withReason('source/file-unreadable', 'ffmpegStopped');
      if (!slots.begin(item.size)) return false;
      this.#open = { positionUs: times.place(item.timeMs), left: item.size };
      return true;
    }
    const open = this.#open;
    if (open === undefined) return true;
    slots.write(item.bytes);
    open.left -= item.bytes.length;
    if (open.left > 0) return true;
    this.#open = undefined;
    this.#pictures += 1;
    clearTimeout(this.#deadline);
    const picture = slots.finish();
    if (picture !== undefined) onPicture(picture, open.positionUs);
    return true;
  }

  /** False while there is more that could go. */
  #giveSound(reading: Reading): boolean {
    const { sound, times, isSoundAlone } = reading;
    const { window, sampleRate, onSound, atUs } = this.#options;
    if (sound === undefined) return true;
    const firstUs = isSoundAlone ? 0 : times.firstUs;
    while (isSoundAlone ? this.#giveNothing(sound.readUs) : true) {
      if (!window.take()) return false;
      const block = sound.take(firstUs, isSoundAlone ? atUs : times.endUs);
      if (block === undefined) {
        window.giveBack(1);
        return true;
      }
      if (sampleRate === undefined) window.giveBack(1);
      else onSound(block.data, sampleRate, block.positionUs);
    }
    return false;
  }

  /** Pictures that show nothing, up to a place in the file. False while no slot is free. */
  #giveNothing(untilUs: number): boolean {
    const { slots, onPicture, atUs } = this.#options;
    for (;;) {
      const positionUs = atUs + this.#pictures * NOTHING_US;
      if (positionUs >= untilUs) return true;
      if (!slots.begin(NOTHING_BYTES)) return false;
      slots.write(new Uint8Array(NOTHING_BYTES));
      this.#pictures += 1;
      clearTimeout(this.#deadline);
      const picture = slots.finish();
      if (picture !== undefined) onPicture(picture, positionUs);
    }
  }

  /** Once nothing more comes. False while some of it is still to be given. */
  #giveLastSound(reading: Reading): boolean {
    const { sound, times, isSoundAlone } = reading;
    if (sound === undefined) return true;
    // Of a file without a sample, the pictures say where it ends.
    if (sound.readUs <= this.#options.atUs) return true;
    const firstUs = isSoundAlone ? 0 : (times.firstUs ?? 0);
    this.#endUs ??= sound.finish(firstUs, isSoundAlone ? undefined : times.shownUs);
    return this.#giveSound(reading);
  }

  /** What came of a damaged file is shown; a place behind the file's end has nothing to show. */
  #end(): void {
    if (this.#isOver) return;
    this.stop();
    const { path, atUs, onOver } = this.#options;
    const isEmpty = this.#pictures === 0 && (atUs === 0 || this.#failure !== undefined);
    if (!isEmpty) return onOver(undefined);
    const { reason, details } = explainReading(this.#words);
    onOver(fileError(path, this.#failure ?? withReason('source/file-unreadable', reason, details)));
  }
}
