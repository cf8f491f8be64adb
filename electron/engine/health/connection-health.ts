/**
 * The health of one connection, from its first step to its end, as a pure reducer: facts and the time go in, a verdict comes out.
 * `healthy`: go on. `suspect`: probe the server beside the connection (`probe-plan.ts` says how). `stalled`: replace the connection.
 * The deadlines are in `deadlines.ts`. What the server taught earlier connections of its destination travels in `server`.
 */
import { missingCase } from '../../../shared/assert.ts';
import { LIVE } from './deadlines.ts';
import { acknowledge, handOver, isFrequent, newDelivery, overdueMs } from './delivery.ts';
import type { Delivery } from './delivery.ts';
import { answered, newLiveness, seen, takeRequest, unansweredMs } from './liveness.ts';
import type { Keepalive, Liveness } from './liveness.ts';
import { slowStepMs } from './opening.ts';
import type { Opening } from './opening.ts';
import type { ServerHabits } from './server-habits.ts';

export interface LiveConnection {
  readonly phase: 'live';
  readonly sinceMs: number;
  readonly delivery: Delivery;
  readonly liveness: Liveness;
  /** Bytes taken by the operating system at the last progress, and when that was. */
  readonly takenBytes: number;
  readonly progressMs: number;
  readonly hadBytesInSocket: boolean;
}

export type Connection =
  /** There is none, and nobody waits for one. */
  | { readonly phase: 'none' }
  /** The next attempt waits; `isAway`: for a server out of reach. */
  | { readonly phase: 'waiting'; readonly isAway: boolean }
  | Opening
  | LiveConnection;

export interface Health {
  readonly connection: Connection;
  readonly server: ServerHabits;
}

export type HealthFact =
  /** The attempt reached a step; `isFirst`: it begins with this one; `isRetry`: it follows a loss or a failure. */
  | {
      readonly type: 'stepReached';
      readonly step: string;
      readonly awaits: Opening['awaits'];
      readonly isFirst: boolean;
      readonly isRetry: boolean;
    }
  | { readonly type: 'published' }
  | { readonly type: 'waitBegan'; readonly isAway: boolean }
  | { readonly type: 'ended' }
  /** Bytes handed to the connection, in all. */
  | { readonly type: 'handedOver'; readonly totalBytes: number }
  | { readonly type: 'acknowledged'; readonly totalBytes: number }
  | { readonly type: 'answered'; readonly request: Keepalive }
  /** The regular look at the socket; `isQueueEmpty`: nothing waits to be handed over. */
  | {
      readonly type: 'checked';
      readonly takenBytes: number;
      readonly bytesInSocket: number;
      readonly isQueueEmpty: boolean;
    }
  /** A probe beside the connection was answered. */
  | { readonly type: 'serverAnswered' }
  | { readonly type: 'slept'; readonly forMs: number }
  /** The computer has these addresses now; `own` is the one that the connection goes out from. */
  | {
      readonly type: 'addressesChanged';
      readonly own: string | undefined;
      readonly addresses: readonly string[];
    }
  /** Not even the audio fits through the connection. */
  | { readonly type: 'queueOverflowed' };

export type SuspectReason =
  /** The server is out of reach. */
  | 'unreachable'
  /** A step takes longer than the server ever took. */
  | 'slowStep'
  /** Acknowledgements that came often don't come any more. */
  | 'acknowledgementsLate';

export type StallReason =
  | 'notAcknowledged'
  | 'notAnswered'
  | 'nothingTaken'
  | 'serverAnswersOthers'
  | 'computerSlept'
  | 'addressLost'
  | 'tooSlowForAudio';

export type Verdict =
  | { readonly status: 'healthy' }
  | { readonly status: 'suspect'; readonly reason: SuspectReason }
  | { readonly status: 'stalled'; readonly reason: StallReason; readonly forMs: number };

export interface HealthStep {
  readonly health: Health;
  readonly verdict: Verdict;
  /** The keepalive request to send now. */
  readonly request: Keepalive | undefined;
}

export const healthy: Verdict = { status: 'healthy' };

/** The next state, the verdict on it, and a keepalive request where one is due. */
export function reduceHealth(health: Health, fact: HealthFact, nowMs: number): HealthStep {
  switch (fact.type) {
    case 'stepReached':
      return judged({ ...health, connection: reachStep(health.connection, fact, nowMs) }, nowMs);
    case 'published':
      return judged(becomeLive(health, nowMs), nowMs);
    case 'waitBegan':
      return judged({ ...health, connection: { phase: 'waiting', isAway: fact.isAway } }, nowMs);
    case 'ended':
      return judged({ ...health, connection: { phase: 'none' } }, nowMs);
    case 'serverAnswered':
      return serverAnswered(health, nowMs);
    case 'handedOver':
    case 'acknowledged':
    case 'answered':
    case 'checked':
    case 'slept':
    case 'addressesChanged':
    case 'queueOverflowed': {
      const { connection, server } = health;
      if (connection.phase !== 'live') return judged(health, nowMs);
      return liveStep({ connection, server }, fact, nowMs);
    }
    default:
      return missingCase(fact);
  }
}

