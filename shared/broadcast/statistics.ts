/** One sample a second, and the events between. The NDJSON of `--stats` is these objects; an event has its sentence as `text` there. */
import type { ErrorRecord } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { EventKind } from './event-kind.ts';
import type { EventFact, SavedSentence } from './events.ts';
import type { OutputKind } from './state.ts';
import type { RehearsalReport } from './rehearsal-report.ts';

export interface DestinationSample {
  readonly id: string;
  /** kbit/s handed to the socket and taken by it, over the last second. */
  readonly sentKbps: number;
  /** kbit/s the server acknowledged; absent when it sends no acknowledgements. */
  readonly acknowledgedKbps?: number;
  /** Milliseconds of media waiting in the queue. */
  readonly queueMs: number;
  /** Frames dropped by the queue since the start. */
  readonly droppedFrames: number;
  /** Video frames sent since the start. */
  readonly sentFrames: number;
}

export interface StatsSample {
  readonly type: 'sample';
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  readonly encodedKbps: number;
  readonly targetKbps: number;
  /** Frames the encoder gave out over the last second. */
  readonly fps: number;
  /** Frames captured, and skipped because the pipe was full, since the start. */
  readonly capturedFrames: number;
  readonly skippedFrames: number;
  readonly encodedFrames: number;
  /** Percent of one core, all processes of Upcast and ffmpeg. */
  readonly cpuPercent: number;
  /** MB of all these processes, without program files, which they share, where the system tells them apart. */
  readonly memoryMb: number;
  readonly destinations: readonly DestinationSample[];
}

/** `kind` follows from `code`: it is for scripts and for colours. */
export type BroadcastEvent = (EventFact | SavedSentence) & {
  readonly type: 'event';
  readonly timeMs: number;
  readonly kind: EventKind;
  readonly destinationId?: string;
  readonly destinationName?: string;
  /** Of the embedded receiver, which nobody watches. A saved destination may have any id and name. */
  readonly isRehearsal?: boolean;
  readonly error?: ErrorRecord;
};

export interface StatsSummary {
  readonly type: 'summary';
  readonly startedMs: number;
  readonly endedMs: number;
  readonly outcome: 'ended' | 'neverLive' | 'lost';
  readonly capturedFrames: number;
  readonly skippedFrames: number;
  readonly encodedFrames: number;
  readonly destinations: readonly {
    readonly kind: OutputKind;
    readonly id: string;
    readonly name: string;
    readonly liveMs: number;
    readonly sentBytes: number;
    readonly sentFrames: number;
    readonly droppedFrames: number;
    readonly reconnects: number;
    /** How often a live connection was lost, by the code of its cause; absent when it never was. */
    readonly lossesByCause?: Readonly<Partial<Record<ErrorCode, number>>>;
    readonly lastError?: ErrorRecord;
  }[];
}

/** Whether a stream is worth a report: someone else than the rehearsal received it. */
export function isWorthReporting({ outcome, destinations }: StatsSummary): boolean {
  return outcome !== 'neverLive' && destinations.some(({ kind }) => kind !== 'rehearsal');
}

export type StatsLine = StatsSample | BroadcastEvent | StatsSummary | RehearsalReport;
