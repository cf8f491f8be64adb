/**
 * One stream, from its start to its summary: its destinations, its dynamic bitrate, and what it came to. It holds the stream keys, so
 * nothing keeps it once it is over.
 */
import type { Disposable } from '../../../shared/disposable.ts';
import type { DestinationView, OutputKind } from '../../../shared/broadcast/state.ts';
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import type { NamedDestination } from '../../../shared/ipc/engine-control.ts';
import type { LinkSet } from '../outputs/link/link-set.ts';
import { summarise } from '../statistics/statistics.ts';
import type { MachineFacts } from '../statistics/statistics.ts';
import { BitrateController } from './bitrate-controller.ts';

export interface BroadcastStart {
  readonly destinations: readonly NamedDestination[];
  /** The receiver of a rehearsal, as the driver reaches it. */
  readonly rehearsal?: NamedDestination | undefined;
  readonly shouldRetryFirst: boolean;
  /** What queued media gets to leave at the end, ms. */
  readonly drainMs: number;
  readonly isDynamicBitrate: boolean;
  /** The user's bitrates: the ceiling of the dynamic one. */
  readonly videoKbps: number;
  readonly audioKbps: number;
  readonly videoCodec: VideoCodec;
}

/** Whom the stream goes to, each with its kind. */
export function outputsOf({
  destinations,
  rehearsal,
}: BroadcastStart): readonly (readonly [NamedDestination, OutputKind])[] {
  const own = destinations.map((destination) => [destination, 'destination'] as const);
  return rehearsal === undefined ? own : [...own, [rehearsal, 'rehearsal']];
}

export interface BroadcastRunOptions {
  readonly start: BroadcastStart;
  readonly links: LinkSet;
  readonly startedMs: number;
  /** Frames of the program before the stream began. */
  readonly startFrames: number;
}

/** What is known of a stream only at its end. */
export interface BroadcastEnd {
  readonly endedMs: number;
  readonly outcome: StatsSummary['outcome'];
  /** Frames of the program by now. */
  readonly videoFrames: number;
  readonly machine: MachineFacts;
}

/** The stream that runs, or what the destinations of the newest came to. */
export type Stream =
  | { readonly phase: 'over'; readonly destinations: readonly DestinationView[] }
  | { readonly phase: 'running'; readonly run: BroadcastRun };

export class BroadcastRun implements Disposable {
  readonly links: LinkSet;
  readonly drainMs: number;
  readonly #options: BroadcastRunOptions;
  readonly #bitrate: BitrateController | undefined;
  #hasBeenLive = false;
  #deadline: Disposable | undefined;
  #endFrames: number | undefined;

  constructor(options: BroadcastRunOptions) {
    const { start, links } = options;
    this.#options = options;
    this.links = links;
    this.drainMs = start.drainMs;
    this.#bitrate = start.isDynamicBitrate ? new BitrateController(start) : undefined;
  }

  /** A destination is live. */
  noteLive(): void {
    this.#hasBeenLive = true;
  }

  /** The user changed the bitrate: the ceiling of the dynamic one moves along. */
  changeBitrates(bitrates: { readonly videoKbps: number; readonly audioKbps: number }): void {
    this.#bitrate?.changeLimits(bitrates);
  }

  /** Undefined when the bitrate is to stay as it is. */
  decideBitrate(nowMs: number): ReturnType<BitrateController['decide']> {
    return this.#bitrate?.decide(this.links.liveMeasures(), nowMs);
  }

  /** The end was asked for, after so many frames of the program. The deadline is a timer that the run owns. */
  endBy(deadline: Disposable, videoFrames: number): void {
    // A frame that is encoded while the rest of the queue leaves is no part of the stream.
    this.#endFrames ??= videoFrames;
    this.#deadline?.dispose();
    this.#deadline = deadline;
  }

  /** A stream that was never live has neither ended nor been lost. */
  outcome(outcome: StatsSummary['outcome']): StatsSummary['outcome'] {
    return this.#hasBeenLive ? outcome : 'neverLive';
  }

  summary({ endedMs, outcome, videoFrames, machine }: BroadcastEnd): StatsSummary {
    const { startedMs, startFrames } = this.#options;
    const encodedFrames = (this.#endFrames ?? videoFrames) - startFrames;
    return summarise({ startedMs, endedMs, outcome, encodedFrames, machine, links: this.links.allTotals() });
  }

  dispose(): void {
    this.#deadline?.dispose();
    this.links.dispose();
  }
}
