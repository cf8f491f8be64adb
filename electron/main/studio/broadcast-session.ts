/**
 * Main's side of a broadcast: puts together what the engine needs to start, keeps the replica of its state and the
 * history for a window that opens late, and stands in for the engine when it dies.
 */
import { Emitter } from '../../../shared/emitter.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { SessionHistory } from '../../../shared/ipc/contract.ts';
import type {
  EngineCommand,
  FromEngine,
  StartBroadcast,
  ToEngine,
} from '../../../shared/ipc/engine-control.ts';
import { EngineRequests } from '../engine-process/engine-requests.ts';
import { lostSummary } from './lost-summary.ts';

const MAXIMUM_EVENTS = 5000;

export interface EngineLink {
  readonly onMessage: Emitter<FromEngine>;
  readonly onExit: Emitter<ErrorRecord>;
  readonly pid: number | undefined;
  send(message: ToEngine): void;
}

export interface SessionOptions {
  readonly engine: EngineLink;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly wallMs: () => number;
  /** Adds what only main can measure. */
  readonly completeSample: (sample: StatsSample) => StatsSample;
}

export interface EngineReplaced {
  readonly before: EngineSnapshot;
  readonly error: ErrorRecord;
}

const idleSnapshot: EngineSnapshot = {
  revision: 0,
  nowMs: 0,
  broadcast: { phase: 'idle' },
  destinations: [],
  recorder: { phase: 'off' },
  encoders: [],
};

export class BroadcastSession {
  /** A stream begins: samples and events of the last one are forgotten. */
  readonly onBegin = new Emitter<void>();
  readonly onSnapshot = new Emitter<EngineSnapshot>();
  readonly onSample = new Emitter<StatsSample>();
  readonly onEvent = new Emitter<BroadcastEvent>();
  readonly onSummary = new Emitter<StatsSummary>();
  readonly onReport = new Emitter<RehearsalReport>();
  /** The engine died and another one runs; `before` is what the dead one told last. */
  readonly onEngineReplaced = new Emitter<EngineReplaced>();
  readonly #options: SessionOptions;
  #snapshot: EngineSnapshot = idleSnapshot;
  /** When the snapshot came, monotonic. */
  #snapshotCameMs = 0;
  /** Added to an engine's revisions, so that they go on growing when a new engine counts from the start. */
  #revisionBase = 0;
  readonly #samples = new SampleHistory();
  #lastSample: StatsSample | undefined;
  #events: BroadcastEvent[] = [];
  /** By destination, added up from the rates: only for a stream whose engine dies before it can tell. */
  #sentBytes = new Map<string, number>();
  #lastReport: RehearsalReport | undefined;
  /** The engine tells it last, after the recording is whole. */
  #isSummaryDue = false;
  readonly #requests: EngineRequests;
  #isStarting = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#requests = new EngineRequests((message) => options.engine.send(message));
    options.engine.onMessage.on((message) => this.#receive(message));
    options.engine.onExit.on((error) => this.#engineExited(error));
  }

  /** The newest, as of now. */
  get snapshot(): EngineSnapshot {
    return { ...this.#snapshot, nowMs: this.#timeMs() };
  }

  get lastReport(): RehearsalReport | undefined {
    return this.#lastReport;
  }

  get lastSample(): StatsSample | undefined {
    return this.#lastSample;
  }

  get isOnAir(): boolean {
    return this.#snapshot.broadcast.phase !== 'idle';
  }

  /** Events oldest first. */
  history(): SessionHistory {
    return { samples: this.#samples.toBytes(), lastSample: this.#lastSample, events: this.#events };
  }

  /** Resolves when the engine has taken it up. @throws AppError when it refuses or dies, or something is already on air. */
  async start(start: StartBroadcast): Promise<void> {
    if (this.isOnAir || this.#isStarting) {
      throw withReason('studio/not-ready', 'streamRunning');
    }
    this.#samples.clear();
    this.#lastSample = undefined;
    this.#events = [];
    this.#sentBytes.clear();
    this.onBegin.emit();
    this.#isStarting = true;
    try {
      await this.#requests.run(start);
    } finally {
      this.#isStarting = false;
    }
  }

  /** Resolves when the command took effect; `snapshot` shows it by then. @throws AppError why it didn't. */
  async request(command: Exclude<EngineCommand, StartBroadcast>): Promise<void> {
    await this.#requests.run(command);
  }

  /** Capture found something worth telling. */
  warn(error: ErrorRecord): void {
    this.#addEvent({
      type: 'event',
      timeMs: this.#timeMs(),
      kind: 'captureWarning',
      code: 'captureProblem',
      details: {},
      error,
    });
  }

  /** Resolves when nothing is on air, its summary was told, and no recording is being written. */
  async untilOver(): Promise<void> {
    if (this.#isOver()) return;
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (!this.#isOver()) return;
        onSnapshot.dispose();
        onSummary.dispose();
        resolve();
      };
      const onSnapshot = this.onSnapshot.on(check);
      const onSummary = this.onSummary.on(check);
    });
  }

