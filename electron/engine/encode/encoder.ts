/**
 * One ffmpeg process: raw pictures and PCM in, packets out. Knows one profile and one shape of input for its whole life;
 * changing either takes another Encoder (see program-encoder). Never queues without a bound.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Emitter } from '../../../shared/emitter.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { toEncoderUs } from '../../../shared/media/timeline.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import { FlvDemuxer } from '../../rtmp/flv/demuxer.ts';
import type { ParsedPacket } from '../../rtmp/flv/packet.ts';
import { isEncodedMedia } from './encoded-packet.ts';
import { buildFfmpegArguments } from '../ffmpeg/ffmpeg-arguments.ts';
import { FfmpegLogParser } from '../ffmpeg/ffmpeg-log.ts';
import type { FfmpegProgress } from '../ffmpeg/ffmpeg-log.ts';
import type { PictureBytes } from '../frames/picture-bytes.ts';
import {
  AUDIO_TRACK,
  buildBlockPrefix,
  buildMatroskaHeader,
  TICK_US,
  VIDEO_TRACK,
} from './matroska-writer.ts';
import { FrameSkipper } from './frame-skipper.ts';
import { setPriority } from '../process-priority.ts';
import { STALL_TICK_MS, StallWatch } from './stall-watch.ts';
import type { EncoderInput } from '../ffmpeg/video-filter.ts';

export type EncoderLog = (level: 'debug' | 'info' | 'warn' | 'error', text: string) => void;

export interface EncoderOptions {
  readonly ffmpegPath: string;
  readonly profile: EncodingProfile;
  /** What `auto` stands for. */
  readonly encoder: EncoderName;
  readonly input: EncoderInput;
  readonly matrixFilter: MatrixFilter;
  /** Of the graphics card, where it isn't the first. */
  readonly device?: string | undefined;
  /** No ffmpeg has run since the app began: this one may take longer to give anything. */
  readonly isFirstStart: boolean;
  readonly log: EncoderLog;
}

/**
 * Frames that may wait for the pipe: until ffmpeg has caught up with its own start, and from then on. Half a second at
 * 30 fps bears a hiccup of the machine without a lost frame; an encoder that is too slow fills it and frames are skipped.
 */
const MAX_QUEUED_STARTING = 45;
const MAX_QUEUED_RUNNING = 15;
/** Sound that may wait for the pipe, about ten seconds of 48 kHz stereo. */
const MAX_QUEUED_AUDIO_BYTES = 4_000_000;
const MAX_KEPT_ERRORS = 5;

export class Encoder {
  /** Packets as ffmpeg timed them, see `fromEncoderMs`. */
  readonly onPacket = new Emitter<ParsedPacket>();
  /** Fires once: undefined when it ended because its input did. */
  readonly onExited = new Emitter<AppError | undefined>();
  /** A frame given to `writeVideo` has left for ffmpeg, or never will. */
  readonly onFrameLeft = new Emitter<void>();
  /** The first ffmpeg of a run has given nothing for three seconds; fires once. */
  readonly onSlowStart = new Emitter<void>();

  readonly #options: EncoderOptions;
  readonly #demuxer = new FlvDemuxer();
  readonly #logParser = new FfmpegLogParser();
  #child: ChildProcessWithoutNullStreams | undefined;
  #errors: string[] = [];
  #failure: AppError | undefined;
  readonly #skipper = new FrameSkipper();
  #queuedFrames = 0;
  #queuedAudioBytes = 0;
  #framesIn = 0;
  #framesOut = 0;
  #hasOutput = false;
  #hasCaughtUp = false;
  #isEnding = false;
  #isKilled = false;
  #hasExited = false;
  readonly #stallWatch: StallWatch;
  #stallTimer: NodeJS.Timeout | undefined;
  #progress: FfmpegProgress | undefined;

  constructor(options: EncoderOptions) {
    this.#options = options;
    this.#stallWatch = new StallWatch(options.isFirstStart);
  }

