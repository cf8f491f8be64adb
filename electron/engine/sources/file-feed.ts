/**
 * A video file as the program's source: plays it by the same credits as a page gives frames, and follows the program's
 * format. Knows nothing of encoding and destinations.
 */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { PlayFile } from '../../../shared/ipc/engine-control.ts';
import { FilePlayer } from './file-player.ts';
import type { FilePlayerFormat } from './file-player-arguments.ts';
import type { FrameSource, FrameConsumer, SoundConsumer, SoundSource } from './frame-source.ts';
import type { MediaInput } from './media-input.ts';
import { mediaNowUs } from './page-clock.ts';
import { ownPicture } from '../frames/picture-bytes.ts';

export interface FileFeedOptions {
  readonly input: MediaInput;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** The file can be played: its first picture is there. */
  readonly onReady: () => void;
  /** The file could not be opened in another format; the program goes on in the format it had. */
  readonly onFormatKept: (error: AppError) => void;
  /** There is nothing to be had from it. */
  readonly onFailed: (error: AppError) => void;
}

export class FileFeed implements FrameSource, SoundSource {
  /** The file's times are the engine's own. */
  readonly isReady = true;
  readonly #options: FileFeedOptions;
  #file: { readonly ffmpegPath: string; readonly path: string; readonly hasSound: boolean } | undefined;
  #format: FilePlayerFormat | undefined;
  #player: FilePlayer | undefined;
  /** Takes the place of `#player` with its first picture. */
  #next: FilePlayer | undefined;
  #isPlaying = false;
  #credits = 0;
  #consumer: FrameConsumer | undefined;
  #takeSound: SoundConsumer = () => undefined;

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
    this.#credits = 0;
    this.#options.input.useFile(this);
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
    if (this.#file !== undefined) this.#options.input.useFile(undefined);
    this.#file = undefined;
  }

  giveFramesTo(consumer: FrameConsumer): void {
    this.#consumer = consumer;
  }

  giveSoundTo(consumer: SoundConsumer): void {
    this.#takeSound = consumer;
  }

  /** Its one sound is in every track. */
  wantTracks(): void {}

  grant(frames: number): void {
    this.#credits += frames;
  }

  close(): void {
    this.#consumer = undefined;
    this.#takeSound = () => undefined;
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
        this.#takeSound({ timestampUs, sampleRate, channels, data });
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

  #picture(data: ArrayBuffer | undefined, timestampUs: number, { width, height }: FilePlayerFormat): void {
    // The encoder repeats the picture before by itself.
    if (data === undefined) return;
    if (this.#credits === 0) {
      this.#consumer?.skipped(1);
      return;
    }
    this.#credits -= 1;
    if (this.#consumer?.wantsFrame() !== true) return;
    const shape = { timestampUs, width, height, format: 'I420', colour: 'bt709-limited' } as const;
    this.#consumer.frame({ ...shape, data: ownPicture(data) });
  }

  #failed(player: FilePlayer, error: AppError): void {
    if (player === this.#next && this.#player !== undefined) {
      this.#next = undefined;
      this.#options.onFormatKept(error);
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
