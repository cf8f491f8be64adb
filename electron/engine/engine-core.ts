/**
 * What the engine does with main's messages: wires media input, encoder, broadcast, rehearsal and statistics together, and
 * tells main. Whatever fails becomes a snapshot, an event or a refusal; nothing here ends the process.
 */
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { missingCase } from '../../shared/assert.ts';
import type { Clock } from '../../shared/clock.ts';
import type { EngineSnapshot } from '../../shared/broadcast/state.ts';
import type { Encoding } from '../../shared/encoding/encoding.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type {
  EngineCommand,
  FromEngine,
  PlayFile,
  RecordingPlan,
  ToEngine,
} from '../../shared/ipc/engine-control.ts';
import { ApplicationSounds } from './application-sound/application-sounds.ts';
import { Broadcast } from './broadcast/broadcast.ts';
import type { OutputDriver } from './outputs/driver.ts';
import { connectPage } from './connect-page.ts';
import type { MachineFacts } from './statistics/statistics.ts';
import { EncoderProbing } from './encode/encoder-probing.ts';
import { Encodings } from './encode/encodings.ts';
import { FileFeed } from './sources/file-feed.ts';
import { MediaInput } from './sources/media-input.ts';
import { MediaSources } from './media-source/media-sources.ts';
import type { MediaPort } from './sources/page-source.ts';
import { OutputWatch } from './encode/output-watch.ts';
import type { RecordingControl } from './outputs/record/recording-control.ts';
import { EngineLog } from './engine-log.ts';
import { inTime } from './in-time.ts';
import { recordProgram } from './record-program.ts';
import { notReady, runCommand } from './run-command.ts';
import type { EngineActions } from './run-command.ts';
import { StreamRun } from './stream-run.ts';
import { SnapshotPacer } from './snapshot-pacer.ts';
import { ResourceMeter } from './statistics/resources.ts';
import { DestinationTestRunner } from './destination-test/destination-test-runner.ts';

export interface EngineCoreOptions {
  readonly send: (message: FromEngine) => void;
  readonly clock: Clock;
  readonly driver: OutputDriver;
  /** Names the machine's addresses. */
  readonly readNetwork: () => string;
}

type EngineNotice = Exclude<ToEngine, { readonly type: 'command' }>;

