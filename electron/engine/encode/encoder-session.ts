/**
 * One encoder's part of the program: where on the program's clock it begins, which frames and sound it gets, and how
 * its packets are timed. Decides nothing about when sessions change.
 */
import { Emitter } from '../../../shared/emitter.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { Cadence } from '../../../shared/media/cadence.ts';
import { fromEncoderMs, toPacketMs } from '../../../shared/media/timeline.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import { presentationMs } from '../../rtmp/flv/classify.ts';
import type { ParsedPacket } from '../../rtmp/flv/packet.ts';
import { toEncodedPacket } from './encoded-packet.ts';
import type { EncodedPacket } from './encoded-packet.ts';
import type { AudioTaker } from './audio/program-audio.ts';
import { Encoder } from './encoder.ts';
import type { EncoderLog } from './encoder.ts';
import type { PictureBytes } from '../frames/picture-bytes.ts';
import type { EncoderInput } from '../ffmpeg/video-filter.ts';

/** How long a process started ahead is given to be ready for its first frame. */
const WARM_UP_MS = 150;
/** Frames that decide how often ffmpeg repeats its last picture when its input ends. */
const REMEMBERED_GAPS = 3;
/** Frames kept for the case that the encoder dies with them: what waits for the pipe and what a look-ahead holds. */
const MAX_UNFINISHED = 60;

export interface EncoderSessionOptions {
  /** The encoding that its packets belong to. */
  readonly encodingId: string;
  readonly ffmpegPath: string;
  readonly log: EncoderLog;
  readonly profile: EncodingProfile;
  readonly encoder: EncoderName;
  readonly input: EncoderInput;
  readonly matrixFilter: MatrixFilter;
  readonly device?: string | undefined;
  /** See `EncoderOptions`. */
  readonly isFirstStart: boolean;
}

export type FrameOutcome = { readonly type: 'taken' | 'skipped' | 'surplus'; readonly missed: number };

export interface UnfinishedFrame {
  readonly data: PictureBytes;
  /** Of the program, on the grid. */
  readonly timeUs: number;
}

export class EncoderSession implements AudioTaker {
  readonly encoder: Encoder;
  readonly encoderName: EncoderName;
  readonly isFirstStart: boolean;
  readonly profile: EncodingProfile;
  /** A captured frame has left for ffmpeg. */
  readonly onFrameLeft = new Emitter<void>();
  nextSample = 0;
  audioFromMs = Number.NEGATIVE_INFINITY;
  audioUntilMs = Number.POSITIVE_INFINITY;

  readonly #encodingId: string;
  readonly #input: EncoderInput;
  /** Puts frames on the encoder's own grid. */
  readonly #cadence: Cadence;
  #originUs = 0;
  /** Of the last frame that was taken. */
  #lastSlot = -1;
  /** Positions without a frame before each of the last frames. */
  #gaps: number[] = Array.from({ length: REMEMBERED_GAPS }, () => 0);
  #isWarm = false;
  #warmTimer: NodeJS.Timeout | undefined;
  #unfinished: UnfinishedFrame[] = [];
  /** For each frame in ffmpeg's pipe, whether it was captured (a credit hangs on it) or repeated. */
  #underWay: boolean[] = [];

  constructor(options: EncoderSessionOptions) {
    this.encoder = new Encoder(options);
    this.encoderName = options.encoder;
    this.isFirstStart = options.isFirstStart;
    this.profile = options.profile;
    this.#encodingId = options.encodingId;
    this.#input = options.input;
    this.#cadence = new Cadence(options.profile.fps);
    this.encoder.onFrameLeft.on(() => {
      if (this.#underWay.shift() === true) this.onFrameLeft.emit();
    });
    this.encoder.onPacket.on((packet) => this.#finish(packet));
  }

  /** The shape of picture it takes. */
  get input(): EncoderInput {
    return this.#input;
  }

  /** Frames it took and did not give back: with an encoder that died, another can begin with them. */
  get unfinished(): readonly UnfinishedFrame[] {
    return this.#unfinished;
  }

  /** True once a process started ahead has had the time to load. */
  get isWarm(): boolean {
    return this.#isWarm;
  }

  /** Program time of this session's first picture, microseconds. */
  get originUs(): number {
    return this.#originUs;
  }

  /** Frames under way in the encoder, as time; what a look-ahead holds on purpose counts as well. */
  get lagMs(): number {
    const { framesIn, framesOut } = this.encoder.state;
    return Math.round((Math.max(0, framesIn - framesOut) * 1000) / this.profile.fps);
  }

  start(): void {
    this.encoder.start();
    this.#warmTimer = setTimeout(() => {
      this.#isWarm = true;
    }, WARM_UP_MS);
  }