  #isOver(): boolean {
    const { phase } = this.#snapshot.recorder;
    return !this.isOnAir && !this.#isSummaryDue && phase !== 'recording' && phase !== 'finishing';
  }

  #receive(message: FromEngine): void {
    switch (message.type) {
      case 'snapshot':
        this.#setSnapshot({ ...message.snapshot, revision: this.#revisionBase + message.snapshot.revision });
        return;
      case 'sample': {
        const sample = this.#options.completeSample(message.sample);
        this.#countSent(sample);
        this.#samples.push(sample);
        this.#lastSample = sample;
        this.onSample.emit(sample);
        return;
      }
      case 'event':
        this.#addEvent(message.event);
        return;
      case 'summary':
        this.#isSummaryDue = false;
        this.onSummary.emit(message.summary);
        return;
      case 'report':
        this.#lastReport = message.report;
        this.onReport.emit(message.report);
        return;
      case 'answer':
        this.#requests.answered(message);
        return;
      case 'filePlayable':
      case 'fileFailed':
      case 'test':
      case 'ready':
      case 'encodersProbed':
      case 'log':
      case 'fault':
        return;
    }
  }

  /** Now on the line that the engine's times lie on; the wall clock's while nothing is under way. */
  #timeMs(): number {
    const { now, wallMs } = this.#options;
    if (this.#isOver()) return wallMs();
    return Math.round(this.#snapshot.nowMs + now() - this.#snapshotCameMs);
  }

  #countSent(sample: StatsSample): void {
    const seconds = this.#lastSample === undefined ? 1 : (sample.timeMs - this.#lastSample.timeMs) / 1000;
    for (const { id, sentKbps } of sample.destinations) {
      const bytes = ((sentKbps * 1000) / 8) * Math.max(0, seconds);
      this.#sentBytes.set(id, (this.#sentBytes.get(id) ?? 0) + bytes);
    }
  }

  #addEvent(event: BroadcastEvent): void {
    this.#events.push(event);
    if (this.#events.length > MAXIMUM_EVENTS) this.#events.shift();
    this.onEvent.emit(event);
  }

  #setSnapshot(snapshot: EngineSnapshot): void {
    this.#snapshot = snapshot;
    this.#snapshotCameMs = this.#options.now();
    if (this.isOnAir) this.#isSummaryDue = true;
    this.onSnapshot.emit(snapshot);
  }

  #engineExited(error: ErrorRecord): void {
    const before = this.#snapshot;
    const wasOnAir = this.isOnAir;
    const timeMs = this.#timeMs();
    this.#isSummaryDue = false;
    if (wasOnAir) {
      this.#addEvent({
        type: 'event',
        timeMs,
        kind: 'broadcastEnded',
        code: 'engineStopped',
        details: { isRestarted: error.details['isRestarted'] !== false },
        error,
      });
      const lastKnown = {
        destinations: this.#snapshot.destinations,
        events: this.#events,
        lastSample: this.#lastSample,
        sentBytes: this.#sentBytes,
      };
      const summary = lostSummary(lastKnown, timeMs, error);
      if (summary !== undefined) this.onSummary.emit(summary);
    }
    this.#revisionBase = this.#snapshot.revision + 1;
    this.#setSnapshot({
      ...idleSnapshot,
      revision: this.#revisionBase,
      nowMs: timeMs,
      broadcast: { phase: 'idle', ...(wasOnAir ? { lastError: error } : {}) },
    });
    this.#requests.refuseAll(error);
    if (error.details['isRestarted'] === true) this.onEngineReplaced.emit({ before, error });
  }
}
