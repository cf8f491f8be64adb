/**
 * A video file as the program's source: plays it into `MediaInput` as if it were a page, by the same credits, and follows
 * the program's format. Knows nothing of encoding and destinations.
 */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { PlayFile } from '../../../shared/ipc/engine-control.ts';
import type { FromEngineMediaMessage, ToEngineMediaMessage } from '../../../shared/media/media-port.ts';
import { FilePlayer } from './file-player.ts';
import type { FilePlayerFormat } from './file-player-arguments.ts';
import type { MediaInput, MediaPort } from './media-input.ts';
import { mediaNowUs } from './page-clock.ts';

export interface FileFeedOptions {
  readonly input: MediaInput;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** The file can be played: its first picture is there. */
  readonly onReady: () => void;
  /** The program goes on. */
  readonly onTrouble: (text: string, error: AppError) => void;
  /** There is nothing to be had from it. */
  readonly onFailed: (error: AppError) => void;
}

export class FileFeed {
  readonly #options: FileFeedOptions;
  #file: { readonly ffmpegPath: string; readonly path: string; readonly hasSound: boolean } | undefined;
  #format: FilePlayerFormat | undefined;
  #player: FilePlayer | undefined;
  /** Takes the place of `#player` with its first picture. */
  #next: FilePlayer | undefined;
  #isPlaying = false;
  #credits = 0;
  #send: (message: ToEngineMediaMessage) => void = () => undefined;

  constructor(options: FileFeedOptions) {
    this.#options = options;
  }

  get pids(): readonly number[] {
    return [...(this.#player?.pids ?? []), ...(this.#next?.pids ?? [])];
  }

  /** Reads the file up to its first picture, which waits for `play`. */
  open(ffmpegPath: string, { path, hasSound, profile }: PlayFile): void {
    this.stop();
    this.#file = { ffmpegPath, path, hasSound };
    this.#options.input.playFrom(this.#createPort());
    this.#start(formatOf(profile));
  }

  /** The program runs. Nothing happens without a file. */
  play(): void {
    if (this.#file === undefined) return;
    this.#isPlaying = true;
    this.#player?.play();
  }

  /** Goes on, from the file's start, in another format; the rate and channels of the sound stay the program's. */
  changeProfile(profile: EncodingProfile): void {
    if (this.#format === undefined) return;
    const { width, height, fps } = formatOf(profile);
    if (width === this.#format.width && height === this.#format.height && fps === this.#format.fps) return;
    this.#start({ ...this.#format, width, height, fps });
  }

  stop(): void {
    this.#player?.stop();
    this.#next?.stop();
    this.#player = undefined;
    this.#next = undefined;
    this.#isPlaying = false;
    this.#format = undefined;
    if (this.#file !== undefined) this.#options.input.playFrom(undefined);
    this.#file = undefined;
  }

  #createPort(): MediaPort {
    this.#credits = 0;
    return {
      on: (_event, listener) => {
        this.#send = (data) => listener({ data });
      },
      postMessage: (message: FromEngineMediaMessage) => {
        if (message.type === 'credit') this.#credits += message.video;
      },
      start: () => undefined,
      close: () => {
        this.#send = () => undefined;
      },
    };
  }

  #start(format: FilePlayerFormat): void {
    if (this.#file === undefined) return;
    this.#format = format;
    this.#next?.stop();
    const player = new FilePlayer({
      ...this.#file,
      format,
      nowUs: mediaNowUs,
      log: this.#options.log,
      onReady: () => this.#take(player),
      onPicture: (data, timestampUs) => this.#picture(data, timestampUs, format),
      onSound: (data, timestampUs) => {
        const { sampleRate, channels } = format;
        this.#send({ type: 'audio', timestampUs, sampleRate, channels, data });
      },
      onFailed: (error) => this.#failed(player, error),
    });
    this.#next = player;
    player.start();
  }

  #take(player: FilePlayer): void {
    const isFirst = this.#player === undefined;
    this.#player?.stop();
    this.#player = player;
    this.#next = undefined;
    if (this.#isPlaying) player.play();
    else if (isFirst) this.#options.onReady();
  }

  #picture(data: ArrayBuffer | null, timestampUs: number, { width, height }: FilePlayerFormat): void {
    // The encoder repeats the picture before by itself.
    if (data === null) return;
    if (this.#credits === 0) {
      this.#send({ type: 'skipped', noCredit: 1, surplus: 0 });
      return;
    }
    this.#credits -= 1;
    const picture = { timestampUs, width, height, format: 'I420', colour: 'bt709-limited', data } as const;
    this.#send({ type: 'video', ...picture });
  }

  #failed(player: FilePlayer, error: AppError): void {
    if (player === this.#next && this.#player !== undefined) {
      this.#next = undefined;
      this.#options.onTrouble('The file goes on in the size and rate it had.', error);
    } else {
      this.stop();
      this.#options.onFailed(error);
    }
  }
}

function formatOf(profile: EncodingProfile): FilePlayerFormat {
  const { width, height, fps, audioSampleRate: sampleRate, audioChannels: channels } = profile;
  return { width, height, fps, sampleRate, channels };
}
