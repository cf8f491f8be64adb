/**
 * The window's replica of what the engine does: the newest snapshot, the samples and events of this session.
 * Subscribes first, then takes a snapshot, and drops what is older than what it has. What comes by itself is shown once
 * for each picture of the display, however much comes.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { EngineSnapshot } from '../../shared/broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../shared/broadcast/statistics.ts';
import type { RehearsalReport } from '../../shared/broadcast/rehearsal-report.ts';
import type { ErrorRecord } from '../../shared/errors/app-error.ts';
import { toAppError } from '../../shared/errors/app-error.ts';
import { DisposableStore } from '../../shared/disposable.ts';
import { Emitter } from '../../shared/emitter.ts';
import { setClock } from '../ui/use-now.ts';
import type { Client } from './client.ts';
import { createBatch, nextFrame } from './frame-batch.ts';
import type { Schedule } from './frame-batch.ts';
import { SampleHistory } from '../../shared/broadcast/sample-history.ts';

const MAX_EVENTS = 5000;
/** What the uplink guard looks at, and one before. */
const MAX_RECENT = 6;

export interface SessionState {
  readonly snapshot: EngineSnapshot;
  readonly lastSample: StatsSample | undefined;
  /** The last seconds, oldest first. */
  readonly recentSamples: readonly StatsSample[];
  /** Oldest first; the oldest are left out when there are too many. */
  readonly events: readonly BroadcastEvent[];
  /** When the first event happened, also once it was left out. */
  readonly firstEventMs: number | undefined;
  readonly report: RehearsalReport | undefined;
  readonly summary: StatsSummary | undefined;
  readonly engineError: ErrorRecord | undefined;
}

export interface Session {
  readonly store: StoreApi<SessionState>;
  readonly history: SampleHistory;
  /** Fires after `history` or the events changed; the graph listens to it past React. */
  readonly changed: Emitter<void>;
  /** Fills in what happened before the window was there. */
  load(): Promise<void>;
  dispose(): void;
}

export const idleSnapshot: EngineSnapshot = {
  revision: -1,
  nowMs: 0,
  broadcast: { phase: 'idle' },
  destinations: [],
  recorder: { phase: 'off' },
  encoders: [],
};

/** The newer of two; a snapshot is whole, so a gap needs no refetch. */
export function newerSnapshot(current: EngineSnapshot, incoming: EngineSnapshot): EngineSnapshot {
  return incoming.revision > current.revision ? incoming : current;
}

export function createSession(
  client: Client,
  onEngineExited: (error: ErrorRecord) => void,
  schedule: Schedule = nextFrame,
): Session {
  const store = createStore<SessionState>(() => ({
    snapshot: idleSnapshot,
    lastSample: undefined,
    recentSamples: [],
    events: [],
    firstEventMs: undefined,
    report: undefined,
    summary: undefined,
    engineError: undefined,
  }));
  const history = new SampleHistory();
  const changed = new Emitter<void>();
  const owned = new DisposableStore();

  let waitingSnapshot: EngineSnapshot | undefined;
  let waitingEvents: BroadcastEvent[] = [];
  const beginAnew = () => {
    history.clear();
    waitingEvents = [];
    store.setState({
      events: [],
      firstEventMs: undefined,
      lastSample: undefined,
      recentSamples: [],
      summary: undefined,
      report: undefined,
      engineError: undefined,
    });
    changed.emit();
  };
  const takeSnapshot = (incoming: EngineSnapshot) => {
    setClock(incoming.nowMs);
    store.setState(({ snapshot }) => ({ snapshot: newerSnapshot(snapshot, incoming) }));
  };
  const batch = createBatch(() => {
    const added = waitingEvents;
    waitingEvents = [];
    if (waitingSnapshot !== undefined) takeSnapshot(waitingSnapshot);
    waitingSnapshot = undefined;
    if (added.length === 0) return;
    store.setState(({ events, firstEventMs }) => ({
      events: [...events, ...added].slice(-MAX_EVENTS),
      firstEventMs: firstEventMs ?? added[0]?.timeMs,
    }));
    changed.emit();
  }, schedule);
  const takeSample = (sample: StatsSample) => {
    history.push(sample);
    store.setState(({ recentSamples }) => ({
      lastSample: sample,
      recentSamples: [...recentSamples, sample].slice(-MAX_RECENT),
    }));
    changed.emit();
  };

  owned.defer(client.on('engine:began', beginAnew));
  owned.defer(
    client.on('engine:snapshot', (incoming) => {
      waitingSnapshot = waitingSnapshot === undefined ? incoming : newerSnapshot(waitingSnapshot, incoming);
      batch.request();
    }),
  );
  owned.defer(client.on('engine:sample', takeSample));
  owned.defer(
    client.on('engine:events', (events) => {
      waitingEvents.push(...events);
      if (waitingEvents.length > MAX_EVENTS) waitingEvents = waitingEvents.slice(-MAX_EVENTS);
      batch.request();
    }),
  );
  owned.defer(client.on('engine:summary', (summary) => store.setState({ summary })));
  owned.defer(client.on('engine:report', (report) => store.setState({ report })));
  owned.defer(
    client.on('engine:exited', (error) => {
      // A fresh engine counts its revisions from the start again.
      waitingSnapshot = undefined;
      store.setState({ snapshot: idleSnapshot, engineError: error });
      onEngineExited(error);
      client.invoke('engine:snapshot').then(takeSnapshot, (cause: unknown) => {
        store.setState({ engineError: toAppError(cause).toRecord() });
      });
    }),
  );

  return {
    store,
    history,
    changed,
    load: async () => {
      takeSnapshot(await client.invoke('engine:snapshot'));
      const past = await client.invoke('engine:history');
      const newer = [...store.getState().events, ...waitingEvents];
      waitingEvents = [];
      const firstNewMs = newer[0]?.timeMs ?? Number.POSITIVE_INFINITY;
      const older = past.events.filter((event) => event.timeMs < firstNewMs);
      if (history.length === 0) history.load(past.samples);
      const events = [...older, ...newer];
      store.setState({
        events: events.slice(-MAX_EVENTS),
        firstEventMs: events[0]?.timeMs,
        lastSample: store.getState().lastSample ?? past.lastSample,
      });
      changed.emit();
    },
    dispose: () => owned.dispose(),
  };
}
