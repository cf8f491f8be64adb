/** What a destination's connections did together; survives every reconnect. Says its totals for samples and the summary. */
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import { unknownServer } from '../../health/server-habits.ts';
import type { ServerHabits } from '../../health/server-habits.ts';
import type { DestinationReport } from '../machines/destination-types.ts';
import type { LinkTotals } from '../../statistics/statistics.ts';
import { emptyDropCounters, totalDropped } from './send-queue.ts';
import type { DropCounters } from './send-queue.ts';
import type { NewestTimestamps } from './stream-timestamps.ts';

export interface LinkCounters {
  /** Bytes taken by the operating system on connections that are over. */
  closedBytes: number;
  /** Bytes acknowledged on connections that are over; absent when no server ever acknowledged. */
  closedAcknowledgedBytes: number | undefined;
  /** Video frames handed to a socket. */
  sentFrames: number;
  readonly drops: DropCounters;
  /** Live connections lost, by the code of the cause. */
  readonly losses: Map<ErrorCode, number>;
  /** Times it came back after a loss. */
  reconnects: number;
  /** Why a connection was last lost or could not be opened. */
  lastError: ErrorRecord | undefined;
  /** The server's last words worth reading, sanitised. */
  serverWords: string | undefined;
  /** Time live before the present time live, ms. */
  pastLiveMs: number;
  /** What the server taught; the health of every connection starts from here. */
  server: ServerHabits;
  /** On the destination's own timeline. */
  newest: NewestTimestamps;
}

export function emptyLinkCounters(): LinkCounters {
  return {
    closedBytes: 0,
    closedAcknowledgedBytes: undefined,
    sentFrames: 0,
    drops: emptyDropCounters(),
    losses: new Map(),
    reconnects: 0,
    lastError: undefined,
    serverWords: undefined,
    pastLiveMs: 0,
    server: unknownServer,
    newest: { videoMs: -1, audioMs: -1 },
  };
}

/** Counts what a report says. */
export function countReport(counters: LinkCounters, report: DestinationReport): void {
  switch (report.kind) {
    case 'live':
      if (report.isReturn) counters.reconnects += 1;
      return;
    case 'lost':
      counters.losses.set(report.cause.code, (counters.losses.get(report.cause.code) ?? 0) + 1);
      noteError(counters, report.cause);
      return;
    case 'reconnecting':
      noteError(counters, report.cause);
      return;
    case 'failed':
      noteError(counters, report.error);
      return;
    default:
      return;
  }
}

function noteError(counters: LinkCounters, error: ErrorRecord): void {
  counters.lastError = error;
  const words = error.details['serverWords'];
  if (typeof words === 'string' && words !== '') counters.serverWords = words;
}

/** What is open now, beside the counters of what is over. */
export interface OpenTotals {
  readonly takenBytes: number;
  readonly acknowledgedBytes: number | undefined;
  readonly queueMs: number;
  readonly liveMs: number;
}

export function totalsOf(
  { kind, id, name }: Pick<LinkTotals, 'kind' | 'id' | 'name'>,
  counters: LinkCounters,
  open: OpenTotals,
): LinkTotals {
  const { closedBytes, closedAcknowledgedBytes, drops, sentFrames, losses, reconnects, lastError } = counters;
  const isAcknowledged = closedAcknowledgedBytes !== undefined || open.acknowledgedBytes !== undefined;
  const acknowledgedBytes = (closedAcknowledgedBytes ?? 0) + (open.acknowledgedBytes ?? 0);
  return {
    kind,
    id,
    name,
    sentBytes: closedBytes + open.takenBytes,
    ...(isAcknowledged ? { acknowledgedBytes } : {}),
    queueMs: open.queueMs,
    droppedFrames: totalDropped(drops),
    sentFrames,
    liveMs: open.liveMs,
    reconnects,
    ...(losses.size === 0 ? {} : { lossesByCause: Object.fromEntries(losses) }),
    ...(lastError === undefined ? {} : { lastError }),
  };
}
