/**
 * One destination's life, as a reducer: a literal table of every phase and event. It knows no socket and no timer; the link
 * runs the effects. Waiting and retrying are one phase for the user (`reconnecting`) and two here.
 * Connections carry an epoch; the link drops events of older ones before they come here.
 */
import { missingCase, assert } from '../../../shared/assert.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { ConnectStep, DestinationState } from '../../../shared/broadcast/state.ts';
import {
  isFatal,
  PROVEN_AFTER_MS,
  retryDelayMs,
  staggeredMs,
} from '../../../shared/broadcast/retry-policy.ts';
import { assertTarget, renderTable } from './table.ts';
import type { Cell, MachineContext, Table } from './table.ts';

export type Ingest = 'primary' | 'backup';

export type DestinationPhase =
  'idle' | 'connecting' | 'live' | 'waiting' | 'retrying' | 'stopping' | 'failed';

/** What holds whatever the phase. */
export interface DestinationFacts {
  /** Of the newest connection asked for. */
  readonly epoch: number;
  readonly ingest: Ingest;
  readonly hasBackup: boolean;
  /** Keep trying when the first attempt fails. */
  readonly shouldRetryFirst: boolean;
  /** Last moment of a connection that proved to be accepted; absent when there was none. */
  readonly lastLiveMs?: number;
  /** Attempts spent since a connection last proved to be accepted. */
  readonly attempt: number;
  /** Where a second connection is under way to, while the first is still live. */
  readonly successor: Ingest | 'none';
}

export interface DestinationModel {
  readonly state: DestinationState;
  readonly facts: DestinationFacts;
}

export type DestinationEvent =
  | { readonly type: 'startRequested' }
  | { readonly type: 'stepReached'; readonly step: ConnectStep }
  | { readonly type: 'published' }
  | { readonly type: 'attemptFailed'; readonly error: ErrorRecord }
  | { readonly type: 'lost'; readonly error: ErrorRecord }
  | { readonly type: 'retryDue' }
  | { readonly type: 'retryRequested' }
  | { readonly type: 'networkChanged' }
  | { readonly type: 'giveUpRequested' }
  | { readonly type: 'backupRequested' }
  | { readonly type: 'moveRequested'; readonly url?: string }
  | { readonly type: 'successorTookOver' }
  | { readonly type: 'successorFailed'; readonly error: ErrorRecord }
  | { readonly type: 'stopRequested'; readonly drainMs: number }
  | { readonly type: 'ended' }
  | { readonly type: 'endNowRequested' };

export type DestinationEventType = DestinationEvent['type'];

export type DestinationEffect =
  | { readonly type: 'openConnection'; readonly epoch: number; readonly ingest: Ingest }
  /** Beside the live one, which ends when the new one has taken over at a keyframe. */
  | { readonly type: 'openSuccessor'; readonly epoch: number; readonly ingest: Ingest; readonly url?: string }
  | { readonly type: 'scheduleRetry'; readonly atMs: number }
  | { readonly type: 'cancelRetry' }
  /** At once, successor included. */
  | { readonly type: 'closeConnection' }
  | { readonly type: 'drainConnection'; readonly deadlineMs: number }
  | { readonly type: 'tell'; readonly what: Telling };

export type Telling =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'live'; readonly isReturn: boolean; readonly isBackup: boolean }
  | { readonly kind: 'lost'; readonly cause: ErrorRecord }
  | {
      readonly kind: 'reconnecting';
      readonly attempt: number;
      readonly delayMs: number;
      readonly cause: ErrorRecord;
    }
  | { readonly kind: 'failed'; readonly error: ErrorRecord }
  | { readonly kind: 'ended' }
  | { readonly kind: 'moving'; readonly ingest: Ingest }
  | { readonly kind: 'moved'; readonly isBackup: boolean }
  | { readonly kind: 'moveFailed'; readonly error: ErrorRecord };

export interface DestinationContext extends MachineContext {
  /** When other links of the broadcast are to retry: this one keeps its distance. */
  readonly takenMs: readonly number[];
}

export interface DestinationOutcome {
  readonly model: DestinationModel;
  readonly effects: readonly DestinationEffect[];
}

type Handler = (model: DestinationModel, event: never, context: DestinationContext) => DestinationOutcome;

