/** What a destination's connections did together: survives every reconnect. */
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import type { LifeMemory } from '../../health/life-signs.ts';
import { emptyDropCounters } from './send-queue.ts';
import type { DropCounters } from './send-queue.ts';

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
  /** Connections in a row that were given up because the server no longer acknowledged. */
  silences: number;
  /** Connections in a row that were given up early because the server answered others. */
  hasty: number;
  readonly life: LifeMemory;
  /** Newest timestamp sent, on the destination's own time line, ms; -1 before the first. */
  lastVideoMs: number;
  lastAudioMs: number;
}

export function emptyLinkCounters(): LinkCounters {
  return {
    closedBytes: 0,
    closedAcknowledgedBytes: undefined,
    sentFrames: 0,
    drops: emptyDropCounters(),
    losses: new Map(),
    reconnects: 0,
    silences: 0,
    hasty: 0,
    life: {},
    lastVideoMs: -1,
    lastAudioMs: -1,
  };
}

/** The program time that a destination calls 0; shared with a backup that is sent to at the same time. */
export interface TimestampBase {
  baseMs: number | undefined;
}
