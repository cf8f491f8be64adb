/**
 * Which encoder of one program takes the next frame: the first, one that takes over for another profile or another shape of picture, one
 * that replaces a dead one and begins with the frames that it held. Knows nothing of when frames come.
 */
import { codecNames, codecOf, isSoftwareEncoder, softwareEncoders } from '../../../shared/encoding/codec.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import type { ProgramAudio } from './audio/program-audio.ts';
import type { EncoderLog } from './encoder.ts';
import { EncoderSession } from './encoder-session.ts';
import type { EncoderInput } from '../ffmpeg/video-filter.ts';
import type { ProgramOutput } from './program-output.ts';

export type SuccessionEvent =
  | { readonly type: 'started'; readonly encoder: EncoderName; readonly videoKbps: number }
  /** The first ffmpeg of a run takes its time. */
  | { readonly type: 'slowStart' }
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
  /** No encoder could be kept running. The program is over; it can be started again. */
  | { readonly type: 'failed'; readonly error: AppError };

export interface EncoderSuccessionOptions {
  readonly encodingId: string;
  readonly ffmpegPath: string;
  readonly log: EncoderLog;
  /** What `auto` stands for. */
  readonly autoEncoder: EncoderName;
  /** Asked for each encoder that starts. */
  readonly matrixFilter: () => MatrixFilter;
  /** The graphics card that an encoder works on; the first one when undefined. */
  readonly deviceOf: (encoder: EncoderName) => string | undefined;
  /** Whether no ffmpeg has run since the app began; asked once for each encoder that starts. */
  readonly isFirstStart: () => boolean;
  readonly profile: EncodingProfile;
  readonly audio: ProgramAudio;
  readonly output: ProgramOutput;
  readonly onEvent: (event: SuccessionEvent) => void;
  /** A captured frame has left for ffmpeg. */
  readonly onFrameLeft: () => void;
  /** Another encoder is the current one. */
  readonly onBegin: () => void;
}

const MAX_QUICK_DEATHS = 3;
const QUICK_DEATH_FRAMES = 60;

export class EncoderSuccession {
  readonly #options: EncoderSuccessionOptions;
  #profile: EncodingProfile;
  #isOver = false;
  /** Set aside after it failed while another was left to try. */
  #isHardwareOut = false;
  #current: EncoderSession | undefined;
  /** Started ahead of the frame that it begins with. */
  #next: EncoderSession | undefined;
  /** Of the encoder that died, until another has begun. */
  #deathCause: AppError | undefined;
  /** The last profile that an encoder has given pictures with. */
  #lastGood: EncodingProfile | undefined;
  #quickDeaths = 0;
  #restarts = 0;

  constructor(options: EncoderSuccessionOptions) {
    this.#options = options;
    this.#profile = options.profile;
  }

  /** After `end`, and after `failed`. */
  get isOver(): boolean {
    return this.#isOver;
  }

  get current(): EncoderSession | undefined {
    return this.#current;
  }

  /** The profile asked for. */
  get profile(): EncodingProfile {
    return this.#profile;
  }

  get restarts(): number {
    return this.#restarts;
  }

