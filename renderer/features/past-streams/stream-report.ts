/** What is told after a stream: when a report is due, its verdict, and its rows of name and value. Pure. */
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { isWorthReporting } from '../../../shared/broadcast/statistics.ts';
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { describeError } from '../../../shared/text/error-text.ts';
import type { ReportGroup } from '../../ui/layout/ReportGroups.tsx';
import { format, texts } from '../../../shared/text/text.ts';

/** A rehearsal has a report of its own, and a stream that never began was told where it failed. */
export function isReportDue(summary: StatsSummary | undefined): summary is StatsSummary {
  return summary !== undefined && isWorthReporting(summary);
}

/** One sentence on how it went. */
export function describeStream({ outcome, destinations }: StatsSummary): string {
  if (outcome === 'lost') return texts.streamReport.lost;
  const missed = destinations.filter(({ liveMs }) => liveMs === 0);
  if (missed.length > 0) return texts.streamReport.neverReached(missed.map(({ name }) => name));
  const reconnects = destinations.reduce((sum, destination) => sum + destination.reconnects, 0);
  const dropped = destinations.reduce((sum, destination) => sum + destination.droppedFrames, 0);
  const gone = destinations.filter(
    ({ lossesByCause, reconnects: returns }) => countLosses(lossesByCause) > returns,
  );
  if (gone.length > 0) {
    return texts.streamReport.goneAtEnd(gone.map(({ name }) => name));
  }
  if (reconnects === 0 && dropped === 0) return texts.streamReport.complete;
  return texts.streamReport.sentWith(reconnects, dropped);
}

/** The stream as a whole, then every destination. */
export function streamReportGroups(
  summary: StatsSummary,
  events: readonly BroadcastEvent[] = [],
): ReportGroup[] {
  const lengthMs = summary.endedMs - summary.startedMs;
  const frames: (readonly [string, string])[] = [
    [texts.streamReport.encoded, texts.streamReport.frames(summary.encodedFrames)],
  ];
  if (summary.skippedFrames > 0)
    frames.push([texts.streamReport.skipped, texts.streamReport.frames(summary.skippedFrames)]);
  return [
    {
      id: 'stream',
      title: texts.streamReport.stream,
      rows: [
        [texts.streamReport.startedAt, format.clock(summary.startedMs)],
        [texts.streamReport.length, format.elapsed(lengthMs)],
        ...frames,
      ],
    },
    ...summary.destinations.map((destination) => {
      const rows: (readonly [string, string])[] = [
        [texts.streamReport.onAir, describeUptime(destination.liveMs, lengthMs)],
        [
          texts.streamReport.sent,
          texts.streamReport.sentBytes(destination.sentBytes, destination.sentFrames),
        ],
        [texts.streamReport.dropped, texts.streamReport.frames(destination.droppedFrames)],
        [texts.streamReport.reconnects, format.number(destination.reconnects)],
      ];
      const losses = describeLosses(destination.lossesByCause);
      // With the events at hand they are told with the time they took.
      if (losses !== '' && events.length === 0) rows.push([texts.streamReport.lostBy, losses]);
      if (destination.lastError !== undefined) {
        rows.push([texts.streamReport.lastError, describeError(destination.lastError).title]);
      }
      return { id: destination.id, title: destination.name, rows };
    }),
    ...lossGroup(summary, events),
  ];
}

export interface Loss {
  /** In words. */
  readonly cause: string;
  readonly value: string;
}

/** What was lost, and why: frames before the encoder and before the network, and the time off air by its reason. */
export function listLosses(summary: StatsSummary, events: readonly BroadcastEvent[]): Loss[] {
  const losses: Loss[] = [];
  if (summary.skippedFrames > 0) {
    losses.push({
      cause: texts.streamReport.encodingOverloaded,
      value: texts.streamReport.frames(summary.skippedFrames),
    });
  }
  const dropped = summary.destinations.reduce((sum, { droppedFrames }) => sum + droppedFrames, 0);
  if (dropped > 0)
    losses.push({
      cause: texts.streamReport.networkTooSlow,
      value: texts.streamReport.frames(dropped),
    });
  for (const [cause, { times, offAirMs }] of offAirByCause(summary, events)) {
    losses.push({
      cause,
      value: texts.streamReport.offAir(format.elapsed(offAirMs), times),
    });
  }
  return losses;
}