export function initialDestination(options: {
  readonly hasBackup: boolean;
  readonly shouldRetryFirst: boolean;
}): DestinationModel {
  return {
    state: { phase: 'idle' },
    facts: { epoch: 0, ingest: 'primary', attempt: 0, successor: 'none', ...options },
  };
}

export function phaseOf(state: DestinationState): DestinationPhase {
  switch (state.phase) {
    case 'reconnecting':
      return state.retryAtMs === undefined ? 'retrying' : 'waiting';
    case 'idle':
    case 'connecting':
    case 'live':
    case 'stopping':
    case 'failed':
      return state.phase;
    default:
      return missingCase(state);
  }
}

const illegal = { illegal: true } as const;
const ignored = (reason: string) => ({ ignored: reason }) as const;
const noConnection = ignored('there is no connection');
const notLive = ignored('only a live stream moves');
const noSuccessor = ignored('the successor was given up');
const isEnding = ignored('it is ending');
const isUnderWay = ignored('an attempt is under way');

function cell<E extends DestinationEvent>(
  to: readonly DestinationPhase[],
  handle: (model: DestinationModel, event: E, context: DestinationContext) => DestinationOutcome,
): Cell<Handler> {
  return { to, handle };
}

type Of<T extends DestinationEventType> = Extract<DestinationEvent, { type: T }>;

const start = cell(['connecting'], startFresh);
const stopAtOnce = cell(['idle'], endAtOnce);
const giveUp = cell<Of<'giveUpRequested'>>(['failed'], giveUpNow);
const attemptFailed = cell<Of<'attemptFailed'>>(['connecting', 'waiting', 'failed'], afterFailedAttempt);

export const destinationTable: Table<DestinationPhase, DestinationEventType, Handler> = {
  idle: {
    startRequested: start,
    stepReached: illegal,
    published: illegal,
    attemptFailed: illegal,
    lost: illegal,
    retryDue: illegal,
    retryRequested: ignored('it was not started'),
    networkChanged: noConnection,
    giveUpRequested: noConnection,
    backupRequested: ignored('it was not started'),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: illegal,
    stopRequested: ignored('it is ended'),
    ended: ignored('it is ended'),
    endNowRequested: ignored('it is ended'),
  },
  connecting: {
    startRequested: isUnderWay,
    stepReached: cell<Of<'stepReached'>>(['connecting'], ({ state, facts }, event) => {
      assert(state.phase === 'connecting', 'a step while connecting');
      return { model: { state: { ...state, step: event.step }, facts }, effects: [] };
    }),
    published: cell(['live'], becomeLive),
    attemptFailed,
    lost: illegal,
    retryDue: illegal,
    retryRequested: isUnderWay,
    networkChanged: cell(['connecting'], attemptAnew),
    giveUpRequested: giveUp,
    backupRequested: cell(['connecting'], switchIngestAndAttempt),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: noSuccessor,
    stopRequested: stopAtOnce,
    ended: illegal,
    endNowRequested: stopAtOnce,
  },
  live: {
    startRequested: ignored('it is live'),
    stepReached: ignored('a step of the successor is not shown'),
    published: illegal,
    attemptFailed: illegal,
    lost: cell<Of<'lost'>>(['waiting', 'failed'], afterLoss),
    retryDue: illegal,
    retryRequested: ignored('it is live'),
    networkChanged: ignored('the connection itself tells whether it still holds'),
    giveUpRequested: giveUp,
    backupRequested: cell(['live'], openBackupBeside),
    moveRequested: cell<Of<'moveRequested'>>(['live'], openMoveBeside),
    successorTookOver: cell(['live'], takeOver),
    successorFailed: cell<Of<'successorFailed'>>(['live'], ({ state, facts }, event) => ({
      model: { state, facts: { ...facts, successor: 'none' } },
      effects: [tell({ kind: 'moveFailed', error: event.error })],
    })),
    stopRequested: cell<Of<'stopRequested'>>(['stopping'], ({ facts }, event, { nowMs }) => {
      const deadlineMs = nowMs + event.drainMs;
      return {
        model: { state: { phase: 'stopping', deadlineMs }, facts: { ...facts, successor: 'none' } },
        effects: [{ type: 'drainConnection', deadlineMs }],
      };
    }),
    ended: illegal,
    endNowRequested: stopAtOnce,
  },
  waiting: {
    startRequested: isUnderWay,
    stepReached: illegal,
    published: illegal,
    attemptFailed: illegal,
    lost: illegal,
    retryDue: cell(['retrying'], retryNow),
    retryRequested: cell(['retrying'], retryNow),
    networkChanged: cell(['waiting'], retrySoon),
    giveUpRequested: giveUp,
    backupRequested: cell(['retrying'], switchIngestAndAttempt),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: noSuccessor,
    stopRequested: stopAtOnce,
    ended: illegal,
    endNowRequested: stopAtOnce,
  },
  retrying: {
    startRequested: isUnderWay,
    stepReached: cell<Of<'stepReached'>>(['retrying'], ({ state, facts }, event) => {
      assert(state.phase === 'reconnecting', 'a step while retrying');
      return { model: { state: { ...state, step: event.step }, facts }, effects: [] };
    }),
    published: cell(['live'], becomeLive),
    attemptFailed: cell<Of<'attemptFailed'>>(['waiting', 'failed'], afterFailedAttempt),
    lost: illegal,
    retryDue: ignored('the retry was asked for by hand meanwhile'),
    retryRequested: isUnderWay,
    networkChanged: cell(['retrying'], attemptAnew),
    giveUpRequested: giveUp,
    backupRequested: cell(['retrying'], switchIngestAndAttempt),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: noSuccessor,
    stopRequested: stopAtOnce,
    ended: illegal,
    endNowRequested: stopAtOnce,
  },
  stopping: {
    startRequested: isEnding,
    stepReached: isEnding,
    published: isEnding,
    attemptFailed: isEnding,
    lost: stopAtOnce,
    retryDue: illegal,
    retryRequested: isEnding,
    networkChanged: isEnding,
    giveUpRequested: stopAtOnce,
    backupRequested: isEnding,
    moveRequested: isEnding,
    successorTookOver: isEnding,
    successorFailed: isEnding,
    stopRequested: isEnding,
    ended: stopAtOnce,
    endNowRequested: stopAtOnce,
  },
  failed: {
    startRequested: start,
    stepReached: illegal,
    published: illegal,
    attemptFailed: illegal,
    lost: illegal,
    retryDue: illegal,
    retryRequested: cell(['connecting'], keepTrying),
    networkChanged: ignored('a failed one waits for its user'),
    giveUpRequested: ignored('it was given up'),
    backupRequested: cell(['connecting'], keepTryingElsewhere),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: noSuccessor,
    stopRequested: ignored('its error stays to be read'),
    ended: illegal,
    endNowRequested: ignored('its error stays to be read'),
  },
};

