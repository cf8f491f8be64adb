/**
 * One run of ffmpeg through a file, from its start to its end: pictures and sound as they come, each with its time since
 * the start by counting. Holds no more than a few; the full pipe holds ffmpeg back.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { type AviItem, AviReader } from './avi-reader.ts';
import { FfmpegLogParser } from './ffmpeg-log.ts';
import { buildFilePlayerArguments, type FilePlayerInput } from './file-player-arguments.ts';
import type { InputMatrix } from './probe-matrix.ts';

export interface FilePassOptions extends FilePlayerInput {
  readonly ffmpegPath: string;
  readonly matrix: InputMatrix;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** Something came, or the pass has ended. */
  readonly onChange: () => void;
}

export type TimedItem = AviItem & { readonly mediaUs: number };

/** Read ahead of their time: bears a hiccup of the machine. */
const PICTURES_AHEAD = 3;
const SOUND_BYTES_AHEAD = 4_000_000;
/** Of a file that is a single picture. */
const SHORTEST_US = 1_000_000;

export class FilePass {
  readonly #options: FilePassOptions;
  readonly #reader: AviReader;
  readonly #logParser = new FfmpegLogParser();
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  #held: TimedItem[] = [];
  #pictures = 0;
  #samples = 0;
  #lastError = '';
  #failure: AppError | undefined;
  #isEnded = false;

  /** Starts at once. */
  constructor(options: FilePassOptions) {
    this.#options = options;
    const { ffmpegPath, format, matrix, log } = options;
    const pictureBytes = (format.width * format.height * 3) / 2;
    this.#reader = new AviReader({ pictureBytes, sampleBytes: 4 * format.channels });
    const child = spawn(ffmpegPath, buildFilePlayerArguments(options, matrix), {
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
      this.#failure ??= new AppError('encoder/failed-to-start', { message }, cause);
      this.#end();
    });
    child.on('close', () => this.#end());
  }

  /** While it runs. */
  get pid(): number | undefined {
    return this.#isEnded ? undefined : this.#child.pid;
  }

  get hasPicture(): boolean {
    return this.#pictures > 0;
  }

  /** Nothing comes any more; something may still be held. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Why it ended: for one that gave nothing. */
  get failure(): AppError {
    return this.#failure ?? unreadable(inWords(this.#lastError));
  }

  /** The earliest that is held, in the order of the file. */
  get first(): TimedItem | undefined {
    return this.#held[0];
  }

  /** Of all that came, up to the end of a frame: where the next pass begins. */
  get lengthUs(): number {
    const { fps, sampleRate } = this.#options.format;
    const frames = Math.max(this.#pictures, Math.ceil((this.#samples * fps) / sampleRate - 0.01));
    return Math.max(SHORTEST_US, (frames * 1e6) / fps);
  }

  /** Of the sound that came; 0 when there is none. */
  get soundUs(): number {
    return (this.#samples * 1e6) / this.#options.format.sampleRate;
  }

  shift(): void {
    this.#held.shift();
  }

  /** Reads on unless enough is held. */
  readOn(): void {
    let pictures = 0;
    let soundBytes = 0;
    for (const { type, data } of this.#held) {
      if (type === 'picture') pictures += 1;
      else soundBytes += data.byteLength;
    }
    if (pictures >= PICTURES_AHEAD || soundBytes >= SOUND_BYTES_AHEAD) this.#child.stdout.pause();
    else this.#child.stdout.resume();
  }

  /** Ends it at once and tells nothing any more. */
  stop(): void {
    this.#isEnded = true;
    this.#held = [];
    this.#child.kill('SIGKILL');
    this.#child.stdout.destroy();
  }

  #read(bytes: Uint8Array): void {
    if (this.#isEnded) return;
    try {
      for (const item of this.#reader.push(bytes)) this.#hold(item);
    } catch (error) {
      this.#failure = toAppError(error);
      this.#child.kill('SIGKILL');
      this.#end();
      return;
    }
    this.#options.onChange();
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

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#options.onChange();
  }
}

/** ffmpeg's words for what most often is the matter, in ours; else its own without what stands before them. */
function inWords(text: string): string {
  if (text.includes('matches no streams')) return 'it has no picture';
  if (text.includes('Invalid data found')) return 'ffmpeg finds no video in it';
  return text === '' ? 'ffmpeg stopped reading it' : (text.split(': ').at(-1) ?? text).slice(0, 200);
}

export function unreadable(reason: string): AppError {
  return new AppError('capture/file-unreadable', { message: `The file cannot be played: ${reason}.` });
}
