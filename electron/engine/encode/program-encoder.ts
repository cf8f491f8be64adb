/**
 * The program: one run of packets whose time goes on while the encoders behind it come and go. A change of profile, of
 * the picture's shape or a death starts another ffmpeg at the next frame; its packets wait until the one before has
 * given out its last. Frames and sound meet on one clock, whose zero is the first frame.
 */
import { Emitter } from '../../../shared/emitter.ts';
import { codecNames, codecOf, isSoftwareEncoder, softwareEncoders } from '../../../shared/encoding/codec.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import { ProgramClock } from '../../../shared/media/timeline.ts';
import type { EncodedPacket } from './encoded-packet.ts';
import type { EncoderLog } from './encoder.ts';
import { EncoderSession } from './encoder-session.ts';
import { type LagReport, LagWatch } from './lag-watch.ts';
import type { CapturedFrame } from '../sources/picture-bytes.ts';
import { ProgramAudio } from './audio/program-audio.ts';
import { ProgramOutput } from './program-output.ts';
import type { EncoderInput, MatrixFilter } from './ffmpeg/video-filter.ts';

export type ProgramEncoderEvent =
  | { readonly type: 'started'; readonly encoder: EncoderName; readonly videoKbps: number }
  /** The profile, or the shape of the picture, changed without a gap. */
  | { readonly type: 'handedOver'; readonly encoder: EncoderName; readonly videoKbps: number }
  /** The encoder died and another has taken over. */
  | {
      readonly type: 'restarted';
      readonly encoder: EncoderName;
      readonly videoKbps: number;
      readonly cause: AppError;
    }
  /** The encoder for a new profile did not run: the program goes on as before. */
  | { readonly type: 'changeRefused'; readonly profile: EncodingProfile; readonly cause: AppError }
  /** The encoder cannot keep up: it is this far behind, or frames were skipped for it. */
  | ({ readonly type: 'lagging' } & LagReport)
  /** No encoder could be kept running. The program is over; it can be started again. */
  | { readonly type: 'failed'; readonly error: AppError };

export interface ProgramEncoderOptions {
  readonly ffmpegPath: string;
  readonly log: EncoderLog;
  /** What `auto` stands for, by the probe; x264 when absent. */
  readonly autoEncoder?: EncoderName;
  /** Asked for each encoder that starts; `scale` when absent. */
  readonly matrixFilter?: () => MatrixFilter;
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
const MAX_QUICK_DEATHS = 3;
const QUICK_DEATH_FRAMES = 60;
const DRAIN_MS = 4000;

export class ProgramEncoder {
  /** Packets of one continuous program; times never go back within one medium, the first picture is at 250 ms. */
  readonly onPacket = new Emitter<EncodedPacket>();
  readonly onEvent = new Emitter<ProgramEncoderEvent>();
  /** One frame given to `pushVideo` is off our hands, encoded or not: its credit can be returned. */
  readonly onVideoConsumed = new Emitter<void>();

  readonly #options: ProgramEncoderOptions;
  #profile: EncodingProfile | null = null;
  /** Set aside after it failed while another was left to try. */
  #isHardwareOut = false;
  #clock = new ProgramClock();
  #audio: ProgramAudio | null = null;
  #output = new ProgramOutput((packet) => this.#deliver(packet));
  #current: EncoderSession | null = null;
  /** Started ahead of the frame that it begins with. */
  #warm: EncoderSession | null = null;
  #lastFrame: CapturedFrame | null = null;
  #lastPlacedUs = 0;
  #pendingCause: AppError | null = null;
  /** The last profile that an encoder has given pictures with. */
  #proven: EncodingProfile | null = null;
  #quickDeaths = 0;
  #lagWatch = new LagWatch();
  #counts = { captured: 0, skipped: 0, surplus: 0, filled: 0, encoded: 0, restarts: 0 };

  constructor(options: ProgramEncoderOptions) {
    this.#options = options;
  }