/**
 * The next model and what to do.
 * @throws AppError `internal/bug` for a pair the table calls illegal.
 */
export function transition(
  model: DestinationModel,
  event: DestinationEvent,
  context: DestinationContext,
): DestinationOutcome {
  const from = phaseOf(model.state);
  const found = destinationTable[from][event.type];
  if ('ignored' in found) return { model, effects: [] };
  assert('handle' in found, `${event.type} while ${from}`);
  const outcome = found.handle(model, event as never, context);
  assertTarget(found, phaseOf(outcome.model.state), event.type);
  return outcome;
}

/** The diagram for ARCHITECTURE.md. */
export function renderDiagram(): string {
  return renderTable(destinationTable, 'idle');
}

function tell(what: Telling): DestinationEffect {
  return { type: 'tell', what };
}

function other(ingest: Ingest): Ingest {
  return ingest === 'primary' ? 'backup' : 'primary';
}

function openNext(facts: DestinationFacts): { facts: DestinationFacts; open: DestinationEffect } {
  const next: DestinationFacts = { ...facts, epoch: facts.epoch + 1, successor: 'none' };
  return { facts: next, open: { type: 'openConnection', epoch: next.epoch, ingest: next.ingest } };
}

function startFresh({ facts }: DestinationModel): DestinationOutcome {
  const { lastLiveMs: _forgotten, ...rest } = facts;
  const { facts: next, open } = openNext({ ...rest, ingest: 'primary' });
  return {
    model: { state: { phase: 'connecting', attempt: 1, step: 'dns' }, facts: next },
    effects: [tell({ kind: 'connecting', attempt: 1 }), open],
  };
}

