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
import { shapeOf } from './picture-shape.ts';
import type { PictureShape } from './picture-shape.ts';
import type { PictureSlots } from './picture-slots.ts';
import { buildReaderArguments } from './reader-arguments.ts';

export interface MediaPassOptions {
  readonly ffmpegPath: string;
  readonly path: string;
  readonly atUs: number;
  readonly limit: { readonly width: number; readonly height: number };
  readonly slots: PictureSlots;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** Its turn has come and it is known what comes. */
  readonly onBegan: (seen: SeenFile, shape: PictureShape) => void;
  readonly onPicture: (picture: Pick<MediaPicture, 'slot' | 'file' | 'data'>, positionUs: number) => void;
  /** All that it has was given, or it can't be read: an error where no picture came. Not after `stop`. */
  readonly onOver: (error: AppError | undefined) => void;
}

const FIRST_PICTURE_DEADLINE_MS = 15_000;
const MAX_WORDS = 4000;

interface Reading {
  readonly child: ChildProcess;
  readonly seen: SeenFile;
  readonly shape: PictureShape;
  readonly times: FrameTimes;
  readonly reader: MatroskaReader;
}

export class MediaPass {
  readonly #options: MediaPassOptions;
  readonly #stopping = new AbortController();
  #reading: Reading | undefined;
  #items: MatroskaItem[] = [];
  /** Of the picture that is being written. */
  #open: { readonly positionUs: number; left: number } | undefined;
  #pictures = 0;
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
    return this.#reading?.times.endUs ?? this.#options.atUs;
  }

  /** Of its file when the pass began; undefined before. */
  get stamp(): string | undefined {
    return this.#reading?.seen.stamp;
  }

  get durationUs(): number | undefined {
    return this.#reading?.seen.facts.durationUs;
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

  /** A slot is free, or something else has changed. */
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
      this.#isDrained = true;
    }
    if (this.#isDrained && this.#items.length === 0) this.#end();
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
      this.#spawn(seen, shapeOf(seen.facts, limit));
    } catch (error) {
      this.#failure = toAppError(error);
    }
    this.readOn();
  }

  #spawn(seen: SeenFile, shape: PictureShape): void {
    const { ffmpegPath, path, atUs, log } = this.#options;
    const { container, matrix, decoder } = seen;
    const isFlv = container === 'flv';
    const source = { path: isFlv ? undefined : path, format: container };
    const child = spawn(ffmpegPath, buildReaderArguments({ source, shape, matrix, atUs, decoder }), {
      stdio: [isFlv ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const times = new FrameTimes(seen.facts.fps, atUs);
    this.#reading = { child, seen, shape, times, reader: new MatroskaReader() };
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
  #read({ child, shape, times, reader }: Reading): void {
    for (;;) {
      while (this.#items.length > 0) {
        const [item] = this.#items;
        if (item !== undefined && !this.#take(item, shape, times)) return;
        this.#items.shift();
        if (this.#isOver) return;
      }
      const chunk: unknown = child.stdout?.read();
      if (!(chunk instanceof Uint8Array)) return;
      this.#items = reader.push(chunk);
    }
  }

  /** False while no slot is free. */
  #take(item: MatroskaItem, shape: PictureShape, times: FrameTimes): boolean {
    const { slots, onPicture } = this.#options;
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
