/** A destination's state as a sentence: what happens, why, and what can be done about it. Pure. */
import type { DestinationState, DestinationView } from '../../../../shared/broadcast/state.ts';
import type { DestinationSample } from '../../../../shared/broadcast/statistics.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import { missingCase } from '../../../../shared/assert.ts';
import { movedHostOf } from '../../../../shared/destinations/moved-host.ts';
import { isBackupWeaker, isFlowsAddress, isTlsAddress } from '../../../../shared/destinations/url.ts';
import type { ServerAddresses } from '../../../../shared/destinations/url.ts';
import { describeError, errorCause } from '../../../../shared/text/error-text.ts';
import { format, texts } from '../../../../shared/text/text.ts';

export type CardTone = 'off' | 'ready' | 'busy' | 'live' | 'warn';
export type CardAction = 'retryNow' | 'useBackup' | 'giveUp' | 'tryAgain' | 'trustHost';

export interface CardText {
  readonly tone: CardTone;
  /** What happens. */
  readonly sentence: string;
  /** Figures beside it while live. */
  readonly figures: readonly string[];
  /** Why, in the server's words where it had any. */
  readonly causes: readonly string[];
  readonly actions: readonly CardAction[];
}

export interface CardInput {
  readonly state: DestinationState | undefined;
  readonly sample: DestinationSample | undefined;
  /** The connection takes less than the stream. */
  readonly isHeldBack: boolean;
  readonly serverWords: string | undefined;
  readonly isEnabled: boolean;
  readonly isRehearsing: boolean;
  readonly isBroadcasting: boolean;
  readonly hasBackup: boolean;
  readonly isKeyMissing: boolean;
  readonly host: string;
  /** Where the server sent the stream, if not to that host. */
  readonly movedHost: string | undefined;
  readonly nowMs: number;
}

export function describeCard(input: CardInput): CardText {
  const { state, nowMs } = input;
  const none = { figures: [], causes: [], actions: [] };
  switch (state?.phase) {
    case undefined:
    case 'idle':
      return { ...none, ...describeIdle(input) };
    case 'connecting':
      return {
        ...none,
        tone: 'busy',
        sentence: texts.card.connecting(state.step, state.attempt),
        actions: ['giveUp'],
      };
    case 'live': {
      const { isHeldBack } = input;
      const elapsed = format.elapsed(nowMs - state.sinceMs);
      return {
        tone: isHeldBack ? 'warn' : 'live',
        sentence: state.isBackup ? texts.card.liveOnBackup(elapsed) : texts.card.live(elapsed),
        figures: describeFigures(input.sample, isHeldBack),
        causes: [
          ...(input.movedHost === undefined ? [] : [texts.card.movedTo(input.movedHost)]),
          ...(isHeldBack ? [texts.card.heldBack] : []),
          ...(input.serverWords === undefined ? [] : [texts.errors.serverSaid(input.serverWords)]),
        ],
        actions: [],
      };
    }
    case 'reconnecting': {
      const { retryAtMs, attempt } = state;
      const isWaiting = retryAtMs !== undefined;
      return {
        tone: 'warn',
        sentence: isWaiting
          ? texts.card.reconnectingIn(secondsUntil(retryAtMs, nowMs), attempt)
          : texts.card.reconnecting(state.step, attempt),
        figures: [],
        causes: describeCauses(state.cause),
        actions: [
          ...(isWaiting ? (['retryNow'] as const) : []),
          ...(input.hasBackup ? (['useBackup'] as const) : []),
          'giveUp',
        ],
      };
    }
    case 'stopping':
      return { ...none, tone: 'busy', sentence: texts.card.ending(secondsUntil(state.deadlineMs, nowMs)) };
    case 'failed': {
      const { title, action } = describeError(state.error);
      return {
        tone: 'warn',
        sentence: title,
        figures: [],
        causes: [...failureDetails(state.error), ...(action === undefined ? [] : [action])],
        actions: [
          ...(movedHostOf(state.error) === undefined ? [] : (['trustHost'] as const)),
          ...(input.isBroadcasting ? (['tryAgain'] as const) : []),
          ...(input.isBroadcasting && input.hasBackup ? (['useBackup'] as const) : []),
        ],
      };
    }
    default:
      return missingCase(state);
  }
}

/** What the lock of a card says. `flows`: by RTMFP, which proves no server. `weakBackup`: the primary server is encrypted, the backup isn't. */
export type LockText = 'encrypted' | 'plain' | 'flows' | 'weakBackup' | 'none';

/**
 * While there is a connection or an attempt the engine says what it is: a backup may be weaker than the primary server. Before,
 * the saved addresses do.
 */
export function describeLock(view: DestinationView | undefined, saved: ServerAddresses): LockText {
  const open = isFlowsAddress(saved.url) ? 'flows' : 'plain';
  if (view?.isTls !== undefined) return view.isTls ? 'encrypted' : open;
  if (view?.state.phase === 'stopping') return 'none';
  if (!isTlsAddress(saved.url)) return open;
  return isBackupWeaker(saved) ? 'weakBackup' : 'encrypted';
}

/** One line on the second connection of a destination that is sent to two servers at the same time. */
export function describeBackup(view: DestinationView, host: string, sentence: string): string {
  const line = texts.card.backup(view.movedHost ?? host, sentence);
  return view.isTls === false ? texts.card.unencrypted(line) : line;
}

/** Buttons for a destination that is sent to two servers: each acts on both, so none stands twice under another name. */
export function mergeActions(
  primary: readonly CardAction[],
  backup: readonly CardAction[],
): readonly CardAction[] {
  const isRetried = primary.includes('retryNow') || primary.includes('tryAgain');
  const added = backup.filter(
    (action) =>
      action !== 'trustHost' &&
      !primary.includes(action) &&
      !(isRetried && (action === 'retryNow' || action === 'tryAgain')),
  );
  return [...primary, ...added];
}

function describeIdle(input: CardInput): Pick<CardText, 'tone' | 'sentence'> {
  if (!input.isEnabled) return { tone: 'off', sentence: texts.card.off };
  if (input.isRehearsing) return { tone: 'off', sentence: texts.card.waitsForRehearsal };
  if (input.isKeyMissing) return { tone: 'off', sentence: texts.card.keyMissing };
  return { tone: 'ready', sentence: input.host === '' ? texts.card.ready : texts.card.readyAt(input.host) };
}

/** @param isHeldBack names the queue however long it is: it grows and is emptied, and a figure should not come and go. */
function describeFigures(sample: DestinationSample | undefined, isHeldBack: boolean): string[] {
  if (sample === undefined) return [];
  const figures = [format.bitrate(sample.sentKbps), texts.card.dropped(sample.droppedFrames)];
  if (isHeldBack || sample.queueMs >= 500) figures.push(texts.card.queued(sample.queueMs));
  return figures;
}

/** Whole seconds, rounded up, never below 0. */
function secondsUntil(dueMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((dueMs - nowMs) / 1000));
}

/** What the sentence does not say yet. */
function failureDetails(error: ErrorRecord): string[] {
  const cause = errorCause(error);
  return cause === undefined || describeError(error).title.includes(cause) ? [] : [cause];
}

/** The error in words first, then what the server or the system said, unless that is the same. */
export function describeCauses(error: ErrorRecord): string[] {
  const { title } = describeError(error);
  const cause = errorCause(error);
  return cause === undefined || title.includes(cause) ? [title] : [title, cause];
}
