/** What a destination's connections did together: survives every reconnect. */
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import { unknownServer } from '../../health/server-habits.ts';
import type { ServerHabits } from '../../health/server-habits.ts';
import { emptyDropCounters } from './send-queue.ts';
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
    server: unknownServer,
    newest: { videoMs: -1, audioMs: -1 },
  };
}