function keepTrying({ facts }: DestinationModel): DestinationOutcome {
  const { facts: next, open } = openNext({ ...facts, shouldRetryFirst: true });
  return {
    model: { state: { phase: 'connecting', attempt: 1, step: 'dns' }, facts: next },
    effects: [tell({ kind: 'connecting', attempt: 1 }), open],
  };
}

function keepTryingElsewhere(model: DestinationModel): DestinationOutcome {
  const { facts } = model;
  return keepTrying({ ...model, facts: facts.hasBackup ? { ...facts, ingest: other(facts.ingest) } : facts });
}

function becomeLive(
  { state, facts }: DestinationModel,
  _event: unknown,
  { nowMs }: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'connecting' || state.phase === 'reconnecting', 'an attempt was under way');
  const isBackup = facts.ingest === 'backup';
  return {
    model: {
      state: { phase: 'live', sinceMs: nowMs, isBackup },
      facts: { ...facts, attempt: state.attempt },
    },
    effects: [tell({ kind: 'live', isReturn: state.phase === 'reconnecting', isBackup })],
  };
}

/** Drops the attempt under way and starts it again: the network it ran on is gone, or the other server is wanted. */
function attemptAnew({ state, facts }: DestinationModel): DestinationOutcome {
  const { facts: next, open } = openNext(facts);
  assert(state.phase === 'connecting' || state.phase === 'reconnecting', 'an attempt is under way');
  return {
    model: { state: { ...state, step: 'dns' }, facts: next },
    effects: [{ type: 'closeConnection' }, open],
  };
}

function switchIngestAndAttempt(model: DestinationModel): DestinationOutcome {
  const { state, facts } = model;
  const switched = { ...model, facts: facts.hasBackup ? { ...facts, ingest: other(facts.ingest) } : facts };
  return phaseOf(state) === 'waiting' ? retryNow(switched) : attemptAnew(switched);
}

function retryNow({ state, facts }: DestinationModel): DestinationOutcome {
  assert(state.phase === 'reconnecting', 'a retry follows a loss');
  const { facts: next, open } = openNext(facts);
  return {
    model: {
      state: { phase: 'reconnecting', attempt: state.attempt, step: 'dns', cause: state.cause },
      facts: next,
    },
    effects: [{ type: 'cancelRetry' }, tell({ kind: 'connecting', attempt: state.attempt }), open],
  };
}

function retrySoon(
  { state, facts }: DestinationModel,
  _event: unknown,
  context: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'reconnecting', 'only a waiting link retries soon');
  const atMs = staggeredMs(context.nowMs, context.takenMs);
  return {
    model: { state: { ...state, retryAtMs: atMs }, facts },
    effects: [{ type: 'cancelRetry' }, { type: 'scheduleRetry', atMs }],
  };
}

function waitForRetry(
  facts: DestinationFacts,
  attempt: number,
  cause: ErrorRecord,
  delayMs: number,
  context: DestinationContext,
): DestinationOutcome {
  const atMs = staggeredMs(context.nowMs + delayMs, context.takenMs);
  return {
    model: { state: { phase: 'reconnecting', attempt, retryAtMs: atMs, cause }, facts },
    effects: [
      { type: 'scheduleRetry', atMs },
      tell({ kind: 'reconnecting', attempt, delayMs: atMs - context.nowMs, cause }),
    ],
  };
}

function fail(facts: DestinationFacts, error: ErrorRecord): DestinationOutcome {
  return { model: { state: { phase: 'failed', error }, facts }, effects: [tell({ kind: 'failed', error })] };
}

function afterFailedAttempt(
  { state, facts }: DestinationModel,
  { error }: Of<'attemptFailed'>,
  context: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'connecting' || state.phase === 'reconnecting', 'an attempt was under way');
  const { nowMs, random } = context;
  const msSinceLive = facts.lastLiveMs === undefined ? undefined : nowMs - facts.lastLiveMs;
  if (isFatal(error.code, msSinceLive)) return fail(facts, error);
  const attempt = state.attempt + 1;
  const next = facts.hasBackup ? { ...facts, ingest: other(facts.ingest) } : facts;
  if (state.phase === 'connecting' && !facts.shouldRetryFirst) {
    if (!facts.hasBackup || state.attempt > 1) return fail(facts, error);
    const opened = openNext(next);
    return {
      model: { state: { phase: 'connecting', attempt, step: 'dns' }, facts: opened.facts },
      effects: [tell({ kind: 'connecting', attempt }), opened.open],
    };
  }
  // Both servers count as one try: waiting grows with the rounds.
  const round = facts.hasBackup ? Math.ceil(attempt / 2) : attempt;
  return waitForRetry(next, attempt, error, retryDelayMs(round - 1, random), context);
}

