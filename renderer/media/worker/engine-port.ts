/**
 * The worker's end of the port to the engine: credits, and the count of what was skipped. A frame is sent only against
 * a credit; sound always. Frames go by way of the frame file; until it is open, and when it cannot be had, the port itself
 * carries them. Either way they are copied, so buffers stay the sender's and are reused.
 */
import type {
  FromEngineMediaMessage,
  ClockReply,
  NoFrameFileMessage,
  SkippedMessage,
  StoredFrameMessage,
  VideoFrameMessage,
  AudioBlockMessage,
  AudioBlock,
} from '../../../shared/media/media-port.ts';
import type {
  FromEngineApplicationMessage,
  ToEngineApplicationMessage,
} from '../../../shared/media/application-port.ts';
import type {
  FromEngineMediaSourceMessage,
  ToEngineMediaSourceMessage,
} from '../../../shared/media/media-source-port.ts';
import { MAIN_TRACK } from '../../../shared/media/track.ts';
import { nowUs } from './clock.ts';
import { FrameFileWriter } from './frame-file-writer.ts';
import type { FrameSink, RawFrame, SoundSink } from '../sources/frame-source.ts';

const SKIP_REPORT_MS = 1000;

export interface EnginePortParts {
  /** Frames may be sent again. */
  onCredit(): void;
  /** An engine, in place of the one before. */
  onConnected(): void;
  onMedia(message: FromEngineMediaSourceMessage): void;
  onApplication(message: FromEngineApplicationMessage): void;
  /** Of sound: somebody takes these from now on, and no others. */
  onWantedTracks(trackIds: readonly string[]): void;
}

export class EnginePort implements FrameSink, SoundSink {
  #port: MessagePort | undefined;
  #credits = 0;
  #noCredit = 0;
  #surplus = 0;
  #file: FrameFileWriter | undefined;
  /** `missing` until a frame asks for it, `refused` where there is none to be had. */
  #fileState: 'missing' | 'asked' | 'open' | 'refused' = 'missing';
  readonly #parts: EnginePortParts;

  constructor(parts: EnginePortParts) {
    this.#parts = parts;
    setInterval(() => this.#reportSkipped(), SKIP_REPORT_MS);
  }

  /** Takes a new port in place of the old one; credits start at none. */
  connect(port: MessagePort): void {
    this.#port?.close();
    this.#port = port;
    this.#credits = 0;
    this.#noCredit = 0;
    this.#surplus = 0;
    this.#dropFile('missing');
    this.#parts.onWantedTracks([]);
    port.onmessage = (event: MessageEvent<FromEngineMediaMessage>) => {
      if (port === this.#port) this.#receive(event.data);
    };
    port.start();
    this.#parts.onConnected();
  }

  #receive(message: FromEngineMediaMessage): void {
    if (message.type === 'clockRequest') {
      this.#port?.postMessage({ type: 'clockReply', id: message.id, nowUs: nowUs() } satisfies ClockReply);
    } else if (message.type === 'credit') {
      this.#credits += message.video;
      this.#parts.onCredit();
    } else if (message.type === 'wantedTracks') {
      this.#parts.onWantedTracks(message.trackIds);
    } else if (isOfApplication(message)) {
      this.#parts.onApplication(message);
    } else if (message.type !== 'frameFile') {
      this.#parts.onMedia(message);
    } else if (!message.isOpen) {
      this.#file?.release();
      this.#dropFile('refused');
    } else if (this.#fileState === 'asked') {
      this.#fileState = 'open';
    }
  }

  get hasCredit(): boolean {
    return this.#credits > 0;
  }

  /** Sends a frame and spends a credit. */
  send({ timestampUs, width, height, format, colour, data }: RawFrame): void {
    // In the order of time: what was skipped before a broadcast's first frame is heard before it.
    this.#reportSkipped();
    this.#credits -= 1;
    let slot: number | undefined;
    try {
      if (this.#hasFileFor(data.length)) slot = this.#file?.write(data);
    } catch (error) {
      this.#refuseFile(error);
    }
    const frame = { trackId: MAIN_TRACK, timestampUs, width, height, format, colour };
    this.#port?.postMessage(
      slot === undefined
        ? ({ type: 'video', ...frame, data: data.slice().buffer } satisfies VideoFrameMessage)
        : ({ type: 'stored', ...frame, slot } satisfies StoredFrameMessage),
    );
  }

  sendSound(trackId: string, { timestampUs, sampleRate, channels, data }: AudioBlock): void {
    const block = { trackId, timestampUs, sampleRate, channels, data };
    this.#port?.postMessage({ type: 'audio', ...block } satisfies AudioBlockMessage);
  }

  sendMedia(message: ToEngineMediaSourceMessage | ToEngineApplicationMessage): void {
    this.#port?.postMessage(message);
  }

  /** Asks for a file where there is none of that size. False while a frame has to go over the port. */
  #hasFileFor(bytes: number): boolean {
    if (this.#fileState === 'open' && this.#file?.takes(bytes) === false) this.#dropFile('missing');
    if (this.#fileState === 'missing') void this.#openFile(bytes);
    return this.#fileState === 'open';
  }

  async #openFile(slotBytes: number): Promise<void> {
    const port = this.#port;
    this.#fileState = 'asked';
    try {
      const file = await FrameFileWriter.create(slotBytes, MAIN_TRACK);
      if (port !== this.#port) return file.release();
      this.#file = file;
      port?.postMessage(file.message);
    } catch (error) {
      if (port === this.#port) this.#refuseFile(error);
    }
  }

  #refuseFile(error: unknown): void {
    this.#dropFile('refused');
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.#port?.postMessage({ type: 'noFrameFile', reason } satisfies NoFrameFileMessage);
  }

  #dropFile(state: 'missing' | 'refused'): void {
    if (this.#fileState === 'open') this.#file?.release();
    this.#file = undefined;
    this.#fileState = state;
  }

  countSkipped(cause: 'noCredit' | 'surplus'): void {
    if (cause === 'noCredit') this.#noCredit += 1;
    else this.#surplus += 1;
  }

  #reportSkipped(): void {
    if (this.#noCredit === 0 && this.#surplus === 0) return;
    const message: SkippedMessage = {
      type: 'skipped',
      trackId: MAIN_TRACK,
      noCredit: this.#noCredit,
      surplus: this.#surplus,
    };
    this.#noCredit = 0;
    this.#surplus = 0;
    this.#port?.postMessage(message);
  }
}

function isOfApplication(message: FromEngineMediaMessage): message is FromEngineApplicationMessage {
  const { type } = message;
  const isOfChannel = type === 'applicationSound' || type === 'applicationWaits';
  return isOfChannel || type === 'applicationFailed' || type === 'applications';
}
