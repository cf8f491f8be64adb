/** What a destination's machine does in each cell of its table. Pure: models in, models and effects out. */
import { assert, missingCase } from '../../../../shared/assert.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { DestinationState, RetryingState } from '../../../../shared/broadcast/state.ts';
import {
  isFatal,
  PROVEN_AFTER_MS,
  retryDelayMs,
  staggeredMs,
} from '../../../../shared/broadcast/retry-policy.ts';
import type {
  DestinationContext,
  DestinationEffect,
  DestinationFacts,
  DestinationModel,
  DestinationOutcome,
  DestinationPhase,
  EventOf,
  Ingest,
  DestinationReport,
} from './destination-types.ts';

export const NO_CUTS = { primary: 0, backup: 0 };

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

/** In the phase `retrying`. */
export function isRetrying(state: DestinationState): state is RetryingState {
  return state.phase === 'reconnecting' && state.retryAtMs === undefined;
}

export function report(what: DestinationReport): DestinationEffect {
  return { type: 'report', report: what };
}

/** The same model: the event did nothing. */
function nothing(model: DestinationModel): DestinationOutcome {
  return { model, effects: [] };
}

function other(ingest: Ingest): Ingest {
  return ingest === 'primary' ? 'backup' : 'primary';
}

/** The other server where there is one that can still be used, else the same again. */
function nextIngest({ ingest, hasBackup, refused }: DestinationFacts): Ingest {
  return hasBackup && !refused.includes(other(ingest)) ? other(ingest) : ingest;
}

/**
 * Takes the server in use out of use when its answer is final. A fatal answer belongs to a server, not to the destination: the
 * other server is still tried. Gives undefined when no server is left.
 */
function judgeServer(
  before: DestinationFacts,
  error: ErrorRecord,
  nowMs: number,
): { readonly facts: DestinationFacts; readonly reports: readonly DestinationEffect[] } | undefined {
  const { ingest, hasBackup, refused } = before;
  const cuts = before.cuts[ingest] + (error.code === 'rtmp/cut-after-publish' ? 1 : 0);
  const facts = { ...before, cuts: { ...before.cuts, [ingest]: cuts } };
  const msSinceLive = facts.lastLiveMs === undefined ? undefined : nowMs - facts.lastLiveMs;
  if (!isFatal(error.code, msSinceLive, cuts)) return { facts, reports: [] };
  if (!hasBackup || refused.includes(other(ingest))) return undefined;
  const refusal = report({ kind: 'serverRefused', isBackup: ingest === 'backup', error });
  return { facts: { ...facts, refused: [...refused, ingest] }, reports: [refusal] };
}

function openNext(facts: DestinationFacts): { facts: DestinationFacts; open: DestinationEffect } {
  const next: DestinationFacts = { ...facts, successor: 'none' };
  return { facts: next, open: { type: 'openConnection', ingest: next.ingest } };
}

export function startFresh({ facts }: DestinationModel): DestinationOutcome {
  const { lastLiveMs: _forgotten, ...rest } = facts;
  const { facts: next, open } = openNext({ ...rest, ingest: 'primary', refused: [], cuts: NO_CUTS });
  return {
    model: { state: { phase: 'connecting', attempt: 1, step: facts.firstStep }, facts: next },
    effects: [report({ kind: 'connecting', attempt: 1 }), open],
  };
}

export function keepTrying({ facts }: DestinationModel): DestinationOutcome {
  const { facts: next, open } = openNext({ ...facts, shouldRetryFirst: true, refused: [], cuts: NO_CUTS });
  return {
    model: { state: { phase: 'connecting', attempt: 1, step: facts.firstStep }, facts: next },
    effects: [report({ kind: 'connecting', attempt: 1 }), open],
  };
}

export function keepTryingBackup(model: DestinationModel): DestinationOutcome {
  const { facts } = model;
  if (!facts.hasBackup) return nothing(model);
  return keepTrying({ ...model, facts: { ...facts, ingest: 'backup' } });
}

export function becomeLive(
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
    effects: [report({ kind: 'live', isReturn: state.phase === 'reconnecting', isBackup })],
  };
}

/** Drops the attempt under way and starts it again: the network it ran on is gone, or the other server is wanted. */
export function attemptAnew({ state, facts }: DestinationModel): DestinationOutcome {
  const { facts: next, open } = openNext(facts);
  assert(state.phase === 'connecting' || isRetrying(state), 'an attempt is under way');
  return {
    model: { state: { ...state, step: facts.firstStep }, facts: next },
    effects: [{ type: 'closeConnection' }, open],
  };
}

/** Nothing where the attempt under way is already to the backup. */
export function attemptBackup(model: DestinationModel): DestinationOutcome {
  const { facts } = model;
  if (!facts.hasBackup || facts.ingest === 'backup') return nothing(model);
  return attemptAnew({ ...model, facts: { ...facts, ingest: 'backup' } });
}

export function retryBackupNow(model: DestinationModel): DestinationOutcome {
  const { facts } = model;
  return facts.hasBackup ? retryNow({ ...model, facts: { ...facts, ingest: 'backup' } }) : nothing(model);
}

export function retryNow({ state, facts }: DestinationModel): DestinationOutcome {
  assert(state.phase === 'reconnecting', 'a retry follows a loss');
  const { facts: next, open } = openNext(facts);
  return {
    model: {
      state: { phase: 'reconnecting', attempt: state.attempt, step: facts.firstStep, cause: state.cause },
      facts: next,
    },
    effects: [{ type: 'cancelRetry' }, report({ kind: 'connecting', attempt: state.attempt }), open],
  };
}