  /** Frames written, given out, waiting for the pipe, and what ffmpeg last told. */
  get state(): {
    framesIn: number;
    framesOut: number;
    queuedFrames: number;
    hasOutput: boolean;
    isEnding: boolean;
    hasExited: boolean;
    progress: FfmpegProgress | undefined;
  } {
    return {
      framesIn: this.#framesIn,
      framesOut: this.#framesOut,
      queuedFrames: this.#queuedFrames,
      hasOutput: this.#hasOutput,
      isEnding: this.#isEnding,
      hasExited: this.#hasExited,
      progress: this.#progress,
    };
  }

  /** Process id while it runs, for statistics. */
  get pid(): number | undefined {
    return this.#hasExited ? undefined : this.#child?.pid;
  }

  /** Starts ffmpeg; it waits for the first frame. Failures come as `onExited`. */
  start(): void {
    const { ffmpegPath, profile, input, log } = this.#options;
    const args = buildFfmpegArguments({
      ...this.#options,
      processors: availableParallelism(),
      architecture: process.arch,
    });
    log('debug', `ffmpeg ${args.join(' ')}`);
    const child = spawn(ffmpegPath, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    this.#child = child;
    setPriority(child.pid, 'above');
    child.stdout.on('data', this.#readOutput);
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => this.#readLog(text));
    // A broken pipe means that ffmpeg is gone; `close` says so, with the reason.
    child.stdin.on('error', () => child.stdin.destroy());
    child.on('error', (cause) => {
      this.#failure ??= new AppError(
        'encoder/failed-to-start',
        { message: 'ffmpeg could not be started' },
        cause,
      );
      if (child.pid === undefined) this.#finish();
    });
    child.on('close', (code, signal) => this.#finish(code ?? undefined, signal ?? undefined));
    const { audioSampleRate: sampleRate, audioChannels: channels } = profile;
    child.stdin.write(buildMatroskaHeader({ ...input, fps: profile.fps }, { sampleRate, channels }));
  }

  /**
   * @param timeUs since the first picture, at least 0. @returns false when the pipe is full: the frame is not taken and
   * counts as skipped. The bytes are held until they have left.
   */
  writeVideo(data: PictureBytes, timeUs: number): boolean {
    if (this.#hasOutput && this.#queuedFrames < MAX_QUEUED_RUNNING) this.#hasCaughtUp = true;
    const limit = this.#hasCaughtUp ? MAX_QUEUED_RUNNING : MAX_QUEUED_STARTING;
    if (this.#isClosed || !this.#skipper.accepts(this.#queuedFrames, limit)) return false;
    this.#queuedFrames += 1;
    this.#framesIn += 1;
    data.hold();
    this.#write(VIDEO_TRACK, timeUs, data.bytes, () => {
      data.release();
      this.#queuedFrames -= 1;
      this.onFrameLeft.emit();
    });
    this.#stallWatch.written();
    this.#stallTimer ??= setInterval(() => this.#watchStall(), STALL_TICK_MS);
    return true;
  }

  /** Interleaved PCM in the profile's rate and channels, without gaps. False when it cannot be taken. */
  writeAudio(samples: Float32Array, timeUs: number): boolean {
    if (this.#isClosed || this.#queuedAudioBytes > MAX_QUEUED_AUDIO_BYTES) return false;
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
    this.#queuedAudioBytes += bytes.length;
    this.#write(AUDIO_TRACK, timeUs, bytes, () => {
      this.#queuedAudioBytes -= bytes.length;
    });
    return true;
  }

  /** Ends the input, lets ffmpeg put out the rest and kills it at the deadline. Resolves when it is gone. */
  stop(deadlineMs: number): Promise<void> {
    if (this.#hasExited || this.#child === undefined) return Promise.resolve();
    const gone = new Promise<void>((resolve) => this.onExited.on(() => resolve()));
    this.#isEnding = true;
    this.#endStallTimer();
    this.#child.stdin.end();
    const timer = setTimeout(() => this.kill(), deadlineMs);
    return gone.finally(() => clearTimeout(timer));
  }

  /** Ends it at once; what it holds is lost. */
  kill(): void {
    this.#isKilled = true;
    this.#child?.kill('SIGKILL');
  }

  get #isClosed(): boolean {
    return this.#child === undefined || this.#isEnding || this.#hasExited || this.#child.stdin.destroyed;
  }

  #write(track: number, timeUs: number, bytes: Uint8Array, onLeft: () => void): void {
    const stdin = this.#child?.stdin;
    if (stdin === undefined) return;
    const ticks = Math.round(toEncoderUs(timeUs) / TICK_US);
    stdin.cork();
    stdin.write(buildBlockPrefix(track, ticks, bytes.length));
    stdin.write(bytes, onLeft);
    stdin.uncork();
  }