export class EngineCore {
  readonly #options: EngineCoreOptions;
  readonly #input: MediaInput;
  readonly #encodings: Encodings;
  readonly #file: FileFeed;
  readonly #media: MediaSources;
  readonly #applications: ApplicationSounds;
  readonly #probing: EncoderProbing;
  readonly #broadcast: Broadcast;
  readonly #resources: ResourceMeter;
  readonly #tests: DestinationTestRunner;
  readonly #recording: RecordingControl;
  readonly #outputWatch = new OutputWatch();
  readonly #snapshots: SnapshotPacer;
  readonly #log: EngineLog;
  readonly #stream: StreamRun;
  #lastError: AppError | undefined;
  readonly #actions: EngineActions = {
    start: async (start) => await this.#stream.start(start),
    stop: () => this.#stream.stop(),
    endNow: () => this.#stream.endNow(),
    requireEncoding: (id) => void this.#encodings.get(id),
    changeProfile: (encodingId, profile) => this.#changeProfile(encodingId, profile),
    startRecording: async (plan, encoding) => await this.#startRecording(plan, encoding),
    stopRecording: async () => await this.#stopRecording(),
    broadcast: () => this.#broadcast,
  };

  constructor(options: EngineCoreOptions) {
    this.#options = options;
    this.#log = new EngineLog(options.send, options.clock);
    this.#input = new MediaInput();
    this.#resources = new ResourceMeter(options.clock.now());
    this.#snapshots = new SnapshotPacer({
      clock: options.clock,
      read: () => this.#readSnapshot(),
      send: (snapshot) => options.send({ type: 'snapshot', snapshot }),
    });
    this.#tests = new DestinationTestRunner({ ...options, log: this.#log.of('test') });
    this.#broadcast = new Broadcast({
      driver: options.driver,
      onSent: (_destination, packet, timestampMs) => this.#stream.sent(packet, timestampMs),
      log: this.#log.of('broadcast'),
      readMachine: () => this.#readMachine(),
      readNetwork: options.readNetwork,
      clock: options.clock,
    });
    this.#recording = recordProgram({
      broadcast: this.#broadcast,
      encodings: () => this.#encodings,
      onChange: () => this.#snapshots.changed(),
    });
    this.#encodings = new Encodings({
      input: this.#input,
      log: this.#log.of('encoder'),
      program: this.#broadcast.program,
      report: (fact, error) => this.#broadcast.report(fact, error),
      onChange: () => this.#snapshots.changed(),
      onNewProgram: () => {
        this.#probing.cancel();
        this.#recording.resetKeyframe();
      },
      onFailed: (error) => this.#encoderFailed(error),
    });
    this.#file = new FileFeed({
      input: this.#input,
      log: this.#log.of('media'),
      onReady: () => options.send({ type: 'filePlayable' }),
      onFormatKept: (error) => this.#broadcast.report({ code: 'fileFormatKept', details: {} }, error),
      onFailed: (error) => options.send({ type: 'fileFailed', error: error.toRecord() }),
    });
    const log = this.#log.of('media');
    this.#media = new MediaSources({ ffmpegPath: () => this.#encodings.ffmpegPath, log });
    this.#applications = new ApplicationSounds({ platform: process.platform, log });
    this.#probing = new EncoderProbing(
      (probes) => options.send({ type: 'encodersProbed', probes }),
      this.#log.of('encoder'),
    );
    this.#broadcast.program.onKeyframe.on(() => this.#recording.keyframe());
    this.#broadcast.onSnapshot.on((snapshot) => {
      this.#snapshots.changed();
      // A broadcast's own end is `#conclude`; this is the end of a recording by an error of the disk.
      if (snapshot.recorder.phase === 'failed') this.#recording.ended();
      if (snapshot.broadcast.phase === 'idle' && snapshot.recorder.phase === 'failed') this.#release();
    });
    this.#broadcast.onEvent.on((event) => options.send({ type: 'event', event }));
    this.#broadcast.onSample.on((sample) => {
      options.send({ type: 'sample', sample });
      if (this.#broadcast.state.phase === 'live') this.#replaceEmpty(this.#outputWatch.emptySeconds(sample));
    });
    this.#stream = new StreamRun({
      clock: options.clock,
      broadcast: this.#broadcast,
      encodings: this.#encodings,
      recording: this.#recording,
      log: this.#log.of('rehearsal'),
      onStarting: () => this.#tests.cancel(),
      onBegin: () => {
        this.#lastError = undefined;
        this.#outputWatch.reset();
      },
      playFile: () => this.#file.play(),
      release: () => this.#release(),
      onRecordingFailed: (error) => this.#recordingFailed(error),
      readSkippedFrames: () => this.#readMachine().skippedFrames,
      onReport: (report) => options.send({ type: 'report', report }),
      onSummary: (summary) => this.#sendAfterState({ type: 'summary', summary }),
    });
    this.#broadcast.onBitrateWanted.on(({ videoKbps }) => this.#encodings.changeBitrate(videoKbps));
  }

  /** `ports` are what came with the message. */
  receive(message: ToEngine, ports: readonly MediaPort[]): void {
    if (message.type === 'command') void this.#answer(message.requestId, message.command);
    else
      this.#handle(message, ports).catch((error: unknown) =>
        this.#log.write('warn', 'engine', `${message.type}: ${toAppError(error).message}`),
      );
  }

  /** The answer follows the state that the command led to. */
  async #answer(requestId: number, command: EngineCommand): Promise<void> {
    try {
      await runCommand(command, this.#actions);
      this.#sendAfterState({ type: 'answer', requestId });
    } catch (cause) {
      const error = toAppError(cause);
      this.#log.write('warn', 'engine', `${command.type}: ${error.message}`);
      this.#sendAfterState({ type: 'answer', requestId, error: error.toRecord() });
    }
  }

  /** Logs an error that nobody above could handle. */
  logFault(error: unknown): void {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.#log.write('error', 'engine', `a fault of our own: ${stack ?? message}`);
  }

  /** Finishes what is being recorded; for the end of the process. */
  async finishRecording(): Promise<void> {
    await this.#broadcast.stopRecording();
  }

  async #handle(message: EngineNotice, ports: readonly MediaPort[]): Promise<void> {
    switch (message.type) {
      case 'configure':
        this.#log.setLevel(message.logLevel);
        this.#encodings.configure(message.ffmpegPath, message.matrixFilter);
        return;
      case 'mediaPort':
        connectPage({
          ...{ port: ports[0], profileFolder: message.profileFolder },
          ...{ input: this.#input, media: this.#media, applications: this.#applications },
          onTrouble: (text) => this.#log.write('warn', 'media', text),
        });
        return;
      case 'probeEncoders':
        if (this.#encodings.isRunning) this.#options.send({ type: 'encodersProbed' });
        else await this.#probing.start(this.#encodings.ffmpegPath);
        return;
      case 'useEncoders':
        this.#encodings.useEncoders(message.probes);
        return;
      case 'mediaSources':
        this.#media.setFiles(message.sources);
        return;
      case 'playFile':
        this.#playFile(message);
        return;
      case 'testDestination':
        await this.#tests.run(message, this.#encodings.ffmpegPath);
        return;
      case 'cancelTest':
        this.#tests.cancel();
        return;
      case 'networkChanged':
        this.#broadcast.networkChanged();
        return;
      default:
        missingCase(message);
    }
  }

  #playFile(message: PlayFile): void {
    try {
      this.#encodings.checkFfmpeg();
    } catch (error) {
      this.#options.send({ type: 'fileFailed', error: toAppError(error).toRecord() });
      return;
    }
    this.#file.open(this.#encodings.ffmpegPath, message);
  }

  #changeProfile(encodingId: string, profile: EncodingProfile): void {
    if (!this.#encodings.isRunning) throw notReady('nothingLive');
    this.#encodings.get(encodingId).changeProfile(profile);
    this.#file.changeProfile(profile);
    const { videoKbps, audioKbps } = profile;
    this.#broadcast.changeBitrates({ videoKbps, audioKbps });
  }

  /** Resolves when the file is there; or, when no video has come by then, after a time: the state says that the recording waits. */
  async #startRecording(plan: RecordingPlan, encoding: Encoding): Promise<void> {
    this.#recording.requireOff();
    this.#encodings.check([encoding], [plan]);
    this.#encodings.start(encoding);
    this.#file.play();
    let isAnswered = false;
    const started = this.#recording.start(plan, false).catch((error: unknown) => {
      if (isAnswered) this.#recordingFailed(error);
      else throw error;
    });
    try {
      await inTime(this.#options.clock, started);
    } finally {
      isAnswered = true;
      this.#release();
    }
  }

  /** Resolves when the file is whole; or, on a slow disk, after a time: the state says that the recording is being finished. */
  async #stopRecording(): Promise<void> {
    const stopped = this.#recording.stop().finally(() => this.#release());
    const answer = await inTime(this.#options.clock, stopped);
    if (answer?.result === false) throw notReady('notRecording');
  }

  /** Of a recording whose start was answered before. No news: the user stopped it, or the encoder failed, which was reported. */
  #recordingFailed(cause: unknown): void {
    const error = toAppError(cause);
    const isNews = error.code !== 'internal/aborted' && error !== this.#lastError;
    if (isNews) this.#broadcast.report({ code: 'recordingNotStarted', details: {} }, error);
    this.#release();
  }

  /** Ends the encoder when neither a broadcast nor a recording needs it. */
  #release(): void {
    if (this.#stream.isStarting || this.#broadcast.state.phase !== 'idle' || this.#recording.isWanted) return;
    this.#file.stop();
    this.#encodings
      .stop()
      .catch((error: unknown) => this.#log.write('error', 'encoder', toAppError(error).message));
  }

  /** Frames arrive and none has left for so long: whatever holds them, another encoder goes on with the program. */
  #replaceEmpty(seconds: number | undefined): void {
    if (seconds === undefined) return;
    const message = `frames arrive, but the encoder produced none for ${seconds} s`;
    const error = new AppError('encoder/stalled', { message });
    this.#broadcast.report({ code: 'encoderStalled', details: { seconds } }, error);
    this.#encodings.restart(error);
  }

  /** No encoder could be kept: nothing more can be sent or recorded. */
  #encoderFailed(error: AppError): void {
    const isRecording = this.#recording.isWanted;
    const isOnAir = this.#broadcast.state.phase !== 'idle';
    this.#broadcast.report({ code: 'encoderFailed', details: { isOnAir, isRecording } }, error);
    this.#lastError = error;
    this.#broadcast.stop();
    this.#recording
      .stop(error)
      .catch((cause: unknown) => this.#log.write('error', 'record', toAppError(cause).message))
      .finally(() => this.#release());
  }

  #readMachine(): MachineFacts {
    const use = this.#resources.sample(this.#options.clock.now(), [
      ...this.#encodings.pids,
      ...this.#file.pids,
      ...this.#media.pids,
      ...this.#applications.pids,
    ]);
    const { capturedFrames, skippedFrames } = this.#input.counts();
    return {
      ...use,
      capturedFrames,
      skippedFrames: skippedFrames + this.#encodings.skippedFrames,
      targetKbps: this.#encodings.videoKbps,
    };
  }

  /** For what is told after the state that it belongs to. */
  #sendAfterState(message: FromEngine): void {
    this.#snapshots.flush();
    this.#options.send(message);
  }

  #readSnapshot(): Omit<EngineSnapshot, 'revision'> {
    const { nowMs, broadcast, destinations, recorder } = this.#broadcast.snapshot();
    const lastError = broadcast.phase === 'idle' ? this.#lastError?.toRecord() : undefined;
    return {
      nowMs,
      broadcast: lastError === undefined ? broadcast : { phase: 'idle', lastError },
      destinations,
      recorder: this.#recording.view(recorder),
      encoders: this.#encodings.inUse,
    };
  }
}
