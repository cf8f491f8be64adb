/**
 * The broadcast: one program, its destinations, its recording. The encoder pushes packets into the program; the engine listens to
 * snapshots, events, samples and the summary, and wires no destination itself. Knows no encoder: it says which bitrate it wants.
 */
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { Emitter } from '../../../shared/emitter.ts';
import { assert, missingCase } from '../../../shared/assert.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { BroadcastState, DestinationView, EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { EventFact } from '../../../shared/broadcast/events.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { NamedDestination } from '../../../shared/ipc/engine-control.ts';
import type { MediaPacket } from '../../rtmp/flv/packet.ts';
import { BroadcastRun, outputsOf } from './broadcast-run.ts';
import type { BroadcastStart, Stream } from './broadcast-run.ts';
import { EventReporter } from './event-reporter.ts';
import { Heartbeat } from '../health/heartbeat.ts';
import type { OutputDriver } from '../outputs/driver.ts';
import { LinkSet } from '../outputs/link/link-set.ts';
import type { Dispatched } from '../outputs/link/link-set.ts';
import { transitionBroadcast } from '../outputs/machines/broadcast-machine.ts';
import type { BroadcastEffect, BroadcastMachineEvent } from '../outputs/machines/broadcast-machine.ts';
import type { DestinationEvent, DestinationPhase } from '../outputs/machines/destination-types.ts';
import { Program } from '../outputs/program.ts';
import type { OutputLog } from '../outputs/output.ts';
import { Recorder } from '../outputs/record/recorder.ts';
import type { RecordingFilePlan } from '../outputs/record/recording.ts';
import { defaultQueueLimits, dynamicQueueLimits } from '../outputs/link/send-queue.ts';
import { StatisticsSampler } from '../statistics/statistics.ts';
import type { MachineFacts } from '../statistics/statistics.ts';
import { systemClock } from './system-clock.ts';
import { Timeline } from './timeline.ts';

export interface BroadcastOptions {
  readonly driver: OutputDriver;
  readonly log: OutputLog;
  /** Media that a destination's connection was given, under the timestamp that its server gets. */
  readonly onSent?: (destination: { readonly id: string }, packet: MediaPacket, timestampMs: number) => void;
  /** Asked once a second, and for the summary. */
  readonly readMachine: () => MachineFacts;
  readonly clock?: Clock;
  /** In [0, 1). */
  readonly random?: () => number;
  /** Names the machine's addresses, apart by white space; a change of the text is a change of the network. Asked once a second. */
  readonly readNetwork?: () => string;
}

/** The engine adds the encoders. */
export type BroadcastSnapshot = Omit<EngineSnapshot, 'encoders'>;

export class Broadcast {
  readonly onSnapshot = new Emitter<BroadcastSnapshot>();
  readonly onEvent: Emitter<BroadcastEvent>;
  readonly onSample = new Emitter<StatsSample>();
  readonly onSummary = new Emitter<StatsSummary>();
  /** Dynamic bitrate: hand the encoder over to so many kbit/s of video, without a new `changeBitrates`. */
  readonly onBitrateWanted = new Emitter<{ readonly videoKbps: number }>();

  /** What the encoder gives out goes in here. */
  readonly program: Program;

  readonly #options: BroadcastOptions;
  readonly #clock: Clock;
  readonly #timeline: Timeline;
  readonly #events: EventReporter;
  readonly #recorder: Recorder;
  #state: BroadcastState = { phase: 'idle' };
  #revision = 0;
  #stream: Stream = { phase: 'over', destinations: [] };
  #sampler: StatisticsSampler | undefined;
  /** Frames of the program before the newest stream. */
  #startFrames = 0;
  readonly #heartbeat: Heartbeat;

