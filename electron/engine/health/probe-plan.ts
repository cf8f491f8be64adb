/**
 * How to probe the server of a connection that may be of no use: after a bad time on the network the system may wait many seconds
 * before it sends again, and a server that answers a new connection at once shows that the network is back. Pure.
 */
import { missingCase } from '../../../shared/assert.ts';
import { judge } from './connection-health.ts';
import type { Health } from './connection-health.ts';
import { PROBE } from './deadlines.ts';
import { slowStepMs } from './opening.ts';

export interface ProbePlan {
  /** Plans of one key are the same: whoever runs one goes on with it. */
  readonly key: string;
  /** A connection taken is not enough: the server has to answer. */
  readonly isAnswerWanted: boolean;
  /** ms until the first probe; as between others when undefined. */
  readonly firstAfterMs: number | undefined;
  readonly intervalMs: number;
  readonly deadlineMs: number;
}

const reach: ProbePlan = {
  key: 'reach',
  isAnswerWanted: false,
  firstAfterMs: undefined,
  intervalMs: PROBE.intervalMs,
  deadlineMs: PROBE.deadlineMs,
};

const doubt = {
  isAnswerWanted: true,
  intervalMs: PROBE.doubtIntervalMs,
  deadlineMs: PROBE.doubtDeadlineMs,
} as const;

/** Undefined while there is no reason to probe. The plan for an opening waits until its step is slow. */
export function probePlan(health: Health, nowMs: number): ProbePlan | undefined {
  const { connection, server } = health;
  switch (connection.phase) {
    case 'none':
      return undefined;
    case 'waiting':
      return connection.isAway ? reach : undefined;
    case 'opening': {
      if (!connection.isRetry) return undefined;
      if (connection.awaits === 'network') return reach;
      const patienceMs = slowStepMs(connection, server);
      if (patienceMs === undefined) return undefined;
      const firstAfterMs = Math.max(0, connection.stepSinceMs + patienceMs - nowMs);
      return { ...doubt, key: `step:${connection.step}`, firstAfterMs };
    }
    case 'live':
      return judge(health, nowMs).status === 'suspect'
        ? { ...doubt, key: 'live', firstAfterMs: 0 }
        : undefined;
    default:
      return missingCase(connection);
  }
}
