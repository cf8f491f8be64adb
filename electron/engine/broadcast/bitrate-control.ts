/**
 * Dynamic bitrate: what the encoder should be asked for, from what really leaves. Multiplicative down, slow up, never above
 * the user's own ceiling. Pure: the caller samples four times a second and has the encoder hand over.
 */
import type { LinkMeasure } from '../outputs/output.ts';

/** Queue that calls for less, media ms. */
const CONGESTED_MS = 250;
/** Queue under which the path counts as free, media ms. */
const FREE_MS = 100;
/** After a change the encoder and the queue need this long before they tell anything new. */
const SETTLE_AFTER_DECREASE_MS = 2000;
/** A longer one is too long even while it empties. */
const URGENT_QUEUE_MS = 1200;
const INCREASE_INTERVAL_MS = 5000;
/** After an increase that did not hold, its rate is not tried again for so long. */
const FAILED_INCREASE_MS = 20_000;
/** Congestion so soon after an increase is put down to it. */
const INCREASE_BLAME_MS = 8000;
const DECREASE_FACTOR = 0.7;
/** Of what leaves, so that the queue empties while the picture goes on. */
const LEAVING_FACTOR = 0.7;
const INCREASE_FACTOR_OF_CEILING = 0.15;
const STEP_KBPS = 50;

export interface BitrateLimits {
  /** The user's own bitrate. */
  readonly ceilingKbps: number;
  readonly floorKbps: number;
  readonly audioKbps: number;
}

export interface BitrateState {
  readonly targetKbps: number;
  readonly lastDecreaseMs: number;
  readonly lastIncreaseMs: number;
  /** Since when every queue was free; absent while one is not. */
  readonly freeSinceMs?: number;
  /** The reference's queue when it was last looked at, media ms. */
  readonly queueMs: number;
  readonly failedKbps: number;
  readonly failedMs: number;
}

export interface BitrateDecision {
  readonly state: BitrateState;
  readonly changeToKbps?: number;
}

export function initialBitrate(limits: BitrateLimits): BitrateState {
  return {
    targetKbps: limits.ceilingKbps,
    lastDecreaseMs: -Infinity,
    lastIncreaseMs: -Infinity,
    queueMs: 0,
    failedKbps: Infinity,
    failedMs: -Infinity,
  };
}

/**
 * The link that speaks for all: the middle one by its queue, the better one of two. One bad destination among good ones
 * must not cost the others their picture; its own queue drops frames instead.
 */
export function pickReferenceLink(links: readonly LinkMeasure[]): LinkMeasure | undefined {
  const sorted = [...links].sort((a, b) => a.queueMs - b.queueMs);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

export function decideBitrate(
  state: BitrateState,
  links: readonly LinkMeasure[],
  limits: BitrateLimits,
  nowMs: number,
): BitrateDecision {
  if (state.targetKbps > limits.ceilingKbps) return change(state, limits.ceilingKbps);
  const reference = pickReferenceLink(links);
  if (!reference) return { state: withoutFree(state) };
  const { queueMs } = reference;
  if (queueMs <= FREE_MS)
    return decideUp({ ...state, queueMs, freeSinceMs: state.freeSinceMs ?? nowMs }, limits, nowMs);
  const next = { ...withoutFree(state), queueMs };
  // A queue that is emptying already needs time, not less picture.
  const isEmptying = queueMs < state.queueMs && queueMs < URGENT_QUEUE_MS;
  return queueMs < CONGESTED_MS || isEmptying ? { state: next } : decideDown(next, reference, limits, nowMs);
}

function decideDown(
  state: BitrateState,
  reference: LinkMeasure,
  limits: BitrateLimits,
  nowMs: number,
): BitrateDecision {
  if (nowMs - state.lastDecreaseMs < SETTLE_AFTER_DECREASE_MS || state.targetKbps <= limits.floorKbps)
    return { state };
  const leavingKbps = (reference.sentKbps - limits.audioKbps) * LEAVING_FACTOR;
  const wantedKbps = Math.min(
    state.targetKbps * DECREASE_FACTOR,
    Math.max(leavingKbps, state.targetKbps / 4),
  );
  const isBlamed = nowMs - state.lastIncreaseMs < INCREASE_BLAME_MS;
  return change(
    {
      ...state,
      lastDecreaseMs: nowMs,
      ...(isBlamed ? { failedKbps: state.targetKbps, failedMs: nowMs } : {}),
    },
    Math.max(limits.floorKbps, roundDown(wantedKbps)),
  );
}

function decideUp(state: BitrateState, limits: BitrateLimits, nowMs: number): BitrateDecision {
  if (state.targetKbps >= limits.ceilingKbps) return { state };
  const quietMs = nowMs - Math.max(state.freeSinceMs ?? nowMs, state.lastIncreaseMs, state.lastDecreaseMs);
  if (quietMs < INCREASE_INTERVAL_MS) return { state };
  const raisedKbps = state.targetKbps + Math.max(STEP_KBPS, limits.ceilingKbps * INCREASE_FACTOR_OF_CEILING);
  const nextKbps = raisedKbps >= limits.ceilingKbps ? limits.ceilingKbps : roundDown(raisedKbps);
  if (nextKbps >= state.failedKbps && nowMs - state.failedMs < FAILED_INCREASE_MS) return { state };
  return change({ ...state, lastIncreaseMs: nowMs }, nextKbps);
}

function change(state: BitrateState, toKbps: number): BitrateDecision {
  if (toKbps === state.targetKbps) return { state };
  return { state: { ...state, targetKbps: toKbps }, changeToKbps: toKbps };
}

function withoutFree(state: BitrateState): BitrateState {
  const { freeSinceMs: _gone, ...rest } = state;
  return rest;
}

function roundDown(kbps: number): number {
  return Math.floor(kbps / STEP_KBPS) * STEP_KBPS;
}
