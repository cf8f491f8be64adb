/**
 * Whether a server still answers. Acknowledgements are the usual sign; a server that sends few or none gets keepalive requests: pings,
 * which most answer, then, where pings are ignored and nothing was ever acknowledged, a call that every server must answer
 * (RTMP 1.0 §7.2.1.3). A server that answers neither gets no more requests. A request waits behind the media that was sent before it,
 * so a late answer measures how much of that media is held up. Pure.
 */
import { KEEPALIVE } from './deadlines.ts';

export type Keepalive = 'ping' | 'call';

export interface Liveness {
  /** The request to use; undefined when the server answers none. */
  readonly request: Keepalive | undefined;
  readonly isAnswering: boolean;
  /** The last sign of life. */
  readonly seenMs: number;
  readonly requestedMs: number;
  /** When the oldest request was made that no answer and no other sign followed. */
  readonly dueSinceMs: number | undefined;
  /** Requests of this kind so far. */
  readonly requests: number;
  /** When the oldest and the newest open request were made; one entry where they are the same. */
  readonly openMs: readonly number[];
  readonly answers: number;
  readonly bestAnswerMs: number;
  readonly lastAnswerMs: number;
}

/** What the connection handed over, and what the server acknowledged of it; undefined when it never acknowledged. */
export interface SentBytes {
  readonly handedBytes: number;
  readonly acknowledgedBytes: number | undefined;
}

/** `remembered` is what the server answered on an earlier connection. */
export function newLiveness(remembered: Keepalive | undefined, nowMs: number): Liveness {
  return {
    request: remembered ?? 'ping',
    isAnswering: false,
    seenMs: nowMs - KEEPALIVE.idleMs + KEEPALIVE.firstIdleMs,
    requestedMs: 0,
    dueSinceMs: undefined,
    requests: 0,
    openMs: [],
    answers: 0,
    bestAnswerMs: Infinity,
    lastAnswerMs: 0,
  };
}

/** Something shows that the server gets what is sent. */
export function seen(liveness: Liveness, nowMs: number): Liveness {
  return { ...liveness, seenMs: nowMs, dueSinceMs: undefined };
}

export function answered(liveness: Liveness, request: Keepalive, nowMs: number): Liveness {
  // A late answer to a ping counts more than one to a call.
  const isBetter = !liveness.isAnswering || request === 'ping';
  const kept = isBetter ? request : liveness.request;
  return seen({ ...measureAnswer(liveness, nowMs), request: kept, isAnswering: true }, nowMs);
}

/** The request to send now, if one is due; `liveness` counts it as sent. */
export function takeRequest(
  liveness: Liveness,
  sent: SentBytes,
  nowMs: number,
): { readonly liveness: Liveness; readonly request: Keepalive | undefined } {
  // A late server gets the next request at once: it may have caught up.
  const isLate = liveness.openMs.length === 0 && lateMs(liveness, nowMs) > 0;
  const isIdle = nowMs - Math.max(liveness.seenMs, liveness.requestedMs) >= KEEPALIVE.idleMs;
  if (!isLate && !isIdle) return { liveness, request: undefined };
  const chosen = liveness.isAnswering ? liveness : chooseRequest(liveness, sent);
  if (chosen === undefined) return { liveness, request: undefined };
  if (chosen.request === undefined) return { liveness: chosen, request: undefined };
  return {
    liveness: {
      ...chosen,
      requestedMs: nowMs,
      dueSinceMs: chosen.dueSinceMs ?? nowMs,
      requests: chosen.requests + 1,
      openMs: [...chosen.openMs.slice(0, 1), nowMs],
    },
    request: chosen.request,
  };
}

/** How much later than at best answers come, ms: the media that is held up on the way. 0 while nothing is known. */
export function lateMs(liveness: Liveness, nowMs: number): number {
  if (liveness.answers < KEEPALIVE.answersToTrust) return 0;
  const [oldestMs = nowMs] = liveness.openMs;
  const excessMs = Math.max(liveness.lastAnswerMs, nowMs - oldestMs) - liveness.bestAnswerMs;
  return excessMs < KEEPALIVE.ownDelayMs ? 0 : excessMs;
}

/** How long an answer has been due from a server that answers, ms. */
export function unansweredMs({ isAnswering, dueSinceMs }: Liveness, nowMs: number): number {
  return isAnswering && dueSinceMs !== undefined ? nowMs - dueSinceMs : 0;
}

function measureAnswer(liveness: Liveness, nowMs: number): Liveness {
  const { openMs, answers, bestAnswerMs } = liveness;
  const requestedMs = openMs.at(-1);
  if (requestedMs === undefined) return liveness;
  const tookMs = nowMs - requestedMs;
  // With two open, one may have been ignored: `tookMs` is then only the least that the answer can have taken.
  const isCertain = openMs.length === 1;
  return {
    ...liveness,
    openMs: [],
    lastAnswerMs: tookMs,
    answers: isCertain ? answers + 1 : answers,
    bestAnswerMs: isCertain ? Math.min(bestAnswerMs, tookMs) : bestAnswerMs,
  };
}

/** What to try on a server that has answered nothing yet; undefined where the answer to the last request is awaited. */
function chooseRequest(liveness: Liveness, sent: SentBytes): Liveness | undefined {
  const { request, requests } = liveness;
  if (request === undefined || requests === 0) return liveness;
  if (request === 'call') {
    return requests >= KEEPALIVE.maxUnansweredCalls ? { ...liveness, request: undefined } : liveness;
  }
  const isSilent =
    sent.acknowledgedBytes === undefined && sent.handedBytes >= KEEPALIVE.neverAcknowledgesBytes;
  return isSilent ? { ...liveness, request: 'call', requests: 0, openMs: [] } : undefined;
}