function afterLoss(
  { state, facts }: DestinationModel,
  event: Of<'lost'>,
  context: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'live', 'only a live connection is lost');
  const { nowMs, random } = context;
  const isProven = nowMs - state.sinceMs >= PROVEN_AFTER_MS;
  const known: DestinationFacts = {
    ...facts,
    successor: 'none',
    ...(isProven ? { lastLiveMs: nowMs, attempt: 0 } : {}),
  };
  const error = known.lastLiveMs === undefined ? readEarlyClose(event.error) : event.error;
  const told: DestinationEffect[] = [{ type: 'closeConnection' }, tell({ kind: 'lost', cause: error })];
  const msSinceLive = known.lastLiveMs === undefined ? undefined : nowMs - known.lastLiveMs;
  if (isFatal(error.code, msSinceLive)) {
    const failed = fail(known, error);
    return { ...failed, effects: [...told, ...failed.effects] };
  }
  const next = known.hasBackup ? { ...known, ingest: other(known.ingest) } : known;
  const attempt = known.attempt + 1;
  const delayMs = known.hasBackup && isProven ? 0 : retryDelayMs(attempt, random);
  const waiting = waitForRetry(next, attempt, error, delayMs, context);
  return { ...waiting, effects: [...told, ...waiting.effects] };
}

/** Several servers answer a refused key with a friendly start and then hang up without a word. */
function readEarlyClose(error: ErrorRecord): ErrorRecord {
  if (error.code !== 'transport/closed' && error.code !== 'transport/reset') return error;
  const message = 'The server closed the connection right after publish: the key was probably refused.';
  return { code: 'rtmp/key-refused', details: { ...error.details, message } };
}

function giveUpNow({ state, facts }: DestinationModel): DestinationOutcome {
  const error: ErrorRecord =
    state.phase === 'reconnecting'
      ? state.cause
      : { code: 'internal/aborted', details: { message: 'Given up by hand.' } };
  const failed = fail({ ...facts, successor: 'none' }, error);
  return { ...failed, effects: [{ type: 'cancelRetry' }, { type: 'closeConnection' }, ...failed.effects] };
}

function endAtOnce({ facts }: DestinationModel): DestinationOutcome {
  return {
    model: { state: { phase: 'idle' }, facts: { ...facts, successor: 'none' } },
    effects: [{ type: 'cancelRetry' }, { type: 'closeConnection' }, tell({ kind: 'ended' })],
  };
}

function openBackupBeside(model: DestinationModel): DestinationOutcome {
  const { state, facts } = model;
  if (!facts.hasBackup || facts.successor !== 'none') return { model, effects: [] };
  const epoch = facts.epoch + 1;
  const ingest = other(facts.ingest);
  return {
    model: { state, facts: { ...facts, epoch, successor: ingest } },
    effects: [tell({ kind: 'moving', ingest }), { type: 'openSuccessor', epoch, ingest }],
  };
}

function openMoveBeside(model: DestinationModel, { url }: Of<'moveRequested'>): DestinationOutcome {
  const { state, facts } = model;
  if (facts.successor !== 'none') return { model, effects: [] };
  const epoch = facts.epoch + 1;
  const { ingest } = facts;
  return {
    model: { state, facts: { ...facts, epoch, successor: ingest } },
    effects: [
      tell({ kind: 'moving', ingest }),
      { type: 'openSuccessor', epoch, ingest, ...(url === undefined ? {} : { url }) },
    ],
  };
}

function takeOver({ state, facts }: DestinationModel): DestinationOutcome {
  assert(
    state.phase === 'live' && facts.successor !== 'none',
    'a successor takes over from a live connection',
  );
  const isBackup = facts.successor === 'backup';
  return {
    model: { state: { ...state, isBackup }, facts: { ...facts, ingest: facts.successor, successor: 'none' } },
    effects: [tell({ kind: 'moved', isBackup })],
  };
}
