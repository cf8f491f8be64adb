/** What a destination and the broadcast are doing. One type per phase; each carries only what is true in it. */
import type { EncodingProfile } from '../encoding/profile.ts';
import type { ErrorRecord } from '../errors/app-error.ts';

/** The steps of going live, in order: a user sees where it hangs. Each has its own deadline. */
export const connectSteps = ['dns', 'tcp', 'tls', 'handshake', 'connect', 'publish'] as const;
/** A step of going live; see `PublisherOptions.onStep`. */
export type ConnectStep = (typeof connectSteps)[number];

/** What the connection negotiated; shown behind the lock. */
export interface TlsSummary {
  /** e.g. `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validToMs: number;
  readonly daysLeft: number;
  readonly sha256: string;
  /** Subjects from leaf to root. */
  readonly chain: readonly string[];
  readonly isOwnAuthority: boolean;
}

interface ReconnectingState {
  readonly phase: 'reconnecting';
  readonly attempt: number;
  readonly cause: ErrorRecord;
}

/** Until the next attempt. */
export interface WaitingState extends ReconnectingState {
  /** Milliseconds since the epoch. */
  readonly retryAtMs: number;
  readonly step?: undefined;
}

/** During the attempt. */
export interface RetryingState extends ReconnectingState {
  readonly step: ConnectStep;
  readonly retryAtMs?: undefined;
}

export type DestinationState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'connecting'; readonly attempt: number; readonly step: ConnectStep }
  | { readonly phase: 'live'; readonly sinceMs: number; readonly isBackup: boolean }
  | WaitingState
  | RetryingState
  | { readonly phase: 'stopping'; readonly deadlineMs: number }
  | { readonly phase: 'failed'; readonly error: ErrorRecord };

export type BroadcastState =
  | { readonly phase: 'idle'; readonly lastError?: ErrorRecord }
  | { readonly phase: 'starting'; readonly sinceMs: number }
  | { readonly phase: 'live'; readonly sinceMs: number }
  | { readonly phase: 'stopping'; readonly deadlineMs: number };

/** The badge over all, derived and never stored. */
export type Badge = 'off' | 'starting' | 'live' | 'degraded' | 'reconnecting' | 'stopping';

/** What a stream goes to. A recording isn't one of these: it has a state of its own. */
export const outputKinds = ['destination', 'rehearsal'] as const;
/** `rehearsal`: the embedded receiver, which is saved nowhere and reaches nobody. */
export type OutputKind = (typeof outputKinds)[number];

export interface DestinationView {
  readonly kind: OutputKind;
  readonly id: string;
  /** Of a backup that is sent to at the same time: the id of its destination. */
  readonly backupOf?: string;
  readonly name: string;
  readonly state: DestinationState;
  /** Of the connection that is up; before there is one, of the address that is tried. Absent where there is neither. */
  readonly isTls?: boolean;
  readonly tls?: TlsSummary;
  /** The host in use, where the server sent the stream to another than the owner entered. */
  readonly movedHost?: string;
  /** The last words of the server worth reading, sanitised. */
  readonly serverWords?: string;
}

export type RecorderView =
  /** `path`: the recording that was finished last. */
  | { readonly phase: 'off'; readonly path?: string }
  /** For its first keyframe: there is no file yet. `path`: the one before. */
  | { readonly phase: 'waiting'; readonly path?: string }
  | {
      readonly phase: 'recording';
      readonly path: string;
      readonly sinceMs: number;
      /** Of the file that is being written. */
      readonly bytes: number;
      /** Recording time that the disk has room for; only when it is getting short. */
      readonly secondsLeft?: number;
    }
  | { readonly phase: 'finishing'; readonly path: string; readonly sinceMs: number }
  | { readonly phase: 'failed'; readonly path: string; readonly error: ErrorRecord };

/** True from the request to record until the file is whole. */
export function isRecorderBusy({ phase }: RecorderView): boolean {
  return phase === 'waiting' || phase === 'recording' || phase === 'finishing';
}

export interface EncoderLag {
  /** Since it began to lag. */
  readonly skippedFrames: number;
  /** Frames encoded per frame that came, below 1. */
  readonly capacity: number;
}

export interface EncoderInUse {
  readonly encodingId: string;
  /** e.g. `libx264`. */
  readonly name: string;
  /** What it is asked for now. */
  readonly videoKbps: number;
  readonly profile?: EncodingProfile;
  /** Present while it does not keep up. */
  readonly lag?: EncoderLag;
}

/** The whole of what the engine tells; replicated to main and the window with a growing revision. */
export interface EngineSnapshot {
  readonly revision: number;
  /** When this was told. All times of the engine's states, samples and events lie on one line that never goes back: count from here. */
  readonly nowMs: number;
  readonly broadcast: BroadcastState;
  readonly destinations: readonly DestinationView[];
  readonly recorder: RecorderView;
  /** One for each encoding that has its first frame. */
  readonly encoders: readonly EncoderInUse[];
}

/** Whether the embedded receiver, and nobody else, gets the stream. */
export function isRehearsal({ destinations }: Pick<EngineSnapshot, 'destinations'>): boolean {
  return destinations.length > 0 && destinations.every(({ kind }) => kind === 'rehearsal');
}

export function deriveBadge(snapshot: Pick<EngineSnapshot, 'broadcast' | 'destinations'>): Badge {
  if (snapshot.broadcast.phase === 'idle') return 'off';
  if (snapshot.broadcast.phase === 'starting') return 'starting';
  if (snapshot.broadcast.phase === 'stopping') return 'stopping';
  const liveCount = snapshot.destinations.filter((d) => d.state.phase === 'live').length;
  if (liveCount === 0) return 'reconnecting';
  return liveCount < snapshot.destinations.length ? 'degraded' : 'live';
}