  get pids(): readonly number[] {
    const sessions = [this.#current, this.#next].filter((session) => session !== undefined);
    return sessions.flatMap((session) => session.encoder.pid ?? []);
  }

  /**
   * The encoder that a frame of this shape belongs to. @param timeUs of the program. @param isAfterGap another encoder begins after a gap
   * that is too long to be filled.
   */
  sessionFor(frame: EncoderInput, timeUs: number, isAfterGap: boolean): EncoderSession | undefined {
    if (this.#isOver) return undefined;
    const current = this.#current;
    if (current === undefined) {
      this.#beginAnew(this.#create(frame), timeUs);
      return this.#current;
    }
    const isFit = current.fits(frame) && !isAfterGap;
    if (isFit && this.#next?.isWarm !== true) return current;
    const warm = this.#next?.fits(frame) === true ? this.#next : undefined;
    if (warm === undefined) this.#next?.discard();
    this.#next = undefined;
    const next = warm ?? this.#create(frame);
    const startUs = current.nextGridTime(timeUs);
    if (current.encoder.state.hasOutput) this.#lastGood = current.profile;
    this.#options.audio.leaveAtSeam(current);
    this.#options.output.end(current);
    this.#begin(next, startUs);
    this.#announce(next, 'handedOver');
    return this.#current;
  }

  /**
   * Starts the encoder of another profile; it takes over with a later frame. The rate and channels of the sound stay: receivers take no
   * change of them. @param input of the frame that came last.
   * @throws AppError `encoder/unsupported` for an encoder of another codec: no connection takes a change of it.
   */
  changeProfile(wanted: EncodingProfile, input: EncoderInput | undefined): void {
    const { audioSampleRate, audioChannels, encoder } = this.#profile;
    if (codecOf(wanted.encoder) !== codecOf(encoder)) {
      const [from, to] = [codecNames[codecOf(encoder)], codecNames[codecOf(wanted.encoder)]];
      throw withReason('encoder/unsupported', 'codecFixed', { from, to });
    }
    this.#profile = { ...wanted, audioSampleRate, audioChannels };
    // An encoder that failed is tried again only when it is asked for anew.
    if (wanted.encoder !== encoder) this.#isHardwareOut = false;
    this.#next?.discard();
    this.#next = undefined;
    if (input !== undefined && this.#current !== undefined) this.#next = this.#create(input);
  }

  /** Replaces the current encoder as when it had died of `cause`. */
  restart(cause: AppError): void {
    this.#current?.encoder.fail(cause);
  }

  /** What is under way is still given out by the output. */
  end(): void {
    const current = this.#current;
    this.#close();
    if (current !== undefined) this.#options.output.end(current);
  }

  #close(): void {
    this.#isOver = true;
    this.#next?.discard();
    this.#next = undefined;
    this.#current = undefined;
  }

  #beginAnew(session: EncoderSession, startUs: number): void {
    this.#begin(session, startUs);
    this.#announce(session, 'started');
  }

  #begin(session: EncoderSession, startUs: number): void {
    const { audio, output, onBegin } = this.#options;
    this.#current = session;
    session.begin(startUs);
    output.append(session);
    audio.join(session, output.lastAudioMs);
    onBegin();
  }

  #announce({ encoderName, profile }: EncoderSession, type: 'started' | 'handedOver'): void {
    const details = { encoder: encoderName, videoKbps: profile.videoKbps };
    const cause = type === 'started' ? this.#deathCause : undefined;
    if (type === 'started') this.#deathCause = undefined;
    this.#options.onEvent(
      cause === undefined ? { type, ...details } : { type: 'restarted', ...details, cause },
    );
  }

  #create({ width, height, format, colour }: EncoderInput): EncoderSession {
    const { encodingId, ffmpegPath, log, matrixFilter, deviceOf, isFirstStart, onFrameLeft, onEvent } =
      this.#options;
    const encoder = this.#chooseEncoder();
    const session = new EncoderSession({
      encodingId,
      ffmpegPath,
      log,
      profile: this.#profile,
      encoder,
      device: deviceOf(encoder),
      input: { width, height, format, colour },
      matrixFilter: matrixFilter(),
      isFirstStart: isFirstStart(),
    });
    session.onFrameLeft.on(onFrameLeft);
    session.encoder.onSlowStart.on(() => onEvent({ type: 'slowStart' }));
    session.encoder.onExited.on((error) => {
      if (error !== undefined) this.#died(session, error);
    });
    session.start();
    return session;
  }

  #chooseEncoder(): EncoderName {
    const { encoder } = this.#profile;
    // Of the same codec always: a live connection takes no other.
    if (this.#isHardwareOut) return softwareEncoders[codecOf(encoder)];
    return encoder === 'auto' ? this.#options.autoEncoder : encoder;
  }

  #died(session: EncoderSession, cause: AppError): void {
    if (session === this.#next) return this.#nextDied(session, cause);
    if (session !== this.#current) return;
    this.#current = undefined;
    this.#options.log('warn', `the encoder died: ${cause.message}`);
    this.#restarts += 1;
    this.#quickDeaths = session.encoder.state.framesOut < QUICK_DEATH_FRAMES ? this.#quickDeaths + 1 : 1;
    if (!isSoftwareEncoder(session.encoderName)) {
      this.#isHardwareOut = true;
      this.#quickDeaths = 0;
    } else if (!session.encoder.state.hasOutput) {
      this.#revert(cause);
    }
    if (this.#quickDeaths >= MAX_QUICK_DEATHS) {
      this.#close();
      this.#options.onEvent({ type: 'failed', error: cause });
      return;
    }
    this.#deathCause = cause;
    this.#replay(session);
  }

  /** The encoder that was to take over never began: another is tried, or all stays as it is. */
  #nextDied(session: EncoderSession, cause: AppError): void {
    this.#next = undefined;
    this.#options.log('warn', `the next encoder did not start: ${cause.message}`);
    const current = this.#current;
    if (current === undefined) return;
    if (!isSoftwareEncoder(session.encoderName)) {
      this.#isHardwareOut = true;
      if (!isSoftwareEncoder(current.encoderName) || current.profile !== this.#profile)
        this.#next = this.#create(session.input);
      return;
    }
    this.#lastGood = current.profile;
    this.#revert(cause);
  }

  #revert(cause: AppError): void {
    if (this.#lastGood === undefined || this.#lastGood === this.#profile) return;
    this.#profile = this.#lastGood;
    this.#options.onEvent({ type: 'changeRefused', profile: this.#lastGood, cause });
  }

  /** Frames that a dead encoder held are not lost: the next one begins with them. */
  #replay(dead: EncoderSession): void {
    const [first] = dead.unfinished;
    if (first === undefined || this.#isOver) return;
    const session = this.#create(dead.input);
    this.#beginAnew(session, first.timeUs);
    for (const { data, timeUs } of dead.unfinished) session.writeFrame(data, timeUs, false);
    this.#options.audio.feed(session);
  }
}
