/** The words of a destination's machine: phases, facts, events, effects. */
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { ConnectStep, DestinationState } from '../../../../shared/broadcast/state.ts';
import type { MachineContext } from './table.ts';

export type Ingest = 'primary' | 'backup';

export type DestinationPhase =
  'idle' | 'connecting' | 'live' | 'waiting' | 'retrying' | 'stopping' | 'failed';

/** What holds whatever the phase. */
export interface DestinationFacts {
  /** The server of the newest connection. */
  readonly ingest: Ingest;
  /** The first step of an attempt, as the driver names it. */
  readonly firstStep: ConnectStep;
  readonly hasBackup: boolean;
  /** Servers whose answer no retry can change; a destination fails only when none is left. */
  readonly refused: readonly Ingest[];
  /** How often each server cut the connection right after publish, since a connection last proved to be accepted. */
  readonly cuts: Readonly<Record<Ingest, number>>;
  /** Keep trying when the first attempt fails. */
  readonly shouldRetryFirst: boolean;
  /** Last moment of a connection that proved to be accepted; absent when there was none. */
  readonly lastLiveMs?: number;
  /** Attempts spent since a connection last proved to be accepted. */
  readonly attempt: number;
  /** Where a second connection is under way to, while the first is still live. */
  readonly successor: Ingest | 'none';
}

export interface DestinationModel {
  readonly state: DestinationState;
  readonly facts: DestinationFacts;
}

export type DestinationEvent =
  | { readonly type: 'startRequested' }
  | { readonly type: 'stepReached'; readonly step: ConnectStep }
  | { readonly type: 'published' }
  | { readonly type: 'attemptFailed'; readonly error: ErrorRecord }
  | { readonly type: 'lost'; readonly error: ErrorRecord }
  | { readonly type: 'retryDue' }
  | { readonly type: 'retryRequested' }
  | { readonly type: 'networkChanged' }
  /** The server, out of reach until now, takes connections again. */
  | { readonly type: 'serverReachable' }
  | { readonly type: 'giveUpRequested' }
  | { readonly type: 'backupRequested' }
  | { readonly type: 'moveRequested'; readonly url?: string }
  | { readonly type: 'successorTookOver' }
  | { readonly type: 'successorFailed'; readonly error: ErrorRecord }
  | { readonly type: 'stopRequested'; readonly drainMs: number }
  | { readonly type: 'ended' }
  | { readonly type: 'endNowRequested' };

export type DestinationEventType = DestinationEvent['type'];

export type DestinationEffect =
  | { readonly type: 'openConnection'; readonly ingest: Ingest }
  /** Beside the live one, which ends when the new one has taken over at a keyframe. */
  | { readonly type: 'openSuccessor'; readonly ingest: Ingest; readonly url?: string }
  | { readonly type: 'scheduleRetry'; readonly atMs: number }
  | { readonly type: 'cancelRetry' }
  /** At once, successor included. */
  | { readonly type: 'closeConnection' }
  | { readonly type: 'drainConnection'; readonly deadlineMs: number }
  | { readonly type: 'report'; readonly report: DestinationReport };

export type DestinationReport =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'live'; readonly isReturn: boolean; readonly isBackup: boolean }
  | { readonly kind: 'lost'; readonly cause: ErrorRecord }
  | {
      readonly kind: 'reconnecting';
      readonly attempt: number;
      readonly delayMs: number;
      readonly cause: ErrorRecord;
    }
  | { readonly kind: 'failed'; readonly error: ErrorRecord }
  /** This server is out of use; the stream goes on with the other. */
  | { readonly kind: 'serverRefused'; readonly isBackup: boolean; readonly error: ErrorRecord }
  | { readonly kind: 'ended' }
  | { readonly kind: 'moving'; readonly ingest: Ingest }
  | { readonly kind: 'moved'; readonly isBackup: boolean }
  | { readonly kind: 'moveFailed'; readonly error: ErrorRecord }
  /** By the link: the server asked to move, and is not followed. */
  | { readonly kind: 'moveRefused'; readonly error: ErrorRecord }
  /** By the link: the server is silent about this codec, named in words. */
  | { readonly kind: 'codecUnconfirmed'; readonly codec: string };

export interface DestinationContext extends MachineContext {
  /** When other links of the broadcast are to retry: this one keeps its distance. */
  readonly takenMs: readonly number[];
}

export interface DestinationOutcome {
  readonly model: DestinationModel;
  readonly effects: readonly DestinationEffect[];
}

export type EventOf<T extends DestinationEventType> = Extract<DestinationEvent, { type: T }>;
