/**
 * The engine's end of the media port: grants credits, counts what was captured and skipped, and hands frames and PCM on.
 * Without a program to feed it grants nothing, so a frame that comes then is let go. Knows nothing of encoding.
 */
import { INITIAL_VIDEO_CREDITS } from '../../shared/media/media-port.ts';
import type {
  AudioBlockMessage,
  FromEngineMediaMessage,
  PartOfFrameMessage,
  VideoFrameMessage,
} from '../../shared/media/media-port.ts';
import type { CapturedFrame } from '../encoder/picture-bytes.ts';
import { FrameJoiner } from './frame-joiner.ts';
import type { JoinOutcome } from './frame-joiner.ts';

/** Largest side of a frame, pixels; beyond it a message is not believed. */
const MAXIMUM_SIDE = 8192;

/** Credits are given back this many at once: each message costs both ends. The page never has fewer than these left. */
const CREDIT_BATCH = 5;

/** The part of a message port that is needed; Electron's `MessagePortMain` fits. */
export interface MediaPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(message: FromEngineMediaMessage): void;
  start(): void;
  close(): void;
}

export interface MediaSink {
  /** Must call `MediaInput.frameConsumed` once for each frame, when its bytes are no longer waiting. */
  pushVideo(frame: CapturedFrame): void;
  pushAudio(block: AudioBlockMessage): void;
}

export interface MediaCounts {
  readonly capturedFrames: number;
  readonly skippedFrames: number;
}

export class MediaInput {
  readonly #onBadMessage: (text: string) => void;
  #port: MediaPort | undefined;
  /** Gives the pictures in place of the page, whose sound is still taken. */
  #player: MediaPort | undefined;
  #sink: MediaSink | undefined;
  /** Frames the page may still send. */
  #granted = 0;
  /** Consumed, but not granted anew yet. */
  #owed = 0;
  #captured = 0;
  #skipped = 0;

  constructor(onBadMessage: (text: string) => void) {
    this.#onBadMessage = onBadMessage;
  }

  /** Replaces the port: the page was loaded anew. The old one's frames are forgotten. */
  attach(port: MediaPort): void {
    this.#port?.close();
    this.#port = port;
    this.#listen(port);
    if (this.#player === undefined) this.#beginGrants();
  }

  /** Takes the pictures from here and no more from the page, which has its turn again after `undefined`. */
  playFrom(player: MediaPort | undefined): void {
    this.#player?.close();
    this.#player = player;
    if (player !== undefined) this.#listen(player);
    this.#beginGrants();
  }

  /** Starts feeding; counts begin anew. */
  open(sink: MediaSink): void {
    this.#sink = sink;
    this.#captured = 0;
    this.#skipped = 0;
    this.#grantUpTo(INITIAL_VIDEO_CREDITS);
  }

  /** Frames that are still on their way are let go. */
  close(): void {
    this.#sink = undefined;
  }

  /** One frame's bytes were taken, or it was skipped: the page may send another, now or a little later. */
  frameConsumed(): void {
    if (this.#sink === undefined) return;
    this.#owed += 1;
    if (this.#owed >= CREDIT_BATCH || this.#granted < CREDIT_BATCH)
      this.#grantUpTo(this.#granted + this.#owed);
  }

  /** Since `open`; what the encoder skipped is not in it. */
  counts(): MediaCounts {
    return { capturedFrames: this.#captured, skippedFrames: this.#skipped };
  }

  #listen(port: MediaPort): void {
    const joiner = new FrameJoiner();
    port.on('message', ({ data }) => {
      if (this.#port === port || this.#player === port) this.#receive(data, port, joiner);
    });
    port.start();
  }

  get #picturePort(): MediaPort | undefined {
    return this.#player ?? this.#port;
  }

  #beginGrants(): void {
    this.#granted = 0;
    this.#grantUpTo(this.#sink === undefined ? 0 : INITIAL_VIDEO_CREDITS);
  }

  #grantUpTo(credits: number): void {
    this.#owed = 0;
    const more = Math.min(credits, INITIAL_VIDEO_CREDITS) - this.#granted;
    if (more <= 0 || this.#picturePort === undefined) return;
    this.#granted += more;
    this.#picturePort.postMessage({ type: 'credit', video: more });
  }

  #receive(data: unknown, port: MediaPort, joiner: FrameJoiner): void {
    if (isVideo(data)) {
      this.#take(joiner.begin(data, frameBytes(data.format, data.width, data.height)), port);
    } else if (isPart(data)) {
      this.#take(joiner.add(data), port);
    } else if (isAudio(data)) {
      this.#sink?.pushAudio(data);
    } else if (isSkipped(data)) {
      // What was skipped before the first frame was skipped while nobody wanted it.
      if (this.#sink === undefined || this.#captured === 0 || port !== this.#picturePort) return;
      this.#captured += data.noCredit;
      this.#skipped += data.noCredit;
    } else {
      this.#onBadMessage('a message on the media port is none of ours');
    }
  }

  #take({ isGood, frame }: JoinOutcome, port: MediaPort): void {
    if (!isGood) this.#onBadMessage('a frame on the media port is not whole');
    if (frame === undefined || port !== this.#picturePort) return;
    this.#granted = Math.max(0, this.#granted - 1);
    if (this.#sink === undefined) return;
    this.#captured += 1;
    this.#sink.pushVideo(frame);
  }
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Bytes of one packed frame. */
function frameBytes(format: VideoFrameMessage['format'], width: number, height: number): number {
  if (format === 'BGRA') return width * height * 4;
  return width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
}

function isVideo(data: unknown): data is VideoFrameMessage {
  const { type, timestampUs, width, height, format, data: bytes } = fieldsOf(data);
  if (type !== 'video' || !isTime(timestampUs) || !(bytes instanceof ArrayBuffer)) return false;
  if (
    typeof width !== 'number' ||
    typeof height !== 'number' ||
    !Number.isInteger(width) ||
    !Number.isInteger(height)
  )
    return false;
  if (width < 2 || height < 2 || width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) return false;
  if (format !== 'BGRA' && format !== 'I420' && format !== 'NV12') return false;
  return bytes.byteLength > 0 && bytes.byteLength <= frameBytes(format, width, height);
}

function isPart(data: unknown): data is PartOfFrameMessage {
  const { type, data: bytes } = fieldsOf(data);
  return type === 'part' && bytes instanceof ArrayBuffer;
}

function isAudio(data: unknown): data is AudioBlockMessage {
  const { type, timestampUs, sampleRate, channels, data: bytes } = fieldsOf(data);
  if (type !== 'audio' || !isTime(timestampUs) || !(bytes instanceof ArrayBuffer)) return false;
  if (typeof sampleRate !== 'number' || sampleRate < 8000 || sampleRate > 192_000) return false;
  return (channels === 1 || channels === 2) && bytes.byteLength % (4 * channels) === 0;
}

function isSkipped(data: unknown): data is { readonly noCredit: number; readonly surplus: number } {
  const { type, noCredit, surplus } = fieldsOf(data);
  return type === 'skipped' && isTime(noCredit) && isTime(surplus);
}