  readonly #readOutput = (bytes: Buffer): void => {
    if (this.#failure !== undefined) return;
    for (const packet of this.#parse(bytes)) {
      // ffmpeg tells the colours of HEVC and AV1 in a tag of their own, which few servers know; the configuration says the same.
      if (!isEncodedMedia(packet)) continue;
      if (packet.kind === 'video' && !packet.isSequenceHeader) {
        this.#hasOutput = true;
        this.#framesOut += 1;
        this.#stallWatch.gave();
      }
      this.onPacket.emit(packet);
    }
  };

  /** Ends the encoder where what it put out is no FLV. */
  #parse(bytes: Buffer): readonly ParsedPacket[] {
    try {
      return this.#demuxer.push(bytes);
    } catch (error) {
      const cause = toAppError(error);
      const message = 'ffmpeg put out something that is not FLV';
      this.#failure = new AppError('encoder/bad-output', { message, reason: cause.message }, cause);
      this.kill();
      return [];
    }
  }

  /** Ends it as dead of `error`. */
  fail(error: AppError): void {
    this.#failure ??= error;
    this.kill();
  }

  #watchStall(): void {
    const verdict = this.#stallWatch.tick();
    if (verdict === undefined) return;
    if (verdict.type === 'slowStart') return this.onSlowStart.emit();
    this.#failure ??= new AppError('encoder/stalled', {
      message: `the encoder took pictures but gave nothing back for ${verdict.afterMs / 1000} seconds`,
    });
    this.kill();
  }

  #endStallTimer(): void {
    clearInterval(this.#stallTimer);
    this.#stallTimer = undefined;
  }

  #readLog(text: string): void {
    for (const entry of this.#logParser.push(text)) {
      if (entry.type === 'progress') {
        this.#progress = entry.progress;
        continue;
      }
      if (entry.level === 'error') this.#errors = [...this.#errors, entry.text].slice(-MAX_KEPT_ERRORS);
      this.#options.log(entry.level === 'error' ? 'warn' : 'debug', `ffmpeg: ${entry.text}`);
    }
  }

  #finish(code?: number, signal?: string): void {
    if (this.#hasExited) return;
    this.#hasExited = true;
    this.#endStallTimer();
    for (; this.#queuedFrames > 0; this.#queuedFrames -= 1) this.onFrameLeft.emit();
    const isWanted = this.#isEnding && (code === 0 || this.#isKilled);
    this.onExited.emit(this.#failure ?? (isWanted ? undefined : this.#exitError(code, signal)));
  }

  #exitError(code: number | undefined, signal: string | undefined): AppError {
    const how = signal === undefined ? `with code ${code ?? 'unknown'}` : `by ${signal}`;
    const said = this.#errors.at(-1)?.slice(0, 300);
    const details = { message: `ffmpeg ended ${how}`, ...(said === undefined ? {} : { reason: said }) };
    return new AppError(this.#hasOutput ? 'encoder/exited' : 'encoder/failed-to-start', details);
  }
}