/** Whether the connection is well at this moment; only facts find it stalled. */
export function judge({ connection, server }: Health, nowMs: number): Verdict {
  switch (connection.phase) {
    case 'none':
      return healthy;
    case 'waiting':
      return connection.isAway ? suspect('unreachable') : healthy;
    case 'opening': {
      if (!connection.isRetry) return healthy;
      if (connection.awaits === 'network') return suspect('unreachable');
      const patienceMs = slowStepMs(connection, server);
      const isSlow = patienceMs !== undefined && nowMs - connection.stepSinceMs >= patienceMs;
      return isSlow ? suspect('slowStep') : healthy;
    }
    case 'live': {
      const { delivery } = connection;
      if (!requiresSigns(server) || server.earlyLosses >= LIVE.maxEarlyLosses) return healthy;
      const isLate = overdueMs(delivery, nowMs) >= LIVE.suspectMs && isFrequent(delivery);
      return isLate ? suspect('acknowledgementsLate') : healthy;
    }
    default:
      return missingCase(connection);
  }
}

/** False for a server that was lost over and over for nothing but its silence: its acknowledgements and answers prove nothing. */
export function requiresSigns({ silentLosses }: ServerHabits): boolean {
  return silentLosses < LIVE.maxSilentLosses;
}

export function newLive(server: ServerHabits, nowMs: number): LiveConnection {
  return {
    phase: 'live',
    sinceMs: nowMs,
    delivery: newDelivery,
    liveness: newLiveness(server.keepalive, nowMs),
    takenBytes: 0,
    progressMs: nowMs,
    hadBytesInSocket: false,
  };
}

function suspect(reason: SuspectReason): Verdict {
  return { status: 'suspect', reason };
}

function judged(health: Health, nowMs: number): HealthStep {
  return { health, verdict: judge(health, nowMs), request: undefined };
}

function stalled(health: Health, reason: StallReason, forMs = 0): HealthStep {
  return { health, verdict: { status: 'stalled', reason, forMs }, request: undefined };
}

function reachStep(
  before: Connection,
  { step, awaits, isFirst, isRetry }: Extract<HealthFact, { type: 'stepReached' }>,
  nowMs: number,
): Opening {
  const sinceMs = before.phase === 'opening' && !isFirst ? before.sinceMs : nowMs;
  return { phase: 'opening', step, awaits, isRetry, sinceMs, stepSinceMs: nowMs };
}

function becomeLive({ connection, server }: Health, nowMs: number): Health {
  const tookMs = connection.phase === 'opening' ? nowMs - connection.sinceMs : undefined;
  const habits: ServerHabits =
    tookMs === undefined
      ? server
      : {
          ...server,
          quickestOpeningMs: Math.min(server.quickestOpeningMs ?? Infinity, tookMs),
          shortenedOpenings: 0,
        };
  return { connection: newLive(habits, nowMs), server: habits };
}

function serverAnswered(health: Health, nowMs: number): HealthStep {
  const { connection, server } = health;
  if (judge(health, nowMs).status !== 'suspect') return judged(health, nowMs);
  if (connection.phase === 'live') {
    const habits = { ...server, earlyLosses: server.earlyLosses + 1 };
    return stalled(
      { connection, server: habits },
      'serverAnswersOthers',
      overdueMs(connection.delivery, nowMs),
    );
  }
  if (connection.phase === 'opening') {
    const isAtWork = connection.awaits === 'server';
    const habits = isAtWork ? { ...server, shortenedOpenings: server.shortenedOpenings + 1 } : server;
    return stalled({ connection, server: habits }, 'serverAnswersOthers', nowMs - connection.stepSinceMs);
  }
  return judged(health, nowMs);
}

type LiveHealth = Health & { readonly connection: LiveConnection };

type LiveFact = Exclude<
  HealthFact,
  { type: 'stepReached' | 'published' | 'waitBegan' | 'ended' | 'serverAnswered' }
>;