export function retrySoon(
  { state, facts }: DestinationModel,
  _event: unknown,
  context: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'reconnecting' && !isRetrying(state), 'only a waiting link retries soon');
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
      report({ kind: 'reconnecting', attempt, delayMs: atMs - context.nowMs, cause }),
    ],
  };
}

function fail(facts: DestinationFacts, error: ErrorRecord): DestinationOutcome {
  return {
    model: { state: { phase: 'failed', error }, facts },
    effects: [report({ kind: 'failed', error })],
  };
}

export function afterFailedAttempt(
  { state, facts }: DestinationModel,
  { error }: EventOf<'attemptFailed'>,
  context: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'connecting' || state.phase === 'reconnecting', 'an attempt was under way');
  const { nowMs, random } = context;
  const judged = judgeServer(facts, error, nowMs);
  if (judged === undefined) return fail(facts, error);
  const attempt = state.attempt + 1;
  const next = { ...judged.facts, ingest: nextIngest(judged.facts) };
  const isOther = next.ingest !== facts.ingest;
  if (state.phase === 'connecting' && !facts.shouldRetryFirst) {
    if (!isOther || state.attempt > 1) return fail(judged.facts, error);
    const opened = openNext(next);
    return {
      model: { state: { phase: 'connecting', attempt, step: facts.firstStep }, facts: opened.facts },
      effects: [...judged.reports, report({ kind: 'connecting', attempt }), opened.open],
    };
  }
  // Both servers count as one try: waiting grows with the rounds.
  const round = facts.hasBackup ? Math.ceil(attempt / 2) : attempt;
  const waiting = waitForRetry(next, attempt, error, retryDelayMs(round - 1, error.code, random), context);
  return { ...waiting, effects: [...judged.reports, ...waiting.effects] };
}

export function afterLoss(
  { state, facts }: DestinationModel,
  event: EventOf<'lost'>,
  context: DestinationContext,
): DestinationOutcome {
  assert(state.phase === 'live', 'only a live connection is lost');
  const { nowMs, random } = context;
  const isProven = nowMs - state.sinceMs >= PROVEN_AFTER_MS;
  const known: DestinationFacts = {
    ...facts,
    successor: 'none',
    ...(isProven ? { lastLiveMs: nowMs, attempt: 0, cuts: NO_CUTS } : {}),
  };
  const { error } = event;
  const endings: DestinationEffect[] = [{ type: 'closeConnection' }, report({ kind: 'lost', cause: error })];
  const judged = judgeServer(known, error, nowMs);
  if (judged === undefined) {
    const failed = fail(known, error);
    return { ...failed, effects: [...endings, ...failed.effects] };
  }
  const next = { ...judged.facts, ingest: nextIngest(judged.facts) };
  const attempt = known.attempt + 1;
  const delayMs = next.ingest !== known.ingest && isProven ? 0 : retryDelayMs(attempt, error.code, random);
  const waiting = waitForRetry(next, attempt, error, delayMs, context);
  return { ...waiting, effects: [...endings, ...judged.reports, ...waiting.effects] };
}

export function giveUpNow({ state, facts }: DestinationModel): DestinationOutcome {
  const error: ErrorRecord =
    state.phase === 'reconnecting'
      ? state.cause
      : { code: 'internal/aborted', details: { reason: 'gaveUp' } };
  const failed = fail({ ...facts, successor: 'none' }, error);
  return { ...failed, effects: [{ type: 'cancelRetry' }, { type: 'closeConnection' }, ...failed.effects] };
}

export function endAtOnce({ facts }: DestinationModel): DestinationOutcome {
  return {
    model: { state: { phase: 'idle' }, facts: { ...facts, successor: 'none' } },
    effects: [{ type: 'cancelRetry' }, { type: 'closeConnection' }, report({ kind: 'ended' })],
  };
}

export function openBackupBeside(model: DestinationModel): DestinationOutcome {
  const { state, facts } = model;
  const { hasBackup, ingest: current, successor } = facts;
  if (!hasBackup || current === 'backup' || successor !== 'none') return nothing(model);
  const ingest = 'backup';
  return {
    model: { state, facts: { ...facts, successor: ingest } },
    effects: [report({ kind: 'moving', ingest }), { type: 'openSuccessor', ingest }],
  };
}

export function openMoveBeside(
  model: DestinationModel,
  { url }: EventOf<'moveRequested'>,
): DestinationOutcome {
  const { state, facts } = model;
  if (facts.successor !== 'none') return nothing(model);
  const { ingest } = facts;
  return {
    model: { state, facts: { ...facts, successor: ingest } },
    effects: [
      report({ kind: 'moving', ingest }),
      { type: 'openSuccessor', ingest, ...(url === undefined ? {} : { url }) },
    ],
  };
}

export function takeOver({ state, facts }: DestinationModel): DestinationOutcome {
  assert(
    state.phase === 'live' && facts.successor !== 'none',
    'a successor takes over from a live connection',
  );
  const isBackup = facts.successor === 'backup';
  return {
    model: { state: { ...state, isBackup }, facts: { ...facts, ingest: facts.successor, successor: 'none' } },
    effects: [report({ kind: 'moved', isBackup })],
  };
}
