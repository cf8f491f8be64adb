/**
 * One stream from the command that starts it to its summary: the rehearsal's receiver, the encoder and the recording that go along.
 * The next stream waits until everything of the one before it is whole.
 */
import type { Clock } from '../../shared/clock.ts';
import type { Disposable } from '../../shared/disposable.ts';
import type { RehearsalReport } from '../../shared/broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../shared/broadcast/statistics.ts';
import { assert } from '../../shared/assert.ts';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { StartBroadcast } from '../../shared/ipc/engine-control.ts';
import type { Broadcast } from './broadcast/broadcast.ts';
import { MediaMeter } from './broadcast/media-meter.ts';
import type { Encodings, PlannedOutput } from './encode/encodings.ts';
import type { LogLevel } from './engine-log.ts';
import { inTime } from './in-time.ts';
import type { RecordingControl } from './outputs/record/recording-control.ts';
import { Rehearsal } from './rehearsal/rehearsal.ts';

/** Three frames at 50 fps, two at 30: a source that gives none keeps no rehearsal waiting. */
export const FIRST_FRAME_MS = 66;

export interface StreamRunOptions {
  readonly clock: Clock;
  readonly broadcast: Broadcast;
  readonly encodings: Encodings;
  readonly recording: RecordingControl;
  readonly log: (level: LogLevel, text: string) => void;
  /** A start was accepted; nothing runs yet. */
  readonly onStarting: () => void;
  /** The encoder is about to begin. */
  readonly onBegin: () => void;
  readonly playFile: () => void;
  /** Ends the encoder when nothing needs it. */
  readonly release: () => void;
  readonly onRecordingFailed: (error: unknown) => void;
  readonly readSkippedFrames: () => number;
  readonly onReport: (report: RehearsalReport) => void;
  /** The last word on a stream: by then the recording is whole and the report was given. */
  readonly onSummary: (summary: StatsSummary) => void;
}

export class StreamRun {
  readonly #options: StreamRunOptions;
  #meter: MediaMeter | undefined;
  #rehearsal: { readonly output: Rehearsal; readonly attachment: Disposable } | undefined;
  /** A start that still waits for the stream before it or for its rehearsal receiver. */
  #starting: { isCancelled: boolean } | undefined;
  /** The end of the stream before, which the next one waits for. */
  #concluding: Promise<void> = Promise.resolve();

  constructor(options: StreamRunOptions) {
    this.#options = options;
    options.broadcast.onSummary.on((summary) => {
      this.#concluding = this.#conclude(summary);
    });
  }

  get isStarting(): boolean {
    return this.#starting !== undefined;
  }

  /** Resolves when the stream is under way. @throws AppError what keeps it from starting. */
  async start(start: StartBroadcast): Promise<void> {
    const { clock, broadcast, encodings, recording, onStarting, release, onRecordingFailed } = this.#options;
    if (this.#starting || broadcast.state.phase !== 'idle')
      throw withReason('studio/not-ready', 'streamRunning');
    encodings.check(start.encodings, outputsOf(start));
    onStarting();
    const starting = { isCancelled: false };
    this.#starting = starting;
    try {
      const concluded = await inTime(clock, this.#concluding);
      if (concluded === undefined) throw withReason('studio/not-ready', 'recordingEnding');
      this.#startEncoders(start);
      if (start.rehearse !== false) await this.#startRehearsal(start.rehearse);
      if (starting.isCancelled) {
        throw new AppError('internal/aborted', { message: 'the stream was stopped before it began' });
      }
      this.#begin(start);
    } catch (error) {
      await this.#endRehearsal();
      throw error;
    } finally {
      this.#starting = undefined;
      release();
    }
    if (start.recording !== undefined && !recording.isWanted)
      recording.start(start.recording, true).catch(onRecordingFailed);
  }

  /** Lets what is queued leave. False when nothing is on air and no start is under way. */
  stop(): boolean {
    return this.#stop(() => this.#options.broadcast.stop());
  }

  endNow(): boolean {
    return this.#stop(() => this.#options.broadcast.endNow());
  }

  /** A packet left for a destination. */
  sent(...packet: Parameters<MediaMeter['sent']>): void {
    this.#meter?.sent(...packet);
  }

  #startEncoders({ encodings: wanted }: StartBroadcast): void {
    const { broadcast, encodings, onBegin } = this.#options;
    broadcast.prepare();
    onBegin();
    for (const each of wanted) encodings.start(each);
  }

  #begin(start: StartBroadcast): void {
    const { broadcast, encodings, playFile } = this.#options;
    const { shouldRetryFirst, drainMs, isDynamicBitrate, endAfterMs } = start;
    const [encoding] = start.encodings;
    assert(encoding !== undefined, 'a checked start has an encoding');
    const { videoKbps, audioKbps, fps } = encoding.profile;
    this.#meter =
      endAfterMs === undefined
        ? undefined
        : new MediaMeter({ lengthMs: endAfterMs, frameMs: 1000 / fps, onReached: () => broadcast.stop() });
    playFile();
    broadcast.start({
      destinations: start.destinations,
      rehearsal: this.#rehearsal?.output.destination(),
      shouldRetryFirst,
      drainMs,
      isDynamicBitrate,
      videoKbps,
      audioKbps,
      videoCodec: encodings.get(encoding.id).codec,
    });
  }

  #stop(end: () => void): boolean {
    if (this.#starting) this.#starting.isCancelled = true;
    else if (this.#options.broadcast.state.phase === 'idle') return false;
    end();
    return true;
  }

  async #conclude(summary: StatsSummary): Promise<void> {
    const { recording, release, onSummary } = this.#options;
    this.#meter = undefined;
    await this.#endRehearsal();
    if (recording.isWithBroadcast) await recording.stop();
    release();
    onSummary(summary);
  }

  async #startRehearsal(options: Exclude<StartBroadcast['rehearse'], false>): Promise<void> {
    const { clock, broadcast, encodings } = this.#options;
    // ffmpeg takes the longest to start: the receiver makes its certificate meanwhile.
    await inTime(clock, encodings.begun(), FIRST_FRAME_MS);
    const captureTimeMs = (timestampMs: number): number | undefined =>
      encodings.captureTimeMs(options.encodingId, timestampMs);
    const output = new Rehearsal({ ...options, captureTimeMs });
    await output.open();
    this.#rehearsal = { output, attachment: broadcast.program.attach(output) };
  }

  async #endRehearsal(): Promise<void> {
    const rehearsal = this.#rehearsal;
    this.#rehearsal = undefined;
    if (rehearsal === undefined) return;
    const { output, attachment } = rehearsal;
    attachment.dispose();
    const { log, onReport, readSkippedFrames } = this.#options;
    try {
      await output.end();
      const report = output.report(readSkippedFrames());
      if (report !== undefined) onReport(report);
    } catch (error) {
      log('error', toAppError(error).message);
    }
  }
}

function outputsOf({ destinations, rehearse, recording }: StartBroadcast): readonly PlannedOutput[] {
  return [
    ...destinations,
    ...(rehearse === false ? [] : [rehearse]),
    ...(recording === undefined ? [] : [recording]),
  ];
}