  constructor(options: BroadcastOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.program = new Program(this.#clock);
    this.#timeline = new Timeline(this.#clock);
    this.#events = new EventReporter(options.log, this.#timeline);
    this.onEvent = this.#events.onEvent;
    this.#heartbeat = new Heartbeat({
      clock: this.#clock,
      readNetwork: options.readNetwork ?? (() => ''),
      isNeeded: () => this.#state.phase !== 'idle' || this.#recorder.isRecording,
      onBeat: (nowMs) => {
        if (this.#state.phase === 'live') this.#govern(nowMs);
      },
      onSecond: (nowMs) => this.#sample(nowMs),
      onSlept: (sleptMs) => this.#links?.woke(sleptMs),
      onClockSet: (byMs) => this.#events.logClockSet(byMs),
      onNetworkChanged: (network) => this.#links?.networkChanged(network),
    });
    this.#recorder = new Recorder({
      program: this.program,
      clock: this.#clock,
      onChange: () => this.#publish(),
      onLog: (level, text) => this.#options.log(level, text),
      onReport: (fact, error) => this.report(fact, error),
    });
  }

  get state(): BroadcastState {
    return this.#state;
  }

  snapshot(): BroadcastSnapshot {
    return {
      revision: this.#revision,
      nowMs: this.#timeline.now(),
      broadcast: this.#timeline.broadcast(this.#state),
      destinations: this.#views().map((view) => this.#timeline.destination(view)),
      recorder: this.#timeline.recorder(this.#recorder.view),
    };
  }

  /** The encoder may begin before its stream: the times of its events go by the same reading of the wall clock. */
  prepare(): void {
    if (!this.#heartbeat.isBeating) this.#timeline.begin();
  }

  /** @throws AppError `studio/not-ready` while one is running. */
  start(start: BroadcastStart): void {
    if (this.#state.phase !== 'idle') throw withReason('studio/not-ready', 'streamRunning');
    this.#timeline.begin();
    this.#startFrames = this.program.videoFrames;
    const run = new BroadcastRun({
      start,
      links: this.#makeLinks(start),
      startedMs: this.#timeline.now(),
      startFrames: this.#startFrames,
    });
    this.#stream = { phase: 'running', run };
    this.#dispatch({ type: 'startRequested' });
    const outputs = outputsOf(start);
    this.report({ code: 'broadcastStarted', details: { destinations: outputs.length } });
    for (const [destination, kind] of outputs) run.links.add(destination, kind);
    this.#watch();
    this.#publish();
  }

  /** @throws AppError `studio/not-ready` when nothing is running, or it is ending. */
  requireRunning(): void {
    const { phase } = this.#state;
    if (phase === 'idle') throw withReason('studio/not-ready', 'nothingLive');
    if (phase === 'stopping') throw withReason('studio/not-ready', 'streamEnding');
  }

  /** @throws as `requireRunning`. */
  addDestination(destination: NamedDestination): void {
    this.requireRunning();
    this.#links?.add(destination);
    this.#publish();
  }

  /** False when the stream doesn't go there. */
  removeDestination(id: string): boolean {
    const isRemoved = this.#links?.remove(id, this.#running?.drainMs ?? 0) ?? false;
    this.#publish();
    this.#evaluate();
    return isRemoved;
  }

  /** One destination, or all that wait. */
  retryNow(id?: string): Dispatched {
    return this.#tellLinks({ type: 'retryRequested' }, id);
  }

  giveUp(id: string): Dispatched {
    return this.#tellLinks({ type: 'giveUpRequested' }, id);
  }

  /** Of the two servers of a destination that isn't sent to both at once. */
  useBackup(id: string): Dispatched {
    return this.#tellLinks({ type: 'backupRequested' }, id);
  }

  /** The machine woke up or its network changed: every waiting link tries at once, staggered. */
  networkChanged(): void {
    this.#links?.dispatch({ type: 'networkChanged' });
  }

  /** The user changed the bitrate: the ceiling of the dynamic one moves along. */
  changeBitrates(bitrates: { readonly videoKbps: number; readonly audioKbps: number }): void {
    this.#running?.changeBitrates(bitrates);
  }

  /** Lets what is queued leave, within the drain deadline; always ends. */
  stop(): void {
    this.#dispatch({ type: 'stopRequested', drainMs: this.#running?.drainMs ?? 0 });
  }

  /** Ends at once, without waiting for anyone. */
  endNow(): void {
    this.#dispatch({ type: 'endNowRequested' });
  }

  /** Resolves with the path in use, a number added when the name was taken. @throws AppError `record/*` */
  async startRecording(path: string, plan: RecordingFilePlan = {}): Promise<string> {
    this.prepare();
    const started = this.#recorder.start(path, plan);
    this.#watch();
    return started;
  }

  /** Resolves when the file is whole on the disk. */
  async stopRecording(): Promise<void> {
    await this.#recorder.stop();
  }

  /** An event that only the engine knows of: the encoder, the capture. */
  report(fact: EventFact, error?: AppError): void {
    this.#events.report(fact, error?.toRecord());
  }

  /** Ends everything at once; the recording is finished. */
  async dispose(): Promise<void> {
    this.endNow();
    await this.#recorder.stop();
    this.#heartbeat.dispose();
    this.#running?.dispose();
  }

  get #running(): BroadcastRun | undefined {
    return this.#stream.phase === 'running' ? this.#stream.run : undefined;
  }

  get #links(): LinkSet | undefined {
    return this.#running?.links;
  }

  #views(): readonly DestinationView[] {
    return this.#stream.phase === 'running' ? this.#stream.run.links.views() : this.#stream.destinations;
  }

  #makeLinks(start: BroadcastStart): LinkSet {
    const { driver, log, random = Math.random, onSent = () => {} } = this.#options;
    return new LinkSet({
      driver,
      onSent,
      log,
      random,
      clock: this.#clock,
      program: this.program,
      videoCodec: start.videoCodec,
      shouldRetryFirst: start.shouldRetryFirst,
      limits: start.isDynamicBitrate ? dynamicQueueLimits : defaultQueueLimits,
      onChange: (_link, previous, next) => this.#onLinkChange(previous, next),
      onReport: (link, what) => this.#events.reportLink(link, what),
      onServerMessage: (link, message) => this.#events.reportServerMessage(link, message),
    });
  }

  #tellLinks(event: DestinationEvent, id?: string): Dispatched {
    return this.#links?.dispatch(event, id) ?? 'unknown';
  }

  #onLinkChange(previous: DestinationPhase, next: DestinationPhase): void {
    if (next === 'live' && previous !== 'live' && this.#state.phase !== 'idle') {
      this.#running?.noteLive();
      this.#dispatch({ type: 'linkLive' });
    }
    this.#publish();
    if (next === 'idle' || next === 'failed') this.#evaluate();
  }

  /** Whether what the links do ends the whole. */
  #evaluate(): void {
    const links = this.#links;
    if (!links?.isQuiet) return;
    if (this.#state.phase === 'stopping') this.#dispatch({ type: 'allEnded' });
    else if (links.firstError) this.#dispatch({ type: 'allFailed', error: links.firstError });
  }

  #dispatch(event: BroadcastMachineEvent): void {
    const { state, effects } = transitionBroadcast(this.#state, event, { nowMs: this.#clock.now() });
    if (state === this.#state) return;
    this.#state = state;
    for (const effect of effects) this.#run(effect);
    this.#publish();
  }

  #run(effect: BroadcastEffect): void {
    switch (effect.type) {
      case 'stopLinks': {
        const drainMs = Math.max(0, effect.deadlineMs - this.#clock.now());
        const deadline = this.#clock.after(drainMs, () => this.#dispatch({ type: 'deadlinePassed' }));
        this.#running?.endBy(deadline, this.program.videoFrames);
        this.#links?.dispatch({ type: 'stopRequested', drainMs });
        this.#evaluate();
        return;
      }
      case 'endLinksNow':
        this.#links?.dispatch({ type: 'endNowRequested' });
        this.#evaluate();
        return;
      case 'conclude':
        this.#conclude(effect.outcome);
        return;
      default:
        missingCase(effect);
    }
  }

  #conclude(kind: StatsSummary['outcome']): void {
    const run = this.#running;
    assert(run !== undefined, 'a stream that ends has run');
    const outcome = run.outcome(kind);
    this.report({ code: 'broadcastEnded', details: { outcome } });
    const { videoFrames } = this.program;
    const machine = this.#options.readMachine();
    this.onSummary.emit(run.summary({ endedMs: this.#timeline.now(), outcome, videoFrames, machine }));
    // Nothing here refers to a key any more: what is left of it is for the garbage collector.
    this.#stream = { phase: 'over', destinations: run.links.views() };
    run.dispose();
  }

  #publish(): void {
    this.#revision += 1;
    this.onSnapshot.emit(this.snapshot());
  }

  /** Beats while something runs. */
  #watch(): void {
    if (!this.#heartbeat.start()) return;
    this.#sampler = new StatisticsSampler(this.#clock.now(), this.program.totals());
  }

  #sample(nowMs: number): void {
    const links = this.#links?.totals() ?? [];
    const machine = this.#options.readMachine();
    const sample = this.#sampler?.sample(nowMs, this.program.totals(), links, machine, this.#startFrames);
    if (sample) this.onSample.emit({ ...sample, timeMs: this.#timeline.at(sample.timeMs) });
    if (!this.#recorder.isRecording) return;
    void this.#recorder.watchSpace();
    // The recording grows without a change of phase.
    this.#publish();
  }

  #govern(nowMs: number): void {
    const change = this.#running?.decideBitrate(nowMs);
    if (!change) return;
    this.report({ code: 'bitrateChanged', details: change });
    this.onBitrateWanted.emit(change);
  }
}
