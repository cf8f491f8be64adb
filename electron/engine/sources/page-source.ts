/**
 * A page as a source: its end of the media port, its clock and its frame file. Times leave it on the engine's clock; until the page's
 * clock is known nothing is taken. Knows nothing of who takes frames and sound.
 */
import { missingCase } from '../../../shared/assert.ts';
import type {
  AudioBlockMessage,
  FrameFileMessage,
  FromEngineMediaMessage,
  StoredFrameMessage,
  VideoFrameMessage,
} from '../../../shared/media/media-port.ts';
import type { ToEngineApplicationMessage } from '../../../shared/media/application-port.ts';
import type { ToEngineMediaSourceMessage } from '../../../shared/media/media-source-port.ts';
import { MAIN_TRACK } from '../../../shared/media/track.ts';
import { FrameFileReader } from './frame-file-reader.ts';
import type { FrameSource, FrameConsumer, SoundConsumer, SoundSource } from './frame-source.ts';
import { PageClock } from './page-clock.ts';
import { frameBytes, readMessage, tameSamples } from './page-messages.ts';
import { ownPicture } from '../frames/picture-bytes.ts';

/** Characters kept of what the page says. */
const MAXIMUM_REASON = 300;

/** The part of a message port that is needed; Electron's `MessagePortMain` fits. */
export interface MediaPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(message: FromEngineMediaMessage): void;
  start(): void;
  close(): void;
}

export interface PageSourceOptions {
  readonly port: MediaPort;
  /** Of the page's browser session, where its frame file is found; undefined when it keeps no files. */
  readonly profileFolder: string | undefined;
  /** Of media sources, which the page shows and doesn't send. */
  readonly onMedia: (message: ToEngineMediaSourceMessage) => void;
  /** Of the sound of applications, which the page mixes. */
  readonly onApplication: (message: ToEngineApplicationMessage) => void;
  /** Called for each message that was refused, and when frames have to come over the port. */
  readonly onTrouble: (text: string) => void;
}

export class PageSource implements FrameSource, SoundSource {
  readonly #options: PageSourceOptions;
  readonly #clock: PageClock;
  #frameFile: FrameFileReader | undefined;
  #consumer: FrameConsumer | undefined;
  #takeSound: SoundConsumer = () => undefined;
  #isClosed = false;

  constructor(options: PageSourceOptions) {
    this.#options = options;
    const { port } = options;
    this.#clock = new PageClock((id) => port.postMessage({ type: 'clockRequest', id }));
    port.on('message', this.#receive);
    port.start();
    this.#clock.refresh();
  }

  get isReady(): boolean {
    return this.#clock.isKnown;
  }

  giveFramesTo(consumer: FrameConsumer): void {
    this.#consumer = consumer;
  }

  giveSoundTo(consumer: SoundConsumer): void {
    this.#takeSound = consumer;
  }

  wantTracks(trackIds: readonly string[]): void {
    this.#options.port.postMessage({ type: 'wantedTracks', trackIds });
  }

  grant(frames: number): void {
    this.#options.port.postMessage({ type: 'credit', trackId: MAIN_TRACK, video: frames });
  }

  close(): void {
    this.#isClosed = true;
    this.#options.port.close();
    this.#closeFrameFile();
  }

  readonly #receive = ({ data }: { readonly data: unknown }): void => {
    if (this.#isClosed) return;
    this.#clock.refresh();
    const message = readMessage(data);
    if (message === undefined) {
      this.#options.onTrouble('a message on the media port is none of ours');
      return;
    }
    switch (message.type) {
      case 'video':
      case 'stored':
        return this.#receiveFrame(message);
      case 'audio':
        return this.#receiveSound(message);
      case 'skipped':
        return this.#consumer?.skipped(message.noCredit);
      case 'frameFile':
        return this.#openFrameFile(message);
      case 'noFrameFile':
        return this.#options.onTrouble(
          `frames come over the port: ${message.reason.slice(0, MAXIMUM_REASON)}`,
        );
      case 'clockReply':
        return this.#takeClockReply(message.id, message.nowUs);
      case 'playMedia':
      case 'stopMedia':
      case 'mediaFile':
      case 'noMediaFile':
      case 'mediaTaken':
      case 'mediaSoundTaken':
        return this.#options.onMedia(message);
      case 'takeApplication':
      case 'endApplication':
      case 'applicationSoundTaken':
      case 'watchApplications':
        return this.#options.onApplication(message);
      default:
        missingCase(message);
    }
  };

  #receiveFrame(frame: VideoFrameMessage | StoredFrameMessage): void {
    const isStored = frame.type === 'stored';
    if (!this.isReady || this.#consumer?.wantsFrame() !== true) {
      if (isStored && this.#frameFile?.skip() === false) this.#frameFileBroke();
      return;
    }
    const data = isStored ? this.#frameFile?.read(frame.slot, frameBytes(frame)) : ownPicture(frame.data);
    if (!data) {
      this.#frameFileBroke();
      this.#consumer.frameLost();
      return;
    }
    const { width, height, format, colour } = frame;
    const timestampUs = this.#clock.toEngineUs(frame.timestampUs);
    this.#consumer.frame({ timestampUs, width, height, format, colour, data });
  }

  #receiveSound({ trackId, timestampUs, sampleRate, channels, data }: AudioBlockMessage): void {
    if (!this.isReady) return;
    tameSamples(data);
    const block = { timestampUs: this.#clock.toEngineUs(timestampUs), sampleRate, channels, data };
    this.#takeSound(block, trackId);
  }

  #takeClockReply(id: number, nowUs: number): void {
    const wasReady = this.isReady;
    if (!this.#clock.reply(id, nowUs)) this.#options.onTrouble('a reply on the media port was not asked for');
    else if (!wasReady && this.isReady) this.#consumer?.ready();
  }

  #openFrameFile(message: FrameFileMessage): void {
    const { port, profileFolder, onTrouble } = this.#options;
    this.#closeFrameFile();
    if (profileFolder !== undefined) this.#frameFile = FrameFileReader.open(profileFolder, message);
    if (this.#frameFile === undefined) onTrouble('the frame file was not found: frames come over the port');
    port.postMessage({ type: 'frameFile', isOpen: this.#frameFile !== undefined });
  }

  /** Frames come over the port from here on. */
  #frameFileBroke(): void {
    this.#options.onTrouble('a frame could not be read from the frame file');
    this.#closeFrameFile();
    this.#options.port.postMessage({ type: 'frameFile', isOpen: false });
  }

  #closeFrameFile(): void {
    this.#frameFile?.close();
    this.#frameFile = undefined;
  }
}
