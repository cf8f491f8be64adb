/**
 * The summary of a stream whose engine died: made of what main heard of it until then. Bytes are the sum of the rates that
 * were told each second; what was sent after the last sample is not in it. Pure.
 */
import type { DestinationView } from '../../../shared/broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';

/** What was heard of a stream. */
export interface ReportedStream {
  readonly destinations: readonly DestinationView[];
  /** Oldest first. */
  readonly events: readonly BroadcastEvent[];
  readonly lastSample: StatsSample | undefined;
  /** By the destination's id. */
  readonly sentBytes: ReadonlyMap<string, number>;
}

/** @returns undefined when nothing was ever live. */
export function lostSummary(
  { destinations, events, lastSample, sentBytes }: ReportedStream,
  endedMs: number,
  error: ErrorRecord,
): StatsSummary | undefined {
  const startedMs = events.find(({ kind }) => kind === 'broadcastStarted')?.timeMs;
  if (startedMs === undefined || !events.some(({ kind }) => kind === 'destinationLive')) return undefined;
  return {
    type: 'summary',
    startedMs,
    endedMs,
    outcome: 'lost',
    capturedFrames: lastSample?.capturedFrames ?? 0,
    skippedFrames: lastSample?.skippedFrames ?? 0,
    encodedFrames: lastSample?.encodedFrames ?? 0,
    destinations: destinations.map(({ kind, id, name }) => {
      const last = lastSample?.destinations.find((each) => each.id === id);
      const own = events.filter(({ destinationId }) => destinationId === id);
      return {
        kind,
        id,
        name,
        liveMs: timeLive(own, endedMs),
        sentBytes: Math.round(sentBytes.get(id) ?? 0),
        sentFrames: last?.sentFrames ?? 0,
        droppedFrames: last?.droppedFrames ?? 0,
        reconnects: Math.max(0, own.filter(({ kind }) => kind === 'destinationLive').length - 1),
        lastError: error,
      };
    }),
  };
}

function timeLive(events: readonly BroadcastEvent[], endedMs: number): number {
  let liveMs = 0;
  let sinceMs: number | undefined;
  for (const { kind, timeMs } of events) {
    if (kind === 'destinationLive') sinceMs ??= timeMs;
    else if (kind === 'destinationLost' || kind === 'destinationEnded' || kind === 'destinationFailed') {
      liveMs += sinceMs === undefined ? 0 : timeMs - sinceMs;
      sinceMs = undefined;
    }
  }
  return liveMs + (sinceMs === undefined ? 0 : endedMs - sinceMs);
}
