/**
 * The encoder of one encoding and its feed from the media input: started for a broadcast or a recording, told which profile.
 * Its changes become events. Knows no destination.
 */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { EventFact } from '../../../shared/broadcast/events.ts';
import type { EncoderInUse } from '../../../shared/broadcast/state.ts';
import { codecOf } from '../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import type { Encoding } from '../../../shared/encoding/encoding.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { soundTrackNumber } from '../../../shared/media/track.ts';
import type { PacketSink } from './encoded-packet.ts';
import { LagReporter } from './lag-reporter.ts';
import { ProgramEncoder } from './program-encoder.ts';
import type { ProgramEncoderEvent, ProgramEncoderOptions } from './program-encoder.ts';
import type { FrameInput } from '../frames/frame-input.ts';

export interface EncoderControllerOptions extends Required<
  Omit<ProgramEncoderOptions, 'encodingId' | 'trackId' | 'sink'>
> {
  readonly encoding: Encoding;
  readonly input: FrameInput;
  /** Gets what is encoded. */
  readonly program: PacketSink;
  readonly report: (fact: EventFact, error?: AppError) => void;
  /** What `inUse` says has changed. */
  readonly onChange: () => void;
  /** No encoder could be kept running; this one has to be stopped. */
  readonly onFailed: (error: AppError) => void;
}

export class EncoderController {
  readonly #options: EncoderControllerOptions;
  readonly #encoder: ProgramEncoder;
  readonly #lag: LagReporter;
  #profile: EncodingProfile;
  #inUse: EncoderInUse | undefined;
  #onBegun = (): void => undefined;
  /** Resolves with the first frame, which starts ffmpeg. */
  readonly begun = new Promise<void>((resolve) => {
    this.#onBegun = resolve;
  });

  constructor(options: EncoderControllerOptions) {
    this.#options = options;
    const { encoding, program, report, onChange } = options;
    this.#profile = encoding.profile;
    const { id: encodingId, trackId } = encoding;
    this.#encoder = new ProgramEncoder({ ...options, encodingId, trackId, sink: program });
    this.#lag = new LagReporter((details) => report({ code: 'encodingOverloaded', details }), onChange);
  }

  /** The encoder in use and its bitrate; `undefined` before its first frame. */
  get inUse(): EncoderInUse | undefined {
    const { lag } = this.#lag;
    return this.#inUse === undefined || lag === undefined ? this.#inUse : { ...this.#inUse, lag };
  }

  get trackId(): string {
    return this.#options.encoding.trackId;
  }

  /** It stays for as long as this encoding runs. */
  get codec(): VideoCodec {
    return codecOf(this.#profile.encoder);
  }

  get videoKbps(): number {
    return this.#inUse?.videoKbps ?? this.#profile.videoKbps;
  }

  /** Frames that came and were not encoded, since the start. */
  get skippedFrames(): number {
    return this.#encoder.stats.skippedFrames;
  }

  get pids(): readonly number[] {
    return this.#encoder.stats.pids;
  }

  /** See `ProgramEncoder.captureTimeMs`. */
  captureTimeMs(timestampMs: number): number | undefined {
    return this.#encoder.captureTimeMs(timestampMs);
  }

  start(): void {
    const { encoding, input } = this.#options;
    this.#encoder.onVideoConsumed.on(() => input.frameConsumed());
    this.#encoder.onEvent.on((event) => this.#handle(event));
    this.#encoder.start(this.#profile);
    input.wantTracks([encoding.trackId]);
    input.open(this.#encoder);
  }

  /** Beside the encoding's own one, see `ProgramEncoder.useTracks`. */
  useTracks(trackIds: readonly string[], packetMs: number | undefined): void {
    const { encoding, input } = this.#options;
    input.wantTracks([...new Set([encoding.trackId, ...trackIds])]);
    this.#encoder.useTracks(trackIds, packetMs);
  }

  /** Replaces the running encoder within the program: connections go on, so its time must too. */
  restart(cause: AppError): void {
    this.#encoder.restart(cause);
  }

  /** @throws AppError `encoder/unsupported` for another codec. */
  changeProfile(profile: EncodingProfile): void {
    this.#encoder.changeProfile(profile);
    this.#profile = profile;
  }

  /** Dynamic bitrate: the user's profile stays, the encoder is asked for less. */
  changeBitrate(videoKbps: number): void {
    this.#encoder.changeProfile({ ...this.#profile, videoKbps });
  }

  /** Once. Resolves when ffmpeg is gone. */
  async stop(): Promise<void> {
    this.#inUse = undefined;
    this.#lag.clear();
    this.#options.input.close();
    this.#options.onChange();
    await this.#encoder.stop();
  }

  #handle(event: ProgramEncoderEvent): void {
    const { report, onFailed } = this.#options;
    switch (event.type) {
      case 'started':
      case 'handedOver':
        this.#use(event.encoder, event.videoKbps);
        if (event.type === 'started') {
          const { encoder, videoKbps } = event;
          report({ code: 'encoderStarted', details: { encoder, videoKbps } });
          this.#onBegun();
        }
        return;
      case 'slowStart':
        report({ code: 'encoderSlowStart', details: {} });
        return;
      case 'restarted':
        this.#use(event.encoder, event.videoKbps);
        report({ code: 'encoderRestarted', details: {} }, event.cause);
        return;
      case 'changeRefused':
        this.#profile = event.profile;
        report({ code: 'encoderChangeFailed', details: {} }, event.cause);
        return;
      case 'trackFailed': {
        const track = soundTrackNumber(event.trackId);
        report({ code: 'recordingTrackLost', details: { track } }, event.error);
        return;
      }
      case 'lagging':
        this.#lag.take(event);
        return;
      case 'failed':
        return onFailed(event.error);
    }
  }

  #use(name: string, videoKbps: number): void {
    const profile = this.#encoder.inUse;
    this.#lag.clear();
    const encodingId = this.#options.encoding.id;
    this.#inUse = { encodingId, name, videoKbps, ...(profile === undefined ? {} : { profile }) };
    this.#options.onChange();
  }
}
