/** The whole broadcast as a reducer over what its destinations do. No timers: the broadcast runs the effects. */
import { assert } from '../../../../shared/assert.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { BroadcastState } from '../../../../shared/broadcast/state.ts';
import { assertTarget, renderTable } from './table.ts';
import type { Cell, Table } from './table.ts';

export type BroadcastPhase = BroadcastState['phase'];

export type BroadcastMachineEvent =
  | { readonly type: 'startRequested' }
  | { readonly type: 'linkLive' }
  /** No destination is live, connecting or waiting any more. */
  | { readonly type: 'allFailed'; readonly error: ErrorRecord }
  | { readonly type: 'stopRequested'; readonly drainMs: number }
  | { readonly type: 'endNowRequested' }
  /** Every link is idle or failed. */
  | { readonly type: 'allEnded' }
  | { readonly type: 'deadlinePassed' };

export type BroadcastOutcomeKind = 'ended' | 'neverLive' | 'lost';

export type BroadcastEffect =
  | { readonly type: 'stopLinks'; readonly deadlineMs: number }
  | { readonly type: 'endLinksNow' }
  | { readonly type: 'conclude'; readonly outcome: BroadcastOutcomeKind };

export interface BroadcastOutcome {
  readonly state: BroadcastState;
  readonly effects: readonly BroadcastEffect[];
}

interface BroadcastContext {
  readonly nowMs: number;
}

type Handler = (state: BroadcastState, event: never, context: BroadcastContext) => BroadcastOutcome;
type Of<T extends BroadcastMachineEvent['type']> = Extract<BroadcastMachineEvent, { type: T }>;

function cell<E extends BroadcastMachineEvent>(
  to: readonly BroadcastPhase[],
  handle: (state: BroadcastState, event: E, context: BroadcastContext) => BroadcastOutcome,
): Cell<Handler> {
  return { to, handle };
}

const ignored = (reason: string) => ({ ignored: reason }) as const;
const illegal = { illegal: true } as const;
const isIdle = ignored('nothing is running');

const stop = cell<Of<'stopRequested'>>(['stopping'], (_state, event, { nowMs }) => {
  const deadlineMs = nowMs + event.drainMs;
  return { state: { phase: 'stopping', deadlineMs }, effects: [{ type: 'stopLinks', deadlineMs }] };
});

const endNow = cell(['stopping'], (_state, _event, { nowMs }) => ({
  state: { phase: 'stopping', deadlineMs: nowMs },
  effects: [{ type: 'endLinksNow' }],
}));

function failWith(outcome: BroadcastOutcomeKind): Cell<Handler> {
  return cell<Of<'allFailed'>>(['idle'], (_state, event) => ({
    state: { phase: 'idle', lastError: event.error },
    effects: [{ type: 'conclude', outcome }],
  }));
}

export const broadcastTable: Table<BroadcastPhase, BroadcastMachineEvent['type'], Handler> = {
  idle: {
    startRequested: cell(['starting'], (_state, _event, { nowMs }) => ({
      state: { phase: 'starting', sinceMs: nowMs },
      effects: [],
    })),
    linkLive: illegal,
    allFailed: isIdle,
    stopRequested: isIdle,
    endNowRequested: isIdle,
    allEnded: isIdle,
    deadlinePassed: isIdle,
  },
  starting: {
    startRequested: illegal,
    linkLive: cell(['live'], (_state, _event, { nowMs }) => ({
      state: { phase: 'live', sinceMs: nowMs },
      effects: [],
    })),
    allFailed: failWith('neverLive'),
    stopRequested: stop,
    endNowRequested: endNow,
    allEnded: ignored('failing and ending are told apart by their own events'),
    deadlinePassed: illegal,
  },
  live: {
    startRequested: illegal,
    linkLive: ignored('one more is live'),
    allFailed: failWith('lost'),
    stopRequested: stop,
    endNowRequested: endNow,
    allEnded: ignored('failing and ending are told apart by their own events'),
    deadlinePassed: illegal,
  },
  stopping: {
    startRequested: illegal,
    linkLive: ignored('it is ending'),
    allFailed: ignored('it is ending'),
    stopRequested: ignored('it is ending'),
    endNowRequested: endNow,
    allEnded: cell(['idle'], () => ({
      state: { phase: 'idle' },
      effects: [{ type: 'conclude', outcome: 'ended' }],
    })),
    deadlinePassed: endNow,
  },
};

/** @throws AppError `internal/bug` for a pair the table calls illegal. */
export function transitionBroadcast(
  state: BroadcastState,
  event: BroadcastMachineEvent,
  context: BroadcastContext,
): BroadcastOutcome {
  const found = broadcastTable[state.phase][event.type];
  if ('ignored' in found) return { state, effects: [] };
  assert('handle' in found, `${event.type} while ${state.phase}`);
  const outcome = found.handle(state, event as never, context);
  assertTarget(found, outcome.state.phase, event.type);
  return outcome;
}

/** The diagram for ARCHITECTURE.md. */
export function renderBroadcastDiagram(): string {
  return renderTable(broadcastTable, 'idle');
}
