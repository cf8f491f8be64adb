/**
 * The engine's end of the media port: grants credits, counts what was captured and skipped, and hands frames and PCM on,
 * frames from the page's frame file where there is one. Times leave it on the engine's clock. Without a program to feed it grants
 * nothing, so a frame that comes then is let go. Knows nothing of encoding.
 */
import { INITIAL_VIDEO_CREDITS } from '../../../shared/media/media-port.ts';
import type {
  AudioBlockMessage,
  ClockReply,
  FrameFileMessage,
  FrameShape,
  FromEngineMediaMessage,
  NoFrameFileMessage,
  StoredFrameMessage,
  VideoFrameMessage,
} from '../../../shared/media/media-port.ts';
import { PictureBytes } from './picture-bytes.ts';
import type { CapturedFrame } from './picture-bytes.ts';
import { PageClock } from './page-clock.ts';
import { FrameFileReader, isFrameFile, isSlot } from './frame-file-reader.ts';

/** Largest side of a frame, pixels; beyond it a message is not believed. */
const MAXIMUM_SIDE = 8192;

/** Characters kept of what the page says. */
const MAXIMUM_REASON = 300;

const formats: ReadonlySet<unknown> = new Set<FrameShape['format']>(['I420', 'NV12', 'BGRA']);
const colours: ReadonlySet<unknown> = new Set<FrameShape['colour']>([
  'bt709-limited',
  'bt601-limited',
  'bt709-full',
  'rgb-full',
]);

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
  readonly #onTrouble: (text: string) => void;
  #port: MediaPort | undefined;
  /** Of the page at `#port`. */
  #pageClock: PageClock | undefined;
  /** Of the page's browser session; frames come over the port while it is not known. */
  #profileFolder: string | null = null;
  #frameFile: FrameFileReader | null = null;
  /** Gives the pictures in place of the page, whose sound is still taken. */
  #player: MediaPort | undefined;
  #sink: MediaSink | undefined;
  /** Frames the page may still send. */
  #granted = 0;
  /** Consumed, but not granted anew yet. */
  #owed = 0;
  #captured = 0;
  #skipped = 0;

  /** @param onTrouble hears of each message that was refused, and of ways that were not to be had. */
  constructor(onTrouble: (text: string) => void) {
    this.#onTrouble = onTrouble;
  }

  /**
   * Replaces the port: the page was loaded anew. The old one's frames are forgotten.
   * @param profileFolder of the page's browser session, where its frame file is found; null when it keeps no files.
   */
  attach(port: MediaPort, profileFolder: string | null = null): void {
    this.#port?.close();
    this.#closeFrameFile();
    this.#port = port;
    this.#profileFolder = profileFolder;
    const pageClock = new PageClock((id) => port.postMessage({ type: 'clockRequest', id }));
    this.#pageClock = pageClock;
    this.#granted = 0;
    this.#listen(port);
    pageClock.refresh();
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
    port.on('message', ({ data }) => {
      if (this.#port === port || this.#player === port) this.#receive(data, port);
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
    if (more <= 0 || this.#picturePort === undefined || !this.#hasTime(this.#picturePort)) return;
    this.#granted += more;
    this.#picturePort.postMessage({ type: 'credit', video: more });
  }

  /** Whether it is known when what comes from here was captured: a player has the engine's clock. */
  #hasTime(port: MediaPort): boolean {
    return port === this.#player || this.#pageClock?.isKnown === true;
  }

  #engineTimeUs(timestampUs: number, port: MediaPort): number {
    if (port === this.#player) return timestampUs;
    return this.#pageClock?.toEngineUs(timestampUs) ?? timestampUs;
  }

  #takeClockReply({ id, nowUs }: ClockReply, port: MediaPort): void {
    const wasKnown = this.#hasTime(port);
    if (port !== this.#port || this.#pageClock?.reply(id, nowUs) !== true) {
      this.#onTrouble('a reply on the media port was not asked for');
    } else if (!wasKnown && this.#player === undefined) {
      this.#beginGrants();
    }
  }

  #receive(data: unknown, port: MediaPort): void {
    if (port === this.#port) this.#pageClock?.refresh();
    if (isVideo(data)) {
      if (this.#spendsCredit(port)) this.#push(data, ownPicture(data.data), port);
    } else if (isStored(data)) {
      this.#receiveStored(data, port);
    } else if (isFrameFileMessage(data) && port === this.#port) {
      this.#openFrameFile(data, port);
    } else if (isNoFrameFile(data)) {
      this.#onTrouble(`frames come over the port: ${data.reason.slice(0, MAXIMUM_REASON)}`);
    } else if (isAudio(data)) {
      if (!this.#hasTime(port)) return;
      this.#sink?.pushAudio({ ...data, timestampUs: this.#engineTimeUs(data.timestampUs, port) });
    } else if (isClockReply(data)) {
      this.#takeClockReply(data, port);
    } else if (isSkipped(data)) {
      // What was skipped before the first frame was skipped while nobody wanted it.
      if (this.#sink === undefined || this.#captured === 0 || port !== this.#picturePort) return;
      this.#captured += data.noCredit;
      this.#skipped += data.noCredit;
    } else {
      this.#onTrouble('a message on the media port is none of ours');
    }
  }

  #receiveStored(frame: StoredFrameMessage, port: MediaPort): void {
    const file = port === this.#port ? this.#frameFile : null;
    if (!this.#spendsCredit(port)) {
      if (file?.skip() === false) this.#frameFileBroke(port);
      return;
    }
    const picture = file?.read(frame.slot, frameBytes(frame)) ?? null;
    if (picture !== null) return this.#push(frame, picture, port);
    this.#frameFileBroke(port);
    this.frameConsumed();
  }

  /** Frames come over the port from here on. */
  #frameFileBroke(port: MediaPort): void {
    this.#onTrouble('a frame could not be read from the frame file');
    this.#closeFrameFile();
    port.postMessage({ type: 'frameFile', isOpen: false });
  }

  /** Whether a frame that came has somebody to take it. */
  #spendsCredit(port: MediaPort): boolean {
    if (port !== this.#picturePort || !this.#hasTime(port)) return false;
    this.#granted = Math.max(0, this.#granted - 1);
    return this.#sink !== undefined;
  }

  #push(shape: FrameShape, data: PictureBytes, port: MediaPort): void {
    const { width, height, format, colour } = shape;
    const timestampUs = this.#engineTimeUs(shape.timestampUs, port);
    this.#captured += 1;
    this.#sink?.pushVideo({ timestampUs, width, height, format, colour, data });
  }

  #openFrameFile(message: FrameFileMessage, port: MediaPort): void {
    this.#closeFrameFile();
    if (this.#profileFolder !== null) this.#frameFile = FrameFileReader.open(this.#profileFolder, message);
    if (this.#frameFile === null) this.#onTrouble('the frame file was not found: frames come over the port');
    port.postMessage({ type: 'frameFile', isOpen: this.#frameFile !== null });
  }

  #closeFrameFile(): void {
    this.#frameFile?.close();
    this.#frameFile = null;
  }
}

/** Newer than this TypeScript's library; where it is missing the collector does the work. */
interface Transferable {
  transfer?(newByteLength: number): ArrayBuffer;
}

function ownPicture(data: ArrayBuffer): PictureBytes {
  return new PictureBytes(new Uint8Array(data), () => (data as Transferable).transfer?.(0));
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Bytes of one packed frame. */
function frameBytes({ format, width, height }: Pick<FrameShape, 'format' | 'width' | 'height'>): number {
  if (format === 'BGRA') return width * height * 4;
  return width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= MAXIMUM_SIDE;
}

function isShape(fields: Readonly<Record<string, unknown>>): boolean {
  const { timestampUs, width, height, format, colour } = fields;
  if (!isTime(timestampUs) || !isSide(width) || !isSide(height)) return false;
  return formats.has(format) && colours.has(colour);
}

function isVideo(data: unknown): data is VideoFrameMessage {
  const fields = fieldsOf(data);
  const bytes = fields['data'];
  if (fields['type'] !== 'video' || !isShape(fields) || !(bytes instanceof ArrayBuffer)) return false;
  return bytes.byteLength === frameBytes(fields as unknown as VideoFrameMessage);
}

function isStored(data: unknown): data is StoredFrameMessage {
  const fields = fieldsOf(data);
  return fields['type'] === 'stored' && isShape(fields) && isSlot(fields['slot']);
}

function isFrameFileMessage(data: unknown): data is FrameFileMessage {
  const fields = fieldsOf(data);
  return fields['type'] === 'frameFile' && isFrameFile(fields);
}

function isNoFrameFile(data: unknown): data is NoFrameFileMessage {
  const { type, reason } = fieldsOf(data);
  return type === 'noFrameFile' && typeof reason === 'string';
}

function isAudio(data: unknown): data is AudioBlockMessage {
  const { type, timestampUs, sampleRate, channels, data: bytes } = fieldsOf(data);
  if (type !== 'audio' || !isTime(timestampUs) || !(bytes instanceof ArrayBuffer)) return false;
  if (typeof sampleRate !== 'number' || sampleRate < 8000 || sampleRate > 192_000) return false;
  return (channels === 1 || channels === 2) && bytes.byteLength % (4 * channels) === 0;
}

function isClockReply(data: unknown): data is ClockReply {
  const { type, id, nowUs } = fieldsOf(data);
  return type === 'clockReply' && typeof id === 'number' && isTime(nowUs);
}

function isSkipped(data: unknown): data is { readonly noCredit: number; readonly surplus: number } {
  const { type, noCredit, surplus } = fieldsOf(data);
  return type === 'skipped' && isTime(noCredit) && isTime(surplus);
}
