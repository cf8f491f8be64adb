/**
 * One run of ffmpeg through a file, from its start to its end: pictures and sound as they come, each with its time since
 * the start by counting. Holds no more than a few; the full pipe holds ffmpeg back.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { explainFfmpeg } from '../../media-file/ffmpeg-input.ts';
import type { FfmpegInput, FileFault } from '../../media-file/ffmpeg-input.ts';
import { feedFlv } from '../../media-file/feed-flv.ts';
import { AviReader } from './avi-reader.ts';
import type { AviItem } from './avi-reader.ts';
import { FfmpegLogParser } from '../ffmpeg/ffmpeg-log.ts';
import { buildFilePlayerArguments } from './file-player-arguments.ts';
import type { FilePlayerInput } from './file-player-arguments.ts';
import type { InputMatrix } from '../ffmpeg/probe-matrix.ts';

export interface FilePassOptions extends FilePlayerInput {
  readonly ffmpegPath: string;
  readonly matrix: InputMatrix;
  /** By the file's first bytes, as ffmpeg calls it. FLV is read by us and comes to ffmpeg in order. */
  readonly container: string | undefined;
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
const MAXIMUM_WORDS = 4000;

export class FilePass {
  readonly #options: FilePassOptions;
  readonly #reader: AviReader;
  readonly #logParser = new FfmpegLogParser();
  readonly #child: ChildProcess;
  readonly #stopping = new AbortController();
  #held: TimedItem[] = [];
  #pictures = 0;
  #samples = 0;
  #errors = '';
  #failure: AppError | undefined;
  #isEnded = false;

  /** Starts at once. */
  constructor(options: FilePassOptions) {
    this.#options = options;
    const { ffmpegPath, path, format, container, matrix, log } = options;
    const pictureBytes = (format.width * format.height * 3) / 2;
    this.#reader = new AviReader({ pictureBytes, sampleBytes: 4 * format.channels });
    const isFlv = container === 'flv';
    const source: FfmpegInput = { path: isFlv ? undefined : path, format: container };
    const child = spawn(ffmpegPath, buildFilePlayerArguments(source, options, matrix), {
      stdio: [isFlv ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child = child;
    if (isFlv) void this.#feed();
    child.stdout?.on('data', (bytes: Buffer) => this.#read(bytes));
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text: string) => {
      for (const entry of this.#logParser.push(text)) {
        if (entry.type !== 'message') continue;
        log('debug', `file: ${entry.text}`);
        // The first error is the cause, the rest its consequences.
        if (entry.level === 'error') this.#errors = `${this.#errors}${entry.text}\n`.slice(0, MAXIMUM_WORDS);
      }
    });
    child.on('error', (cause) => {
      this.#failure ??= withReason('encoder/failed-to-start', 'ffmpegNotStarted', {}, cause);
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
    return this.#failure ?? unreadable(explainFfmpeg(this.#errors));
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
    if (pictures >= PICTURES_AHEAD || soundBytes >= SOUND_BYTES_AHEAD) this.#child.stdout?.pause();
    else this.#child.stdout?.resume();
  }

  /** Ends it at once and tells nothing any more. */
  stop(): void {
    this.#isEnded = true;
    this.#held = [];
    this.#stopping.abort();
    this.#child.kill('SIGKILL');
    this.#child.stdout?.destroy();
  }

  async #feed(): Promise<void> {
    const { stdin } = this.#child;
    const { path, log } = this.#options;
    if (stdin === null) return;
    this.#failure ??= await feedFlv(path, stdin, { signal: this.#stopping.signal, log });
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

export function unreadable({ reason, details }: FileFault): AppError {
  return withReason('capture/file-unreadable', reason, details);
}