  get stats(): ProgramEncoderStats {
    const sessions = [this.#current, this.#warm].filter((session) => session !== null);
    return {
      capturedFrames: this.#counts.captured,
      skippedFrames: this.#counts.skipped,
      surplusFrames: this.#counts.surplus,
      filledFrames: this.#counts.filled,
      encodedFrames: this.#counts.encoded,
      lagMs: this.#current?.lagMs ?? 0,
      restarts: this.#counts.restarts,
      pids: sessions.flatMap((session) => session.encoder.pid ?? []),
    };
  }

  /** When the frame or sound of this packet time was captured, ms on the clock of the frames; undefined before the first. */
  captureTimeMs(timestampMs: number): number | undefined {
    return this.#clock.toCaptureMs(timestampMs);
  }

  /** What pictures are being encoded with: the profile asked for, or the one before until its successor has taken over. */
  get inUse(): EncodingProfile | null {
    return this.#current?.profile ?? null;
  }

  /** The profile asked for, null while stopped. */
  get profile(): EncodingProfile | null {
    return this.#profile;
  }

  /** Begins a program; the first frame starts its clock and its encoder. */
  start(profile: EncodingProfile): void {
    if (this.#profile !== null)
      throw new AppError('internal/bug', { message: 'the program encoder already runs' });
    this.#profile = profile;
    this.#isHardwareOut = false;
    this.#clock = new ProgramClock();
    this.#audio = new ProgramAudio(profile);
    this.#output = new ProgramOutput((packet) => this.#deliver(packet));
    this.#lastFrame = null;
    this.#lastPlacedUs = 0;
    this.#pendingCause = null;
    this.#proven = null;
    this.#quickDeaths = 0;
    this.#lagWatch = new LagWatch();
    this.#counts = { captured: 0, skipped: 0, surplus: 0, filled: 0, encoded: 0, restarts: 0 };
  }

  /** Takes one frame; its bytes are ours from now on. */
  pushVideo(frame: CapturedFrame): void {
    this.#counts.captured++;
    if (this.#profile === null) return this.onVideoConsumed.emit();
    this.#placeFrame(frame, true);
  }

  /** Takes one block of sound. What comes before the first frame is kept out: the program begins with a picture. */
  pushAudio(block: AudioBlock): void {
    if (this.#profile === null || !this.#clock.isRunning || this.#audio === null) return;
    const timeUs = this.#clock.toProgramUs(block.timestampUs);
    const isAfterGap = timeUs > this.#lastPlacedUs + MAX_FILLED_GAP_US;
    // Before its sound: another encoder begins after a gap, and the one before must not get what comes after it.
    if (isAfterGap) this.#repeatPicture(block.timestampUs);
    this.#audio.push({
      timeUs,
      sampleRate: block.sampleRate,
      channels: block.channels,
      samples: new Float32Array(block.data),
    });
    this.#feedAudio();
    if (!isAfterGap && timeUs > this.#lastPlacedUs + REPEAT_AFTER_US) this.#repeatPicture(block.timestampUs);
  }

  #repeatPicture(timestampUs: number): void {
    if (this.#lastFrame !== null) this.#placeFrame({ ...this.#lastFrame, timestampUs }, false);
  }

  /**
   * Goes on with another profile from the next frame once its encoder is ready. No frame is lost. The rate and channels
   * of the sound stay those the program began with: receivers do not take a change of them.
   * @throws AppError `encoder/unsupported` for an encoder of another codec: no connection takes a change of it.
   */
  changeProfile(wanted: EncodingProfile): void {
    if (this.#profile === null)
      throw new AppError('internal/bug', { message: 'the program encoder does not run' });
    const { audioSampleRate, audioChannels, encoder } = this.#profile;
    if (codecOf(wanted.encoder) !== codecOf(encoder)) {
      const [from, to] = [codecNames[codecOf(encoder)], codecNames[codecOf(wanted.encoder)]];
      const message = `the codec cannot change from ${from} to ${to} on the way: end the stream first`;
      throw new AppError('encoder/unsupported', { message });
    }
    const profile = { ...wanted, audioSampleRate, audioChannels };
    this.#profile = profile;
    // An encoder that failed is tried again only when it is asked for anew.
    if (wanted.encoder !== encoder) this.#isHardwareOut = false;
    const input = this.#lastFrame;
    this.#warm?.discard();
    this.#warm = null;
    if (input === null || this.#current === null) return;
    this.#warm = this.#createSession(input, profile);
  }

  /** Replaces the encoder in use, as when it had died of `cause`: the program's time goes on, its frames go to the next one. */
  restart(cause: AppError): void {
    this.#current?.encoder.fail(cause);
  }

  /** Ends the program: what is under way is still given out, within the deadline. */
  async stop(deadlineMs = DRAIN_MS): Promise<void> {
    this.#profile = null;
    this.#lastFrame = null;
    this.#warm?.discard();
    this.#warm = null;
    const current = this.#current;
    this.#current = null;
    if (current !== null) this.#output.end(current);
    await this.#output.drain(deadlineMs);
  }

  #placeFrame(frame: CapturedFrame, isCaptured: boolean): void {
    this.#clock.start(frame.timestampUs);
    const timeUs = this.#steadyTime(frame.timestampUs);
    frame.data.hold();
    this.#lastFrame?.data.release();
    this.#lastFrame = frame;
    this.#changeSession(frame, timeUs);
    const session = this.#current;
    const outcome = session?.writeFrame(frame.data, timeUs, isCaptured) ?? { type: 'skipped', missed: 0 };
    if (session !== null && outcome.type !== 'surplus') this.#lastPlacedUs = timeUs;
    this.#audio?.fillTo(timeUs);
    this.#feedAudio();
    this.#counts.filled += outcome.missed + (isCaptured ? 0 : 1);
    if (outcome.type === 'surplus' && isCaptured) this.#counts.surplus++;
    if (outcome.type === 'skipped' && isCaptured) this.#counts.skipped++;
    if (outcome.type !== 'taken' && isCaptured) this.onVideoConsumed.emit();
    if (isCaptured) this.#watchLag(timeUs, outcome.type === 'skipped');
  }

  /** Time since the program's zero; moves the zero when the clock was set back. */
  #steadyTime(timestampUs: number): number {
    const timeUs = this.#clock.toProgramUs(timestampUs);
    if (timeUs > this.#lastPlacedUs - CLOCK_STEP_US) return timeUs;
    const nextUs = this.#lastPlacedUs + 1_000_000 / (this.#profile?.fps ?? 30);
    this.#clock.set(timestampUs, nextUs);
    return nextUs;
  }

  /** Sees to it that `#current` is the session this frame belongs to. */
  #changeSession(frame: CapturedFrame, timeUs: number): void {
    const profile = this.#profile;
    const current = this.#current;
    if (profile === null) return;
    if (current === null) {
      this.#beginAnew(this.#createSession(frame, profile), timeUs);
      return;
    }
    const isGap = timeUs - this.#lastPlacedUs > MAX_FILLED_GAP_US;
    const isFit = current.fits(frame) && !isGap;
    if (isFit && (this.#warm === null || !this.#warm.isWarm)) return;
    const warm = this.#warm?.fits(frame) === true ? this.#warm : null;
    if (warm === null) this.#warm?.discard();
    this.#warm = null;
    const next = warm ?? this.#createSession(frame, profile);
    const startUs = current.nextGridTime(timeUs);
    if (current.encoder.state.hasOutput) this.#proven = current.profile;
    this.#audio?.leaveAtSeam(current);
    this.#output.end(current);
    this.#begin(next, startUs);
    this.#announce('handedOver', null);
  }

  #beginAnew(session: EncoderSession, startUs: number): void {
    this.#begin(session, startUs);
    const cause = this.#pendingCause;
    this.#pendingCause = null;
    this.#announce(cause === null ? 'started' : 'restarted', cause);
  }

  #begin(session: EncoderSession, startUs: number): void {
    this.#lagWatch = new LagWatch();
    this.#current = session;
    session.begin(startUs);
    this.#output.append(session);
    this.#audio?.join(session, this.#output.lastAudioMs);
  }

  #createSession({ width, height, format, colour }: EncoderInput, profile: EncodingProfile): EncoderSession {
    const session = new EncoderSession({
      ffmpegPath: this.#options.ffmpegPath,
      log: this.#options.log,
      profile,
      encoder: this.#chooseEncoder(profile),
      input: { width, height, format, colour },
      matrixFilter: this.#options.matrixFilter?.() ?? 'scale',
    });
    session.onFrameLeft.on(() => this.onVideoConsumed.emit());
    session.encoder.onExited.on((error) => {
      if (error !== null) this.#sessionDied(session, error);
    });
    session.start();
    return session;
  }

  #chooseEncoder(profile: EncodingProfile): EncoderName {
    // Of the same codec always: a live connection takes no other.
    if (this.#isHardwareOut) return softwareEncoders[codecOf(profile.encoder)];
    return profile.encoder === 'auto' ? (this.#options.autoEncoder ?? 'libx264') : profile.encoder;
  }

  #sessionDied(session: EncoderSession, cause: AppError): void {
    if (session === this.#warm) {
      this.#warmDied(session, cause);
      return;
    }
    if (session !== this.#current) return;
    this.#current = null;
    this.#options.log('warn', `the encoder died: ${cause.message}`);
    this.#counts.restarts++;
    this.#quickDeaths = session.encoder.state.framesOut < QUICK_DEATH_FRAMES ? this.#quickDeaths + 1 : 1;
    if (!isSoftwareEncoder(session.encoderName)) {
      this.#isHardwareOut = true;
      this.#quickDeaths = 0;
    } else if (!session.encoder.state.hasOutput) {
      this.#goBack(cause);
    }
    if (this.#quickDeaths >= MAX_QUICK_DEATHS) {
      this.#profile = null;
      this.#lastFrame = null;
      this.#warm?.discard();
      this.#warm = null;
      this.onEvent.emit({ type: 'failed', error: cause });
      return;
    }
    this.#pendingCause = cause;
    this.#replay(session);
  }

  /** The encoder that was to take over never began: another is tried, or all stays as it is. */
  #warmDied(session: EncoderSession, cause: AppError): void {
    this.#warm = null;
    this.#options.log('warn', `the next encoder did not start: ${cause.message}`);
    const current = this.#current;
    if (this.#profile === null || current === null) return;
    if (!isSoftwareEncoder(session.encoderName)) {
      this.#isHardwareOut = true;
      if (!isSoftwareEncoder(current.encoderName) || current.profile !== this.#profile)
        this.#warm = this.#createSession(session.input, this.#profile);
      return;
    }
    this.#proven = current.profile;
    this.#goBack(cause);
  }

  #goBack(cause: AppError): void {
    if (this.#proven === null || this.#profile === null || this.#proven === this.#profile) return;
    this.#profile = this.#proven;
    this.onEvent.emit({ type: 'changeRefused', profile: this.#proven, cause });
  }

  /** Frames that a dead encoder held are not lost: the next one begins with them. */
  #replay(dead: EncoderSession): void {
    const [first] = dead.unfinished;
    if (first === undefined || this.#profile === null) return;
    const session = this.#createSession(dead.input, this.#profile);
    this.#beginAnew(session, first.timeUs);
    for (const { data, timeUs } of dead.unfinished) session.writeFrame(data, timeUs, false);
    this.#feedAudio();
  }

  #announce(type: 'started' | 'handedOver' | 'restarted', cause: AppError | null): void {
    const session = this.#current;
    if (session === null) return;
    const details = { encoder: session.encoderName, videoKbps: session.profile.videoKbps };
    if (type === 'restarted' && cause !== null) this.onEvent.emit({ type, ...details, cause });
    else if (type !== 'restarted') this.onEvent.emit({ type, ...details });
  }

  #feedAudio(): void {
    if (this.#current !== null) this.#audio?.feed(this.#current);
  }

  #watchLag(timeUs: number, isSkipped: boolean): void {
    if (this.#current === null) return;
    const { queuedFrames, hasOutput } = this.#current.encoder.state;
    const report = this.#lagWatch.frame({ timeUs, queuedFrames, isSkipped, hasOutput });
    if (report !== null) this.onEvent.emit({ type: 'lagging', ...report });
  }

  #deliver(packet: EncodedPacket): void {
    if (packet.kind === 'video' && !packet.isSequenceHeader) this.#counts.encoded++;
    this.onPacket.emit(packet);
  }
}