  fits(input: EncoderInput): boolean {
    const own = this.#input;
    return (
      own.width === input.width &&
      own.height === input.height &&
      own.format === input.format &&
      own.colour === input.colour
    );
  }

  /** Makes `startUs` of the program this session's zero. */
  begin(startUs: number): void {
    this.#originUs = startUs;
    clearTimeout(this.#warmTimer);
  }

  /**
   * Program time of the grid position that a frame captured at `timeUs` would get here, never before what is given out: a picture that was
   * repeated for a late frame has its place, and so have those that ffmpeg repeats at its end.
   */
  nextGridTime(timeUs: number): number {
    const placement = this.#cadence.place(timeUs - this.#originUs);
    const slot = placement?.slot ?? this.#cadence.nextSlot;
    return this.#originUs + this.#cadence.timeUs(Math.max(slot, this.#lastSlot + 1 + this.#repeatsAtEnd));
  }

  /** ffmpeg closes gaps by repeating pictures, and its last one once more as often as it did that in the middle of the last gaps. */
  get #repeatsAtEnd(): number {
    const [, middle = 0] = [...this.#gaps].sort((a, b) => a - b);
    // The picture after a gap begins one position early.
    return Math.max(0, middle - 1);
  }

  writeFrame(data: PictureBytes, timeUs: number, isCaptured: boolean): FrameOutcome {
    const placement = this.#cadence.place(timeUs - this.#originUs);
    if (placement === undefined) return { type: 'surplus', missed: 0 };
    this.#underWay.push(isCaptured);
    const isTaken = this.encoder.writeVideo(data, this.#cadence.timeUs(placement.slot));
    if (isTaken) {
      this.#keep(data, this.#originUs + this.#cadence.timeUs(placement.slot));
      this.#gaps = [...this.#gaps.slice(1), placement.slot - this.#lastSlot - 1];
      this.#lastSlot = placement.slot;
    } else this.#underWay.pop();
    return { type: isTaken ? 'taken' : 'skipped', missed: placement.missed };
  }

  writeAudio(samples: Float32Array, timeUs: number): void {
    this.encoder.writeAudio(samples, timeUs - this.#originUs);
  }

  /** The packet on the program's clock; undefined when another session has this sound. */
  place(packet: ParsedPacket): EncodedPacket | undefined {
    const originMs = Math.round(this.#originUs / 1000);
    const timestampMs = toPacketMs(originMs + fromEncoderMs(packet.timestampMs));
    if (packet.kind === 'audio' && !packet.isSequenceHeader) {
      if (timestampMs < this.audioFromMs || timestampMs >= this.audioUntilMs) return undefined;
    }
    return toEncodedPacket(packet, this.#encodingId, timestampMs);
  }

  #keep(data: PictureBytes, timeUs: number): void {
    data.hold();
    this.#unfinished.push({ data, timeUs });
    if (this.#unfinished.length > MAX_UNFINISHED) this.#unfinished.shift()?.data.release();
  }

  /** A picture that is given out is finished, and so is every earlier one: with B-frames a few may be missed. */
  #finish(packet: ParsedPacket): void {
    if (packet.kind !== 'video' || packet.isSequenceHeader) return;
    const shownMs = fromEncoderMs(presentationMs(packet));
    const untilUs = this.#originUs + (shownMs + 1) * 1000;
    while (this.#unfinished[0] !== undefined && this.#unfinished[0].timeUs <= untilUs)
      this.#unfinished.shift()?.data.release();
  }

  /** Ends a session that never began. */
  discard(): void {
    clearTimeout(this.#warmTimer);
    this.encoder.onExited.clear();
    this.encoder.kill();
  }
}
