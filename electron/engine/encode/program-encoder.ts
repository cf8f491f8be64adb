/**
 * The program: one run of packets whose time goes on while the encoders behind it come and go. A change of profile, of
 * the picture's shape or a death starts another ffmpeg at the next frame; its packets wait until the one before has
 * given out its last. Frames and sound meet on one clock, whose zero is the first frame.
 */
import { Emitter } from '../../../shared/emitter.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import { fromPacketMs, ProgramClock } from '../../../shared/media/timeline.ts';
import { MAIN_TRACK } from '../../../shared/media/track.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import type { PacketSink } from './encoded-packet.ts';
import type { EncoderLog } from './encoder.ts';
import { EncoderSuccession } from './encoder-succession.ts';
import type { SuccessionEvent } from './encoder-succession.ts';
import { LagWatch } from './lag-watch.ts';
import type { LagReport } from './lag-watch.ts';
import type { CapturedFrame } from '../frames/picture-bytes.ts';
import { ProgramAudio } from './audio/program-audio.ts';
import { ProgramOutput } from './program-output.ts';
import { TrackEncoders } from './tracks/track-encoders.ts';

export type ProgramEncoderEvent =
  | SuccessionEvent
  /** The sound of a further track can't be encoded any more. */
  | { readonly type: 'trackFailed'; readonly trackId: string; readonly error: AppError }
  /** The encoder cannot keep up: it is this far behind, or frames were skipped for it. */
  | ({ readonly type: 'lagging' } & LagReport);

export interface ProgramEncoderOptions {
  /** What its packets belong to. */
  readonly encodingId: string;
  /** Whose sound it encodes with the pictures; the main track when absent. */
  readonly trackId?: string;
  /** Gets the packets of one continuous program: times never go back within one medium, the first picture is at 250 ms. */
  readonly sink: PacketSink;
  readonly ffmpegPath: string;
  readonly log: EncoderLog;
  /** What `auto` stands for, by the probe; x264 when absent. */
  readonly autoEncoder?: EncoderName;
  /** Asked for each encoder that starts; `scale` when absent. */
  readonly matrixFilter?: () => MatrixFilter;
  /** The graphics card that an encoder works on; the first one when absent. */
  readonly deviceOf?: (encoder: EncoderName) => string | undefined;
  /** Asked once for each encoder that starts: whether no ffmpeg has run since the app began; no when absent. */
  readonly isFirstStart?: () => boolean;
}

export interface ProgramEncoderStats {
  /** Frames that came. */
  readonly capturedFrames: number;
  /** Not encoded because the pipe was full. */
  readonly skippedFrames: number;
  /** Not encoded because they came faster than the frame rate. */
  readonly surplusFrames: number;
  /** Repeated because none came in time. */
  readonly filledFrames: number;
  /** Given out. */
  readonly encodedFrames: number;
  /** Frames under way in the encoder, as time. */
  readonly lagMs: number;
  readonly restarts: number;
  /** Process ids of the encoders running now. */
  readonly pids: readonly number[];
}

/** Beyond this a gap is not filled with copies of a picture: another encoder starts after it. */
const MAX_FILLED_GAP_US = 2_000_000;
/** A clock that steps back this far has been set anew; the program goes on where it was. */
const CLOCK_STEP_US = 1_000_000;
/** Sound goes on but pictures stopped: the last is repeated this often. */
const REPEAT_AFTER_US = 500_000;
const DRAIN_MS = 4000;

export class ProgramEncoder {
  readonly onEvent = new Emitter<ProgramEncoderEvent>();
  /** One frame given to `pushVideo` is off our hands, encoded or not: its credit can be returned. */
  readonly onVideoConsumed = new Emitter<void>();

  readonly #options: ProgramEncoderOptions;
  /** Of the program that runs, or of the last one. */
  #succession: EncoderSuccession | undefined;
  #clock = new ProgramClock();
  #audio: ProgramAudio | undefined;
  readonly #tracks: TrackEncoders;
  #output: ProgramOutput;
  #lastFrame: CapturedFrame | undefined;
  #lastPlacedUs = 0;
  #lagWatch = new LagWatch();
  #counts = { captured: 0, skipped: 0, surplus: 0, filled: 0 };

