/**
 * Plays a video file through one ffmpeg: picture n at `origin + n / fps`, sample k at `origin + k / rate`, so that both are
 * in step however late they come. Read at the pace of the clock; the full pipe holds ffmpeg back. Knows nothing of who
 * takes them, nor of encoding.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { type AviItem, AviReader } from './avi-reader.ts';
import { FfmpegLogParser } from './ffmpeg-log.ts';
import { buildFilePlayerArguments, type FilePlayerInput } from './file-player-arguments.ts';
import { type InputMatrix, probeMatrix } from './probe-matrix.ts';

export interface FilePlayerOptions extends FilePlayerInput {
  readonly ffmpegPath: string;
  /** The one clock of frames and sound, microseconds. */
  readonly nowUs: () => number;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** The first picture is there and waits for `play`. */
  readonly onReady: () => void;
  /** `null`: as the picture before. */
  readonly onPicture: (data: ArrayBuffer | null, timestampUs: number) => void;
  /** Interleaved float PCM in the format asked for. */
  readonly onSound: (data: ArrayBuffer, timestampUs: number) => void;
  /** It ended by itself: `capture/file-unreadable` or `encoder/failed-to-start`. Not after `stop`. */
  readonly onFailed: (error: AppError) => void;
}

type TimedItem = AviItem & { readonly mediaUs: number };

/** Read ahead of their time: bears a hiccup of the machine. */
const PICTURES_AHEAD = 3;
const SOUND_BYTES_AHEAD = 4_000_000;
/** Further behind the clock, the file goes on from where it is instead of catching up. */
const REANCHOR_US = 1_000_000;
/** What comes this long after its neighbour in the other medium was already replaced by silence or a held picture. */
const STALE_US = 500_000;
const FIRST_PICTURE_DEADLINE_MS = 15_000;

export class FilePlayer {
  readonly #options: FilePlayerOptions;
  readonly #reader: AviReader;
  readonly #logParser = new FfmpegLogParser();
  #child: ChildProcessByStdio<null, Readable, Readable> | undefined;
  #held: TimedItem[] = [];
  #pictures = 0;
  #samples = 0;
  #originUs: number | undefined;
  /** Of what was given out; the further of both media. */
  #newestUs = 0;
  #lastError = '';
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(options: FilePlayerOptions) {
    this.#options = options;
    const { width, height, channels } = options.format;
    this.#reader = new AviReader({ pictureBytes: (width * height * 3) / 2, sampleBytes: 4 * channels });
  }

  /** While it runs. */
  get pid(): number | undefined {
    return this.#isOver ? undefined : this.#child?.pid;
  }

  /** How much of the file, over its loops, was given out; microseconds. */
  get playedUs(): number {
    return this.#newestUs;
  }

  /** Reads up to the first picture. Failures come by `onFailed`. */
  start(): void {
    const { ffmpegPath, path } = this.#options;
    this.#deadline = setTimeout(
      () => this.#fail(unreadable('no picture came in time')),
      FIRST_PICTURE_DEADLINE_MS,
    );
    void probeMatrix(ffmpegPath, path).then((matrix) => {
      if (!this.#isOver) this.#spawn(matrix);
    });
  }

  #spawn(matrix: InputMatrix): void {
    const { ffmpegPath, log } = this.#options;
    const child = spawn(ffmpegPath, buildFilePlayerArguments(this.#options, matrix), {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child = child;
    child.stdout.on('data', (bytes: Buffer) => this.#read(bytes));
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      for (const entry of this.#logParser.push(text)) {
        if (entry.type !== 'message') continue;
        log('debug', `file: ${entry.text}`);
        if (entry.level === 'error') this.#lastError = entry.text;
      }
    });
    child.on('error', (cause) => {
      const message = 'ffmpeg could not be started';
      this.#fail(new AppError('encoder/failed-to-start', { message }, cause));
    });
    child.on('close', () => this.#fail(unreadable(inWords(this.#lastError))));
  }

  /** The file's time 0 is now. */
  play(): void {
    this.#originUs ??= this.#options.nowUs();
    this.#release();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    this.#held = [];
    this.#child?.kill('SIGKILL');
    this.#child?.stdout.destroy();
  }

  #fail(error: AppError): void {
    if (this.#isOver) return;
    this.stop();
    this.#options.onFailed(error);
  }

  #read(bytes: Uint8Array): void {
    if (this.#isOver) return;
    let items: AviItem[];
    try {
      items = this.#reader.push(bytes);
    } catch (error) {
      this.#fail(toAppError(error));
      return;
    }
    const isFirst = this.#pictures === 0;
    for (const item of items) this.#hold(item);
    if (isFirst && this.#pictures > 0) {
      clearTimeout(this.#deadline);
      this.#options.onReady();
    }
    this.#release();
  }

  #hold(item: AviItem): void {
    const { fps, sampleRate, channels } = this.#options.format;
    if (item.type === 'picture') {
      this.#held.push({ ...item, mediaUs: (this.#pictures * 1e6) / fps });
      this.#pictures += 1;
    } else {
      this.#held.push({ ...item, mediaUs: (this.#samples * 1e6) / sampleRate });
      this.#samples += item.data.byteLength / (4 * channels);
    }
  }

  /** Gives out what is due, and reads on unless enough waits. */
  #release(): void {
    clearTimeout(this.#timer);
    for (let next = this.#held[0]; next !== undefined && this.#originUs !== undefined; next = this.#held[0]) {
      const aheadUs = this.#originUs + next.mediaUs - this.#options.nowUs();
      if (aheadUs > 0) {
        this.#timer = setTimeout(() => this.#release(), Math.ceil(aheadUs / 1000));
        break;
      }
      this.#held.shift();
      this.#give(next, this.#originUs);
    }
    if (this.#isOver) return;
    const pictures = this.#held.filter(({ type }) => type === 'picture').length;
    const soundBytes = this.#held.reduce(
      (sum, { type, data }) => sum + (type === 'sound' && data !== null ? data.byteLength : 0),
      0,
    );
    if (pictures >= PICTURES_AHEAD || soundBytes >= SOUND_BYTES_AHEAD) this.#child?.stdout.pause();
    else this.#child?.stdout.resume();
  }

  #give(item: TimedItem, originUs: number): void {
    this.#newestUs = Math.max(this.#newestUs, item.mediaUs);
    const behindUs = this.#options.nowUs() - originUs - this.#newestUs;
    const startUs = behindUs > REANCHOR_US ? originUs + behindUs : originUs;
    if (startUs !== originUs) {
      this.#originUs = startUs;
      const lateMs = Math.round(behindUs / 1000);
      this.#options.log('warn', `file: ${lateMs} ms behind the clock, goes on from where it is`);
    }
    if (item.mediaUs < this.#newestUs - STALE_US) return;
    const timestampUs = Math.round(startUs + item.mediaUs);
    if (item.type === 'picture') this.#options.onPicture(item.data, timestampUs);
    else this.#options.onSound(item.data, timestampUs);
  }
}

/** ffmpeg's words for what most often is the matter, in ours; else its own without what stands before them. */
function inWords(text: string): string {
  if (text.includes('matches no streams')) return 'it has no picture';
  if (text.includes('Invalid data found')) return 'ffmpeg finds no video in it';
  return text === '' ? 'ffmpeg stopped reading it' : (text.split(': ').at(-1) ?? text).slice(0, 200);
}

function unreadable(reason: string): AppError {
  return new AppError('capture/file-unreadable', { message: `The file cannot be played: ${reason}.` });
}