function liveStep(health: LiveHealth, fact: LiveFact, nowMs: number): HealthStep {
  const { connection } = health;
  switch (fact.type) {
    case 'handedOver': {
      const delivery = handOver(connection.delivery, fact.totalBytes, nowMs);
      return judged({ server: health.server, connection: withDelivery(connection, delivery) }, nowMs);
    }
    case 'acknowledged': {
      const delivery = acknowledge(connection.delivery, fact.totalBytes, nowMs);
      const isNew = fact.totalBytes > (connection.delivery.acknowledgedBytes ?? 0);
      const liveness = isNew ? seen(connection.liveness, nowMs) : connection.liveness;
      return judged(prove({ ...health, connection: { ...connection, delivery, liveness } }, nowMs), nowMs);
    }
    case 'answered': {
      const liveness = answered(connection.liveness, fact.request, nowMs);
      const server = { ...health.server, keepalive: liveness.request };
      return judged(prove({ server, connection: { ...connection, liveness } }, nowMs), nowMs);
    }
    case 'checked':
      return check(health, fact, nowMs);
    case 'slept':
      return stalled(health, 'computerSlept', fact.forMs);
    case 'addressesChanged':
      return isAddressLost(fact.own, fact.addresses) ? stalled(health, 'addressLost') : judged(health, nowMs);
    case 'queueOverflowed':
      return stalled(health, 'tooSlowForAudio');
    default:
      return missingCase(fact);
  }
}

/** Spelt out, since it runs for each packet. */
function withDelivery(connection: LiveConnection, delivery: Delivery): LiveConnection {
  const { phase, sinceMs, liveness, takenBytes, progressMs, hadBytesInSocket } = connection;
  return { phase, sinceMs, delivery, liveness, takenBytes, progressMs, hadBytesInSocket };
}

/** A connection that lasts shows that the server goes on acknowledging or answering. */
function prove(health: LiveHealth, nowMs: number): Health {
  if (nowMs - health.connection.sinceMs <= LIVE.provenMs) return health;
  return { ...health, server: { ...health.server, silentLosses: 0, earlyLosses: 0 } };
}

function check(health: LiveHealth, fact: Extract<LiveFact, { type: 'checked' }>, nowMs: number): HealthStep {
  const { server } = health;
  const isRequired = requiresSigns(server);
  const unacknowledgedMs = overdueMs(health.connection.delivery, nowMs);
  const silentMs = unansweredMs(health.connection.liveness, nowMs);
  const isUnacknowledged = unacknowledgedMs >= LIVE.acknowledgementMs;
  if (isRequired && (isUnacknowledged || silentMs >= LIVE.answerMs)) {
    const lost = { ...health, server: { ...server, silentLosses: server.silentLosses + 1 } };
    const reason = isUnacknowledged ? 'notAcknowledged' : 'notAnswered';
    return stalled(lost, reason, Math.max(unacknowledgedMs, silentMs));
  }
  const watched = watchSocket(health.connection, fact, nowMs);
  const { liveness, request } = isRequired
    ? takeRequest(watched.liveness, sentBytes(watched, fact), nowMs)
    : { liveness: watched.liveness, request: undefined };
  const next = { ...health, connection: { ...watched, liveness } };
  const stuckMs = nowMs - watched.progressMs;
  if (stuckMs >= LIVE.nothingTakenMs) return { ...stalled(next, 'nothingTaken', stuckMs), request };
  return { ...judged(next, nowMs), request };
}

function watchSocket(
  connection: LiveConnection,
  { takenBytes, bytesInSocket, isQueueEmpty }: Extract<LiveFact, { type: 'checked' }>,
  nowMs: number,
): LiveConnection {
  const hasBytesInSocket = bytesInSocket > 0;
  const hasProgress = takenBytes !== connection.takenBytes;
  // A system that was full takes more only when some of what it held has arrived.
  const isArriving = connection.hadBytesInSocket && hasBytesInSocket && takenBytes > connection.takenBytes;
  const isIdle = !hasBytesInSocket && isQueueEmpty;
  return {
    ...connection,
    liveness: isArriving ? seen(connection.liveness, nowMs) : connection.liveness,
    hadBytesInSocket: hasBytesInSocket,
    ...(hasProgress || isIdle ? { takenBytes, progressMs: nowMs } : {}),
  };
}

function sentBytes({ delivery }: LiveConnection, fact: Extract<LiveFact, { type: 'checked' }>) {
  return {
    handedBytes: fact.takenBytes + fact.bytesInSocket,
    acknowledgedBytes: delivery.acknowledgedBytes,
  };
}

/** Loopback is always there; an address that isn't known can't be missed. */
function isAddressLost(own: string | undefined, addresses: readonly string[]): boolean {
  const address = own?.replace(/^::ffff:/, '');
  if (address === undefined || /^(127\.|::1$)/.test(address)) return false;
  return !addresses.includes(address);
}
