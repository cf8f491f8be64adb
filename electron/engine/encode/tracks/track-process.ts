/**
 * One ffmpeg that encodes sound alone: PCM without gaps in, frames of AAC out, each with the first sample that it stands for. Lives for one
 * run of samples. Never queues without a bound.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import type { EncodingProfile } from '../../../../shared/encoding/profile.ts';
import { AAC_FRAME } from '../audio/program-audio.ts';
import type { AudioTaker } from '../audio/program-audio.ts';
import type { EncoderLog } from '../encoder.ts';
import { FfmpegLogParser } from '../../ffmpeg/ffmpeg-log.ts';
import { AdtsReader } from './adts-reader.ts';

export type TrackProfile = Pick<EncodingProfile, 'audioSampleRate' | 'audioChannels' | 'audioKbps'>;

export interface TrackProcessOptions {
  readonly ffmpegPath: string;
  readonly profile: TrackProfile;
  /** On the program's audio clock: where it begins. */
  readonly firstSample: number;
  readonly log: EncoderLog;
  readonly onFrame: (data: Uint8Array, sample: number) => void;
  /** Once; undefined when its input has ended. */
  readonly onExited: (error: AppError | undefined) => void;
}

/** Sound that may wait for the pipe, about ten seconds of 48 kHz stereo. More means that ffmpeg stands still. */
const MAX_QUEUED_BYTES = 4_000_000;
const MAX_WORDS = 300;

export class TrackProcess implements AudioTaker {
  nextSample: number;
  audioFromMs = Number.NEGATIVE_INFINITY;
  audioUntilMs = Number.POSITIVE_INFINITY;
  readonly #options: TrackProcessOptions;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #reader = new AdtsReader();
  /** The sample that the next frame of AAC stands for: the first is ffmpeg's run-up. */
  #frameSample: number;
  #queuedBytes = 0;
  #words = '';
  #failure: AppError | undefined;
  #isEnding = false;
  #hasExited = false;

  /** Starts at once. */
  constructor(options: TrackProcessOptions) {
    this.#options = options;
    this.nextSample = options.firstSample;
    this.#frameSample = options.firstSample - AAC_FRAME;
    const child = spawn(options.ffmpegPath, buildTrackArguments(options.profile), {
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child = child;
    child.stdout.on('data', (bytes: Buffer) => this.#read(bytes));
    const parser = new FfmpegLogParser();
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      for (const entry of parser.push(text)) {
        if (entry.type !== 'message') continue;
        options.log('debug', `ffmpeg: ${entry.text}`);
        if (entry.level === 'error') this.#words = entry.text.slice(0, MAX_WORDS);
      }
    });
    // A broken pipe means that ffmpeg is gone; `close` says so, with the reason.
    child.stdin.on('error', () => child.stdin.destroy());
    child.on('error', (cause) => {
      const message = 'ffmpeg could not be started';
      this.#failure ??= new AppError('encoder/failed-to-start', { message }, cause);
      if (child.pid === undefined) this.#finish(undefined);
    });
    child.on('close', (code) => this.#finish(code ?? undefined));
  }

  get pid(): number | undefined {
    return this.#hasExited ? undefined : this.#child.pid;
  }

  writeAudio(samples: Float32Array): void {
    if (this.#isEnding || this.#hasExited || this.#child.stdin.destroyed) return;
    if (this.#queuedBytes > MAX_QUEUED_BYTES) {
      this.#failure ??= new AppError('encoder/stalled', { message: 'the encoder takes no sound any more' });
      return this.kill();
    }
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
    this.#queuedBytes += bytes.length;
    this.#child.stdin.write(bytes, () => {
      this.#queuedBytes -= bytes.length;
    });
  }

  /** Gives out what it holds. Ended with `onExited`. */
  end(): void {
    this.#isEnding = true;
    this.#child.stdin.end();
  }

  /** Ends it at once; what it holds is lost. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #read(bytes: Uint8Array): void {
    if (this.#failure !== undefined) return;
    try {
      for (const frame of this.#reader.push(bytes)) {
        const sample = this.#frameSample;
        this.#frameSample += AAC_FRAME;
        this.#options.onFrame(frame, sample);
      }
    } catch (error) {
      this.#failure = toAppError(error);
      this.kill();
    }
  }

  #finish(code: number | undefined): void {
    if (this.#hasExited) return;
    this.#hasExited = true;
    const isWanted = this.#isEnding && code === 0;
    this.#options.onExited(this.#failure ?? (isWanted ? undefined : this.#exitError(code)));
  }

  #exitError(code: number | undefined): AppError {
    const message = `ffmpeg ended ${code === undefined ? 'by a signal' : `with code ${code}`}`;
    return new AppError(
      'encoder/exited',
      this.#words === '' ? { message } : { message, reason: this.#words },
    );
  }
}

/** Every value is a number of ours. */
function buildTrackArguments({ audioSampleRate, audioChannels, audioKbps }: TrackProfile): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'level+warning', '-nostats'],
    ...['-probesize', '32', '-analyzeduration', '0'],
    ...['-f', 'f32le', '-ar', String(audioSampleRate), '-ac', String(audioChannels), '-i', 'pipe:0'],
    ...['-c:a', 'aac', '-b:a', `${audioKbps}k`, '-map_metadata', '-1'],
    ...['-flush_packets', '1', '-f', 'adts', 'pipe:1'],
  ];
}
