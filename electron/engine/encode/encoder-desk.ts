/**
 * The program's encoder and its feed from the media port: started for a broadcast or a recording, told which profile.
 * Its changes become events. Knows no destination.
 */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { EventFact } from '../../../shared/broadcast/events.ts';
import type { EncoderInUse } from '../../../shared/broadcast/state.ts';
import { codecOf } from '../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import { pickEncoder } from '../../../shared/encoding/encoder-list.ts';
import type { EncoderName, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { PacketSink } from './encoded-packet.ts';
import { findMatrixFilter } from './ffmpeg/find-matrix-filter.ts';
import { ProgramEncoder } from './program-encoder.ts';
import type { ProgramEncoderEvent } from './program-encoder.ts';
import type { MatrixFilter } from './ffmpeg/video-filter.ts';
import { LagTelling } from './lag-telling.ts';
import type { MediaInput } from '../sources/media-input.ts';

export interface EncoderDeskOptions {
  readonly input: MediaInput;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', text: string) => void;
  /** Gets what is encoded. `reset`: what it has from before does not belong to the encoder that begins. */
  readonly program: PacketSink & { reset(): void };
  readonly report: (fact: EventFact, error?: AppError) => void;
  /** What `current` says has changed. */
  readonly onChange: () => void;
  /** An encoder begins from nothing. */
  readonly onNewProgram: () => void;
  /** No encoder could be kept running. */
  readonly onFailed: (error: AppError) => void;
}

export class EncoderDesk {
  readonly #options: EncoderDeskOptions;
  #ffmpegPath = '';
  /** The one that every ffmpeg has, until this one is known. */
  #matrixFilter: MatrixFilter = 'scale';
  /** What `auto` stands for: x264 until the machine is known. */
  #autoEncoder: EncoderName = 'libx264';
  readonly #lag: LagTelling;
  #encoder: ProgramEncoder | undefined;
  #profile: EncodingProfile | undefined;
  #current: EncoderInUse | undefined;

  constructor(options: EncoderDeskOptions) {
    this.#options = options;
    const { report, onChange } = options;
    this.#lag = new LagTelling((details) => report({ code: 'encodingOverloaded', details }), onChange);
  }

  get isRunning(): boolean {
    return this.#encoder !== undefined;
  }

  /** The encoder in use and its bitrate; `undefined` before its first frame. */
  get current(): EncoderInUse | undefined {
    const { lag } = this.#lag;
    return this.#current === undefined || lag === undefined ? this.#current : { ...this.#current, lag };
  }

  /** Of the program: it stays for as long as one runs. */
  get codec(): VideoCodec {
    return codecOf(this.#profile?.encoder ?? 'auto');
  }

  get videoKbps(): number {
    return this.#current?.videoKbps ?? this.#profile?.videoKbps ?? 0;
  }

  /** Frames that came and were not encoded, since the start. */
  get skippedFrames(): number {
    return this.#encoder?.stats.skippedFrames ?? 0;
  }

  /** See `ProgramEncoder.captureTimeMs`. */
  captureTimeMs(timestampMs: number): number | undefined {
    return this.#encoder?.captureTimeMs(timestampMs);
  }

  get pids(): readonly number[] {
    return this.#encoder?.stats.pids ?? [];
  }

  get ffmpegPath(): string {
    return this.#ffmpegPath;
  }

  /** From the next start on. */
  useEncoders(probes: readonly EncoderProbe[]): void {
    this.#autoEncoder = pickEncoder(probes);
  }

  /** An empty path: there is no ffmpeg. */
  async configure(ffmpegPath: string): Promise<void> {
    if (this.#ffmpegPath === ffmpegPath) return;
    this.#ffmpegPath = ffmpegPath;
    this.#matrixFilter = 'scale';
    if (ffmpegPath === '') return;
    const found = await findMatrixFilter(ffmpegPath);
    if (this.#ffmpegPath === ffmpegPath) this.#matrixFilter = found;
  }

  /** @throws AppError `encoder/not-found`. */
  check(): void {
    if (this.#ffmpegPath !== '') return;
    throw new AppError('encoder/not-found', {
      message: 'no ffmpeg was found: install ffmpeg, or set UPCAST_FFMPEG to its path',
    });
  }

  /** Nothing happens when it runs already; a recording goes along with the broadcast. */
  start(profile: EncodingProfile): void {
    if (this.#encoder !== undefined) return;
    const { input, log, program } = this.#options;
    const encoder = new ProgramEncoder({
      ffmpegPath: this.#ffmpegPath,
      log,
      autoEncoder: this.#autoEncoder,
      matrixFilter: () => this.#matrixFilter,
    });
    this.#encoder = encoder;
    this.#profile = profile;
    program.reset();
    this.#options.onNewProgram();
    encoder.onPacket.on((packet) => program.push(packet));
    encoder.onVideoConsumed.on(() => input.frameConsumed());
    encoder.onEvent.on((event) => this.#hear(event));
    encoder.start(profile);
    input.open(encoder);
  }

  /** Replaces the running encoder within the program: connections go on, so its time must too. */
  restart(cause: AppError): void {
    this.#encoder?.restart(cause);
  }

  /** @throws AppError `input/bad-message` while nothing is encoded; `encoder/unsupported` for another codec. */
  changeProfile(profile: EncodingProfile): void {
    if (this.#encoder === undefined)
      throw new AppError('input/bad-message', { message: 'nothing is being encoded' });
    this.#encoder.changeProfile(profile);
    this.#profile = profile;
  }

  /** Dynamic bitrate: the user's profile stays, the encoder is asked for less. */
  changeBitrate(videoKbps: number): void {
    if (this.#profile !== undefined) this.#encoder?.changeProfile({ ...this.#profile, videoKbps });
  }

  /** Resolves when ffmpeg is gone. */
  async stop(): Promise<void> {
    const encoder = this.#encoder;
    if (encoder === undefined) return;
    this.#encoder = undefined;
    this.#profile = undefined;
    this.#current = undefined;
    this.#lag.clear();
    this.#options.input.close();
    this.#options.onChange();
    await encoder.stop();
  }

  #hear(event: ProgramEncoderEvent): void {
    const { report } = this.#options;
    switch (event.type) {
      case 'started':
      case 'handedOver':
        this.#setCurrent(event.encoder, event.videoKbps);
        if (event.type === 'started') {
          const { encoder, videoKbps } = event;
          report({ code: 'encoderStarted', details: { encoder, videoKbps } });
        }
        return;
      case 'restarted':
        this.#setCurrent(event.encoder, event.videoKbps);
        report({ code: 'encoderRestarted', details: {} }, event.cause);
        return;
      case 'changeRefused':
        this.#profile = event.profile;
        report({ code: 'encoderChangeFailed', details: {} }, event.cause);
        return;
      case 'lagging':
        this.#lag.hear(event);
        return;
      case 'failed':
        this.stop().catch((error: unknown) => this.#options.log('warn', toAppError(error).message));
        this.#options.onFailed(event.error);
        return;
    }
  }

  #setCurrent(name: string, videoKbps: number): void {
    const profile = this.#encoder?.inUse ?? undefined;
    this.#lag.clear();
    this.#current = { name, videoKbps, ...(profile === undefined ? {} : { profile }) };
    this.#options.onChange();
  }
}
