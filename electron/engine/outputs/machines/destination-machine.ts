/**
 * One destination's life, as a reducer: a literal table of every phase and event. It knows no socket and no timer; the link
 * runs the effects. Waiting and retrying are one phase for the user (`reconnecting`) and two here.
 * The link drops events of older connections before they come here.
 */
import { assert } from '../../../../shared/assert.ts';
import type { ConnectStep } from '../../../../shared/broadcast/state.ts';
import {
  afterFailedAttempt,
  afterLoss,
  attemptAnew,
  attemptBackup,
  becomeLive,
  endAtOnce,
  giveUpNow,
  keepTrying,
  keepTryingBackup,
  NO_CUTS,
  openBackupBeside,
  openMoveBeside,
  isRetrying,
  phaseOf,
  retryBackupNow,
  retryNow,
  retrySoon,
  startFresh,
  takeOver,
  report,
} from './destination-handlers.ts';
import type {
  DestinationContext,
  DestinationEvent,
  DestinationEventType,
  DestinationModel,
  DestinationOutcome,
  DestinationPhase,
  EventOf,
} from './destination-types.ts';
import { assertTarget, renderTable } from './table.ts';
import type { Cell, Table } from './table.ts';

type Handler = (model: DestinationModel, event: never, context: DestinationContext) => DestinationOutcome;

export function initialDestination(options: {
  readonly firstStep: ConnectStep;
  readonly hasBackup: boolean;
  readonly shouldRetryFirst: boolean;
}): DestinationModel {
  return {
    state: { phase: 'idle' },
    facts: { ingest: 'primary', attempt: 0, successor: 'none', refused: [], cuts: NO_CUTS, ...options },
  };
}

const illegal = { illegal: true } as const;
const ignored = (reason: string) => ({ ignored: reason }) as const;
const noConnection = ignored('there is no connection');
const noSuccessor = ignored('the successor was given up');
const isEnding = ignored('it is ending');
const isUnderWay = ignored('an attempt is under way');

function cell<E extends DestinationEvent>(
  to: readonly DestinationPhase[],
  handle: (model: DestinationModel, event: E, context: DestinationContext) => DestinationOutcome,
): Cell<Handler> {
  return { to, handle };
}

const start = cell(['connecting'], startFresh);
const stopAtOnce = cell(['idle'], endAtOnce);
const giveUp = cell<EventOf<'giveUpRequested'>>(['failed'], giveUpNow);
const attemptFailed = cell<EventOf<'attemptFailed'>>(['connecting', 'waiting', 'failed'], afterFailedAttempt);

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
    serverReachable: noConnection,
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
    stepReached: cell<EventOf<'stepReached'>>(['connecting'], ({ state, facts }, event) => {
      assert(state.phase === 'connecting', 'a step while connecting');
      return { model: { state: { ...state, step: event.step }, facts }, effects: [] };
    }),
    published: cell(['live'], becomeLive),
    attemptFailed,
    lost: illegal,
    retryDue: illegal,
    retryRequested: isUnderWay,
    networkChanged: cell(['connecting'], attemptAnew),
    serverReachable: isUnderWay,
    giveUpRequested: giveUp,
    backupRequested: cell(['connecting'], attemptBackup),
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
    lost: cell<EventOf<'lost'>>(['waiting', 'failed'], afterLoss),
    retryDue: illegal,
    retryRequested: ignored('it is live'),
    networkChanged: ignored('the connection itself tells whether it still holds'),
    serverReachable: ignored('it is live'),
    giveUpRequested: ignored('it is live: there is no attempt to give up'),
    backupRequested: cell(['live'], openBackupBeside),
    moveRequested: cell<EventOf<'moveRequested'>>(['live'], openMoveBeside),
    successorTookOver: cell(['live'], takeOver),
    successorFailed: cell<EventOf<'successorFailed'>>(['live'], ({ state, facts }, event) => ({
      model: { state, facts: { ...facts, successor: 'none' } },
      effects: [report({ kind: 'moveFailed', error: event.error })],
    })),
    stopRequested: cell<EventOf<'stopRequested'>>(['stopping'], ({ facts }, event, { nowMs }) => {
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
    serverReachable: cell(['waiting'], retrySoon),
    giveUpRequested: giveUp,
    backupRequested: cell(['retrying', 'waiting'], retryBackupNow),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: noSuccessor,
    stopRequested: stopAtOnce,
    ended: illegal,
    endNowRequested: stopAtOnce,
  },
  retrying: {
    startRequested: isUnderWay,
    stepReached: cell<EventOf<'stepReached'>>(['retrying'], ({ state, facts }, event) => {
      assert(isRetrying(state), 'a step while retrying');
      return { model: { state: { ...state, step: event.step }, facts }, effects: [] };
    }),
    published: cell(['live'], becomeLive),
    attemptFailed: cell<EventOf<'attemptFailed'>>(['waiting', 'failed'], afterFailedAttempt),
    lost: illegal,
    retryDue: ignored('the retry was asked for by hand meanwhile'),
    retryRequested: isUnderWay,
    networkChanged: cell(['retrying'], attemptAnew),
    // What was asked for while the server was away may hang long after it is back: a new connection does not.
    serverReachable: cell(['retrying'], attemptAnew),
    giveUpRequested: giveUp,
    backupRequested: cell(['retrying'], attemptBackup),
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
    serverReachable: isEnding,
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
    serverReachable: ignored('a failed one waits for its user'),
    giveUpRequested: ignored('it was given up'),
    backupRequested: cell(['connecting', 'failed'], keepTryingBackup),
    moveRequested: illegal,
    successorTookOver: illegal,
    successorFailed: noSuccessor,
    stopRequested: ignored('its error stays to be read'),
    ended: illegal,
    endNowRequested: ignored('its error stays to be read'),
  },
};

/**
 * The next model and what to do. The same model: the event did nothing.
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
