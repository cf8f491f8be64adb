/**
 * The sound of one further track, encoded by itself: its time is the program's, by counting samples. An ffmpeg that dies is replaced; the
 * sound that it held is encoded again, on the same grid of frames.
 */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { toPacketMs } from '../../../../shared/media/timeline.ts';
import type { PcmBlock } from '../../../../shared/sound/pcm-continuity.ts';
import { AAC_FRAME, ProgramAudio, WARM_UP_FRAMES } from '../audio/program-audio.ts';
import type { PacketSink } from '../encoded-packet.ts';
import type { EncoderLog } from '../encoder.ts';
import { TrackProcess } from './track-process.ts';
import type { TrackProfile } from './track-process.ts';

export interface TrackEncoderOptions {
  readonly encodingId: string;
  readonly trackId: string;
  readonly ffmpegPath: string;
  readonly profile: TrackProfile;
  /** Of the program: where the track begins. */
  readonly fromUs: number;
  readonly sink: PacketSink;
  readonly log: EncoderLog;
  /** No ffmpeg could be kept running; nothing comes any more. */
  readonly onFailed: (error: AppError) => void;
}

const MAX_QUICK_DEATHS = 3;
/** Three seconds. */
const QUICK_DEATH_FRAMES = 140;

type State =
  | { readonly phase: 'running'; readonly process: TrackProcess }
  | { readonly phase: 'ending'; readonly process: TrackProcess }
  | { readonly phase: 'over' };

export class TrackEncoder {
  readonly #options: TrackEncoderOptions;
  readonly #audio: ProgramAudio;
  #state: State;
  /** Frames that begin before this sample were given out, or stand for nothing. */
  #giveFrom: number;
  /** Of the process that runs. */
  #frames = 0;
  #quickDeaths = 0;
  #onOver: (() => void)[] = [];

  /** Starts at once. */
  constructor(options: TrackEncoderOptions) {
    this.#options = options;
    this.#audio = new ProgramAudio(options.profile);
    this.#audio.beginAt(options.fromUs);
    // The run-up before its first sample is a frame as well: a decoder needs it.
    this.#giveFrom = this.#audio.firstSample - AAC_FRAME;
    this.#state = { phase: 'running', process: this.#start(this.#audio.firstSample) };
  }

  get pid(): number | undefined {
    return this.#state.phase === 'over' ? undefined : this.#state.process.pid;
  }

  push(block: PcmBlock): void {
    if (this.#state.phase !== 'running') return;
    this.#audio.push(block);
    this.#feed(this.#state.process);
  }

  /** The picture is here: silence takes the place of sound that doesn't come. */
  fillTo(timeUs: number): void {
    if (this.#state.phase !== 'running') return;
    this.#audio.fillTo(timeUs);
    this.#feed(this.#state.process);
  }

  /** Resolves once it has given out all that it holds, at the latest at the deadline. */
  async end(deadlineMs: number): Promise<void> {
    if (this.#state.phase === 'over') return;
    const { process } = this.#state;
    if (this.#state.phase === 'running') {
      this.#state = { phase: 'ending', process };
      process.end();
    }
    const over = new Promise<void>((resolve) => this.#onOver.push(resolve));
    const timer = setTimeout(() => this.stop(), deadlineMs);
    await over.finally(() => clearTimeout(timer));
  }

  /** Ends it at once and gives nothing any more. */
  stop(): void {
    if (this.#state.phase !== 'over') this.#state.process.kill();
    this.#close();
  }

  #feed(process: TrackProcess): void {
    // A long gap is left out: what comes after it is another run.
    if (this.#audio.firstSample > process.nextSample) {
      this.#state = { phase: 'running', process: this.#start(this.#audio.firstSample) };
      this.#giveFrom = this.#audio.firstSample - AAC_FRAME;
      process.kill();
    }
    if (this.#state.phase === 'running') this.#audio.feed(this.#state.process);
  }

  #start(firstSample: number): TrackProcess {
    const { ffmpegPath, profile, log } = this.#options;
    this.#frames = 0;
    const process: TrackProcess = new TrackProcess({
      ...{ ffmpegPath, profile, firstSample, log },
      onFrame: (data, sample) => {
        if (this.#state.phase !== 'over' && this.#state.process === process) this.#give(data, sample);
      },
      onExited: (error) => this.#exited(process, error),
    });
    return process;
  }

  #give(data: Uint8Array, sample: number): void {
    this.#frames += 1;
    if (sample < this.#giveFrom) return;
    this.#giveFrom = sample + AAC_FRAME;
    const { encodingId, trackId, profile, sink } = this.#options;
    const timestampMs = Math.round(toPacketMs((sample * 1000) / profile.audioSampleRate));
    // Before the first picture by more than the program's time can say.
    if (timestampMs < 0) return;
    sink.push({
      ...{ kind: 'audio', encodingId, trackId, timestampMs, codec: 'mp4a', data, body: data },
      ...{ isKeyframe: true, isSequenceHeader: false, isDisposable: false, compositionMs: 0 },
    });
  }

  #exited(process: TrackProcess, error: AppError | undefined): void {
    if (this.#state.phase === 'over' || this.#state.process !== process) return;
    const { phase } = this.#state;
    if (error === undefined) return this.#close();
    this.#quickDeaths = this.#frames < QUICK_DEATH_FRAMES ? this.#quickDeaths + 1 : 1;
    this.#options.log('warn', `the encoder of ${this.#options.trackId} died: ${error.message}`);
    if (this.#quickDeaths >= MAX_QUICK_DEATHS) {
      this.#close();
      return this.#options.onFailed(error);
    }
    const oldest = Math.ceil(this.#audio.firstSample / AAC_FRAME) * AAC_FRAME;
    const next = this.#start(Math.max(oldest, this.#giveFrom - WARM_UP_FRAMES * AAC_FRAME, 0));
    this.#state = { phase, process: next };
    this.#audio.feed(next);
    if (phase === 'ending') next.end();
  }

  #close(): void {
    this.#state = { phase: 'over' };
    for (const resolve of this.#onOver.splice(0)) resolve();
  }
}