  constructor(options: ProgramEncoderOptions) {
    this.#options = options;
    this.#output = new ProgramOutput(options.sink);
    const { encodingId, ffmpegPath, log, sink } = options;
    this.#tracks = new TrackEncoders({
      ...{ encodingId, ffmpegPath, log, sink },
      onFailed: (trackId, error) => this.onEvent.emit({ type: 'trackFailed', trackId, error }),
    });
  }

  get stats(): ProgramEncoderStats {
    return {
      capturedFrames: this.#counts.captured,
      skippedFrames: this.#counts.skipped,
      surplusFrames: this.#counts.surplus,
      filledFrames: this.#counts.filled,
      encodedFrames: this.#output.frames,
      lagMs: this.#succession?.current?.lagMs ?? 0,
      restarts: this.#succession?.restarts ?? 0,
      pids: [...(this.#succession?.pids ?? []), ...this.#tracks.pids],
    };
  }

  /** When the frame or sound of this packet time was captured, ms on the clock of the frames; undefined before the first. */
  captureTimeMs(timestampMs: number): number | undefined {
    return this.#clock.toCaptureMs(timestampMs);
  }

  /** What pictures are being encoded with: the profile asked for, or the one before until its successor has taken over. */
  get inUse(): EncodingProfile | undefined {
    return this.#running?.current?.profile;
  }

  /** The profile asked for, undefined while stopped. */
  get profile(): EncodingProfile | undefined {
    return this.#running?.profile;
  }

  get #running(): EncoderSuccession | undefined {
    return this.#succession?.isOver === false ? this.#succession : undefined;
  }

  /** Begins a program; the first frame starts its clock and its encoder. */
  start(profile: EncodingProfile): void {
    if (this.#running !== undefined)
      throw new AppError('internal/bug', { message: 'the program encoder already runs' });
    const { encodingId, ffmpegPath, log, autoEncoder = 'libx264' } = this.#options;
    const { matrixFilter = () => 'scale', deviceOf = () => undefined } = this.#options;
    const { isFirstStart = () => false } = this.#options;
    this.#clock = new ProgramClock();
    this.#audio = new ProgramAudio(profile);
    this.#output = new ProgramOutput(this.#options.sink);
    this.#lastFrame = undefined;
    this.#lastPlacedUs = 0;
    this.#counts = { captured: 0, skipped: 0, surplus: 0, filled: 0 };
    this.#succession = new EncoderSuccession({
      ...{ encodingId, ffmpegPath, log, autoEncoder, matrixFilter, deviceOf, isFirstStart, profile },
      ...{ audio: this.#audio, output: this.#output },
      onEvent: (event) => this.#onSuccession(event),
      onFrameLeft: () => this.onVideoConsumed.emit(),
      onBegin: () => {
        this.#lagWatch = new LagWatch();
      },
    });
  }

  /**
   * Encodes the sound of these tracks too, and of no other further one, each by itself.
   * @param packetMs where new ones begin, undefined for now: the program's beginning where it hasn't begun.
   */
  useTracks(trackIds: readonly string[], packetMs: number | undefined): void {
    const further = trackIds.filter((id) => id !== this.#trackId);
    const fromUs = packetMs === undefined ? this.#lastPlacedUs : fromPacketMs(packetMs) * 1000;
    if (this.profile !== undefined) this.#tracks.use(further, this.profile, Math.max(0, fromUs));
  }

  get #trackId(): string {
    return this.#options.trackId ?? MAIN_TRACK;
  }

  /** Takes one frame; its bytes are ours from now on. */
  pushVideo(frame: CapturedFrame): void {
    this.#counts.captured += 1;
    if (this.#running === undefined) return this.onVideoConsumed.emit();
    this.#placeFrame(frame, true);
  }

  /**
   * Takes one block of sound. What comes before the first frame is kept out: the program begins with a picture.
   * @param trackId absent: it belongs in every track.
   */
  pushAudio(block: AudioBlock, trackId?: string): void {
    if (this.#running === undefined || !this.#clock.isRunning || this.#audio === undefined) return;
    const timeUs = this.#clock.toProgramUs(block.timestampUs);
    const { sampleRate, channels, data } = block;
    const pcm = { timeUs, sampleRate, channels, samples: new Float32Array(data) };
    this.#tracks.push(pcm, trackId);
    if (trackId !== undefined && trackId !== this.#trackId) return;
    const isAfterGap = timeUs > this.#lastPlacedUs + MAX_FILLED_GAP_US;
    // Before its sound: another encoder begins after a gap, and the one before must not get what comes after it.
    if (isAfterGap) this.#repeatPicture(block.timestampUs);
    this.#audio.push(pcm);
    this.#feedAudio();
    if (!isAfterGap && timeUs > this.#lastPlacedUs + REPEAT_AFTER_US) this.#repeatPicture(block.timestampUs);
  }

  #repeatPicture(timestampUs: number): void {
    if (this.#lastFrame !== undefined) this.#placeFrame({ ...this.#lastFrame, timestampUs }, false);
  }

  /**
   * Goes on with another profile from the next frame once its encoder is ready. No frame is lost. The rate and channels
   * of the sound stay those the program began with: receivers do not take a change of them.
   * @throws AppError `encoder/unsupported` for an encoder of another codec: no connection takes a change of it.
   */
  changeProfile(wanted: EncodingProfile): void {
    if (this.#running === undefined)
      throw new AppError('internal/bug', { message: 'the program encoder does not run' });
    this.#running.changeProfile(wanted, this.#lastFrame ?? undefined);
  }

  /** Replaces the encoder in use, as when it had died of `cause`: the program's time goes on, its frames go to the next one. */
  restart(cause: AppError): void {
    this.#succession?.restart(cause);
  }

  /** Ends the program: what is under way is still given out, within the deadline. */
  async stop(deadlineMs = DRAIN_MS): Promise<void> {
    this.#lastFrame = undefined;
    this.#succession?.end();
    await Promise.all([this.#output.drain(deadlineMs), this.#tracks.end(deadlineMs)]);
  }

  #placeFrame(frame: CapturedFrame, isCaptured: boolean): void {
    this.#clock.start(frame.timestampUs);
    const timeUs = this.#steadyTime(frame.timestampUs);
    frame.data.hold();
    this.#lastFrame?.data.release();
    this.#lastFrame = frame;
    const isAfterGap = timeUs - this.#lastPlacedUs > MAX_FILLED_GAP_US;
    const session = this.#running?.sessionFor(frame, timeUs, isAfterGap);
    const outcome = session?.writeFrame(frame.data, timeUs, isCaptured) ?? { type: 'skipped', missed: 0 };
    if (session !== undefined && outcome.type !== 'surplus') this.#lastPlacedUs = timeUs;
    this.#audio?.fillTo(timeUs);
    this.#tracks.fillTo(timeUs);
    this.#feedAudio();
    this.#counts.filled += outcome.missed + (isCaptured ? 0 : 1);
    if (outcome.type === 'surplus' && isCaptured) this.#counts.surplus += 1;
    if (outcome.type === 'skipped' && isCaptured) this.#counts.skipped += 1;
    if (outcome.type !== 'taken' && isCaptured) this.onVideoConsumed.emit();
    if (isCaptured) this.#watchLag(timeUs, outcome.type === 'skipped');
  }

  /** Time since the program's zero; moves the zero when the clock was set back. */
  #steadyTime(timestampUs: number): number {
    const timeUs = this.#clock.toProgramUs(timestampUs);
    if (timeUs > this.#lastPlacedUs - CLOCK_STEP_US) return timeUs;
    const nextUs = this.#lastPlacedUs + 1_000_000 / (this.profile?.fps ?? 30);
    this.#clock.set(timestampUs, nextUs);
    return nextUs;
  }

  #feedAudio(): void {
    const session = this.#running?.current;
    if (session !== undefined) this.#audio?.feed(session);
  }

  #watchLag(timeUs: number, isSkipped: boolean): void {
    const session = this.#running?.current;
    if (session === undefined) return;
    const { queuedFrames, hasOutput } = session.encoder.state;
    // What waits for a program that is still being read isn't too much work.
    if (session.isFirstStart && !hasOutput) return;
    const report = this.#lagWatch.frame({ timeUs, queuedFrames, isSkipped, hasOutput });
    if (report !== undefined) this.onEvent.emit({ type: 'lagging', ...report });
  }

  #onSuccession(event: SuccessionEvent): void {
    if (event.type === 'failed') this.#lastFrame = undefined;
    this.onEvent.emit(event);
  }
}
