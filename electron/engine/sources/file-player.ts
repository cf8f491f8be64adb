/**
 * Plays a video file again and again: picture n of a pass at `start + n / fps`, sample k at `start + k / rate`, so that both
 * are in step however late they come, and each pass begins both anew on a frame. Given out at the pace of the clock. Knows
 * nothing of who takes them, nor of encoding.
 */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { openMediaSource } from '../../media-file/media-source.ts';
import { FilePass, unreadable } from './file-pass.ts';
import type { TimedItem } from './file-pass.ts';
import type { FilePlayerInput } from './file-player-arguments.ts';
import { probeMatrix } from '../ffmpeg/probe-matrix.ts';
import type { InputMatrix } from '../ffmpeg/probe-matrix.ts';

export interface FilePlayerOptions extends FilePlayerInput {
  readonly ffmpegPath: string;
  /** The one clock of frames and sound, microseconds. */
  readonly nowUs: () => number;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** The first picture is there and waits for `play`. */
  readonly onReady: () => void;
  /** Undefined: as the picture before. */
  readonly onPicture: (data: ArrayBuffer | undefined, timestampUs: number) => void;
  /** Interleaved float PCM in the format asked for. */
  readonly onSound: (data: ArrayBuffer, timestampUs: number) => void;
  /** It ended by itself: `capture/file-unreadable` or `encoder/failed-to-start`. Not after `stop`. */
  readonly onFailed: (error: AppError) => void;
}

/** Further behind the clock, the file goes on from where it is instead of catching up. */
const REANCHOR_US = 1_000_000;
/** What comes this long after its neighbour in the other medium was already replaced by silence or a held picture. */
const STALE_US = 500_000;
const FIRST_PICTURE_DEADLINE_MS = 15_000;

export class FilePlayer {
  readonly #options: FilePlayerOptions;
  #matrix: InputMatrix = 'asTagged';
  #container: string | undefined;
  #pass: FilePass | undefined;
  /** Started ahead: waits with its first pictures for the end of `#pass`. */
  #next: FilePass | undefined;
  #originUs: number | undefined;
  /** When the pass under way began, since the origin. */
  #passUs = 0;
  /** Since the origin, of what was given out; the further of both media. */
  #newestUs = 0;
  #isReady = false;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(options: FilePlayerOptions) {
    this.#options = options;
  }

  /** Of what runs. */
  get pids(): readonly number[] {
    return [this.#pass?.pid, this.#next?.pid].filter((pid) => pid !== undefined);
  }

  /** Reads up to the first picture. Failures come by `onFailed`. */
  start(): void {
    const { ffmpegPath, path } = this.#options;
    this.#deadline = setTimeout(
      () => this.#fail(unreadable({ reason: 'fileFrameTimeout' })),
      FIRST_PICTURE_DEADLINE_MS,
    );
    void this.#look(ffmpegPath, path);
  }

  /** What kind of file it is; then the first pass begins. */
  async #look(ffmpegPath: string, path: string): Promise<void> {
    try {
      const source = await openMediaSource(path);
      this.#container = source.format;
      await source.close();
    } catch (error) {
      this.#fail(new AppError('capture/file-unreadable', toAppError(error).details, error));
      return;
    }
    if (this.#isOver) return;
    this.#matrix = await probeMatrix(ffmpegPath, { path, format: this.#container });
    if (!this.#isOver) this.#pass = this.#begin();
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
    this.#pass?.stop();
    this.#next?.stop();
  }

  #begin(): FilePass {
    return new FilePass({
      ...this.#options,
      matrix: this.#matrix,
      container: this.#container,
      onChange: () => this.#changed(),
    });
  }

  #fail(error: AppError): void {
    if (this.#isOver) return;
    this.stop();
    this.#options.onFailed(error);
  }

  #changed(): void {
    if (this.#isOver || this.#pass === undefined) return;
    if (!this.#isReady && this.#pass.hasPicture) {
      this.#isReady = true;
      clearTimeout(this.#deadline);
      this.#options.onReady();
    }
    if (!this.#isReady && this.#pass.isEnded) this.#fail(this.#pass.failure);
    else this.#release();
  }

  /** Gives out what is due, and reads on. */
  #release(): void {
    clearTimeout(this.#timer);
    while (this.#originUs !== undefined && this.#pass !== undefined && !this.#isOver) {
      const item = this.#pass.first;
      if (item === undefined) {
        if (!this.#pass.isEnded || !this.#turnOver(this.#pass, this.#originUs)) break;
        continue;
      }
      const aheadUs = this.#originUs + this.#passUs + item.mediaUs - this.#options.nowUs();
      if (aheadUs > 0) {
        this.#timer = setTimeout(() => this.#release(), Math.ceil(aheadUs / 1000));
        break;
      }
      this.#pass.shift();
      this.#give(item, this.#originUs);
      if (!this.#isOver) this.#next ??= this.#begin();
    }
    if (this.#isOver) return;
    this.#pass?.readOn();
    this.#next?.readOn();
  }

  /** The next pass begins where the one before ends; false while it has nothing yet. */
  #turnOver(pass: FilePass, originUs: number): boolean {
    const next = this.#next;
    if (next?.first === undefined) {
      if (next?.isEnded === true) this.#fail(next.failure);
      return false;
    }
    if (pass.soundUs > 0) this.#fillWithSilence(originUs + this.#passUs + pass.soundUs, pass);
    this.#passUs += pass.lengthUs;
    this.#pass = next;
    this.#next = undefined;
    return true;
  }

  /** A long hole is the program's own to fill. */
  #fillWithSilence(fromUs: number, pass: FilePass): void {
    const { sampleRate, channels } = this.#options.format;
    const samples = Math.round(((pass.lengthUs - pass.soundUs) * sampleRate) / 1e6);
    if (samples <= 0 || samples > sampleRate) return;
    this.#options.onSound(new ArrayBuffer(samples * 4 * channels), Math.round(fromUs));
  }

  #give(item: TimedItem, originUs: number): void {
    const mediaUs = this.#passUs + item.mediaUs;
    this.#newestUs = Math.max(this.#newestUs, mediaUs);
    const behindUs = this.#options.nowUs() - originUs - this.#newestUs;
    const startUs = behindUs > REANCHOR_US ? originUs + behindUs : originUs;
    if (startUs !== originUs) {
      this.#originUs = startUs;
      const lateMs = Math.round(behindUs / 1000);
      this.#options.log('warn', `file: ${lateMs} ms behind the clock, goes on from where it is`);
    }
    if (mediaUs < this.#newestUs - STALE_US) return;
    const timestampUs = Math.round(startUs + mediaUs);
    if (item.type === 'picture') this.#options.onPicture(item.data, timestampUs);
    else this.#options.onSound(item.data, timestampUs);
  }
}
