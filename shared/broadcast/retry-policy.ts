/**
 * Whether and when a destination is tried again. The only place that says which cause is fatal.
 * Pure: time and randomness are arguments.
 */
import type { ErrorCode } from '../errors/error-codes.ts';

/** Longest wait before the first retry, ms. */
const RETRY_BASE_MS = 1000;
const RETRY_FACTOR = 1.6;
/** Longest wait before any retry, ms. */
export const RETRY_CAP_MS = 30_000;
/**
 * The same for causes that cost no server anything: the name is not found, the network is down, the port is closed.
 * Whoever comes back is on air again within two seconds.
 */
const RETRY_LOCAL_CAP_MS = 2000;
/** Links lost together come back at least this far apart, ms: eight are back within two seconds. */
export const STAGGER_MS = 200;
/** A connection that lasts this long was truly accepted: some servers say yes and then close at once. */
export const PROVEN_AFTER_MS = 3000;
/**
 * After a loss the server may hold the old connection for a while and refuse the same key, some without saying why.
 * For so long after having been live, such a refusal is tried again.
 */
export const STALE_SESSION_GRACE_MS = 120_000;

/** So many connections in a row that one server cut right after publish are no accident. */
const MAX_CUTS_AFTER_PUBLISH = 3;

type Verdict = 'retry' | 'fatal' | 'retryIfRecentlyLive' | 'retryUnlessRepeated';

/** The causes that a connection can have. */
type ConnectionCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

const verdicts: Readonly<Record<ConnectionCode | 'internal/aborted' | 'internal/bug', Verdict>> = {
  'transport/host-not-found': 'retry',
  'transport/refused': 'retry',
  'transport/unreachable': 'retry',
  'transport/timeout': 'retry',
  'transport/reset': 'retry',
  'transport/closed': 'retry',
  'transport/stalled': 'retry',
  'transport/proxy-refused': 'retry',
  'transport/proxy-login': 'fatal',
  'transport/proxy-unreachable': 'retry',
  'transport/tunnel-refused': 'retry',
  'transport/tls-failed': 'retry',
  'transport/certificate-expired': 'fatal',
  'transport/certificate-not-yet-valid': 'fatal',
  'transport/certificate-wrong-host': 'fatal',
  'transport/certificate-unknown-authority': 'fatal',
  'transport/certificate-pin-mismatch': 'fatal',
  'rtmp/not-rtmp': 'fatal',
  'rtmp/wants-encryption': 'fatal',
  'rtmp/handshake-failed': 'retry',
  'rtmp/protocol': 'retry',
  'rtmp/limit': 'retry',
  'rtmp/bad-amf': 'retry',
  'rtmp/connect-rejected': 'retryIfRecentlyLive',
  // Trying again changes nothing until the owner allows the host.
  'rtmp/moved-elsewhere': 'retryIfRecentlyLive',
  'rtmp/unknown-application': 'retryIfRecentlyLive',
  'rtmp/key-refused': 'retryIfRecentlyLive',
  // Some servers refuse a key so; a network that failed at this moment looks the same.
  'rtmp/cut-after-publish': 'retryUnlessRepeated',
  'rtmp/name-in-use': 'retryIfRecentlyLive',
  'rtmp/authentication-required': 'fatal',
  'rtmp/authentication-failed': 'fatal',
  'rtmp/codec-refused': 'fatal',
  'rtmp/server-error': 'retry',
  'rtmp/server-ended': 'retry',
  'internal/aborted': 'fatal',
  'internal/bug': 'retry',
};

/** Every other cause lies in the destination's own settings, which a retry doesn't change. */
function verdictOf(code: ErrorCode): Verdict {
  const known: Partial<Record<ErrorCode, Verdict>> = verdicts;
  return known[code] ?? 'fatal';
}

/**
 * True when trying again by itself makes no sense.
 * @param msSinceLive how long ago the destination was last live; absent when it never was.
 * @param cuts how often this server cut the connection right after publish, this time included, since a connection lasted.
 */
export function isFatal(code: ErrorCode, msSinceLive?: number, cuts = 1): boolean {
  const verdict = verdictOf(code);
  if (verdict === 'retry' || verdict === 'fatal') return verdict === 'fatal';
  if (verdict === 'retryUnlessRepeated' && cuts < MAX_CUTS_AFTER_PUBLISH) return false;
  return msSinceLive === undefined || msSinceLive > STALE_SESSION_GRACE_MS;
}

const localCauses: ReadonlySet<ErrorCode> = new Set([
  'transport/host-not-found',
  'transport/unreachable',
  'transport/refused',
  // An attempt that hung took its ten seconds already.
  'transport/timeout',
  'transport/proxy-unreachable',
]);

/** Causes that a server out of reach has: whether it is back can be seen from outside, without an attempt. */
const awayCauses: ReadonlySet<ErrorCode> = new Set([...localCauses, 'transport/stalled']);

/** True when `cause` ends as soon as the server can be reached. */
export function isAway(cause: ErrorCode): boolean {
  return awayCauses.has(cause);
}

/** Max retry delay while the server may still hold our previous session, ms. */
const STALE_SESSION_CAP_MS = 2000;

/** Upper edge of the wait before retry number `retry` (from 1) after `cause`, ms. */
export function retryCeilingMs(retry: number, cause: ErrorCode): number {
  const isStaleSession = ['retryIfRecentlyLive', 'retryUnlessRepeated'].includes(verdictOf(cause));
  const capMs = localCauses.has(cause)
    ? RETRY_LOCAL_CAP_MS
    : isStaleSession
      ? STALE_SESSION_CAP_MS
      : RETRY_CAP_MS;
  return Math.min(capMs, RETRY_BASE_MS * RETRY_FACTOR ** Math.max(0, retry - 1));
}

/** Wait before retry number `retry` (from 1) after `cause`, ms, with full jitter. `random` is in [0, 1). */
export function retryDelayMs(retry: number, cause: ErrorCode, random: number): number {
  return Math.round(retryCeilingMs(retry, cause) * random);
}

/** The first moment from `earliestMs` on that keeps `STAGGER_MS` from every moment already taken. */
export function staggeredMs(earliestMs: number, takenMs: readonly number[]): number {
  let atMs = earliestMs;
  for (const taken of [...takenMs].sort((a, b) => a - b)) {
    if (Math.abs(atMs - taken) < STAGGER_MS) atMs = taken + STAGGER_MS;
  }
  return atMs;
}