function offAirByCause(
  { endedMs }: StatsSummary,
  events: readonly BroadcastEvent[],
): Map<string, { times: number; offAirMs: number }> {
  const causes = new Map<string, { times: number; offAirMs: number }>();
  const open = new Map<string, { cause: string; sinceMs: number }>();
  const close = (id: string, timeMs: number): void => {
    const began = open.get(id);
    if (began === undefined) return;
    open.delete(id);
    const sofar = causes.get(began.cause) ?? { times: 0, offAirMs: 0 };
    causes.set(began.cause, {
      times: sofar.times + 1,
      offAirMs: sofar.offAirMs + Math.max(0, timeMs - began.sinceMs),
    });
  };
  for (const event of events) {
    const { kind, destinationId: id, timeMs, error } = event;
    if (id === undefined) continue;
    if (kind === 'destinationLost') {
      const cause = error === undefined ? texts.events.sentence(event) : describeError(error).title;
      open.set(id, { cause: cause.replace(/\.$/, ''), sinceMs: timeMs });
    } else if (kind === 'destinationLive' || kind === 'destinationEnded') close(id, timeMs);
  }
  for (const id of [...open.keys()]) close(id, endedMs);
  return causes;
}

function lossGroup(summary: StatsSummary, events: readonly BroadcastEvent[]): ReportGroup[] {
  const rows = listLosses(summary, events).map(({ cause, value }) => [cause, value] as const);
  return rows.length === 0 ? [] : [{ id: 'losses', title: texts.streamReport.losses, rows }];
}

function countLosses(losses: StatsSummary['destinations'][number]['lossesByCause']): number {
  return Object.values(losses ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Every cause in words, with how often where it was more than once. */
function describeLosses(losses: StatsSummary['destinations'][number]['lossesByCause']): string {
  return Object.entries(losses ?? {})
    .map(([code, count]) => {
      const { title } = describeError({ code: code as ErrorCode, details: {} });
      return count > 1 ? texts.streamReport.lossTimes(title, count) : title;
    })
    .join(' ');
}

/** Going live takes a moment that is no loss; only more than that is worth a percentage. */
function describeUptime(liveMs: number, lengthMs: number): string {
  const share = lengthMs <= 0 ? 1 : Math.min(1, Math.floor((liveMs / lengthMs) * 100) / 100);
  const elapsed = format.elapsed(liveMs);
  return lengthMs - liveMs < UNWORTHY_MS ? elapsed : texts.streamReport.uptime(elapsed, share);
}

const UNWORTHY_MS = 5000;

/** The least that tells a list of streams apart. */
export function describeLoss({ skippedFrames, encodedFrames, destinations }: StatsSummary): string {
  const reconnects = destinations.reduce((sum, destination) => sum + destination.reconnects, 0);
  const sent = destinations.reduce((sum, destination) => sum + destination.sentFrames, 0);
  const dropped = destinations.reduce((sum, destination) => sum + destination.droppedFrames, 0);
  const share = Math.max(
    dropped / Math.max(1, sent + dropped),
    skippedFrames / Math.max(1, encodedFrames + skippedFrames),
  );
  const frames = dropped + skippedFrames === 0 ? '' : texts.streamReport.lossShare(share);
  const losses = destinations.reduce((sum, { lossesByCause }) => sum + countLosses(lossesByCause), 0);
  const returns = reconnects === 0 ? '' : texts.streamReport.reconnectCount(reconnects);
  const breaks = losses > reconnects ? texts.streamReport.interruptionCount(losses) : returns;
  return [frames, breaks].filter((part) => part !== '').join(', ') || texts.streamReport.nothing;
}
