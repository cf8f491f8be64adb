/** What is told after a stream: when a report is due, its verdict, and its rows of name and value. Pure. */
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { REHEARSAL_ID } from '../../../shared/destinations/destination.ts';
import { describeError } from '../../errors/error-text.ts';
import type { ReportGroup } from '../../ui/layout/ReportGroups.tsx';
import { format } from '../../../shared/text/text.ts';

/** A rehearsal has a report of its own, and a stream that never began was told where it failed. */
export function isReportDue(summary: StatsSummary | null): summary is StatsSummary {
  if (summary === null || summary.outcome === 'neverLive') return false;
  return summary.destinations.some(({ id }) => id !== REHEARSAL_ID);
}

/** One sentence on how it went. */
export function describeStream({ outcome, destinations }: StatsSummary): string {
  if (outcome === 'lost') return 'The stream was lost before you ended it.';
  const missed = destinations.filter(({ liveMs }) => liveMs === 0);
  if (missed.length > 0) return `It never reached ${missed.map(({ name }) => name).join(', ')}.`;
  const reconnects = destinations.reduce((sum, destination) => sum + destination.reconnects, 0);
  const dropped = destinations.reduce((sum, destination) => sum + destination.droppedFrames, 0);
  const gone = destinations.filter(
    ({ lossesByCause, reconnects: returns }) => countLosses(lossesByCause) > returns,
  );
  if (gone.length > 0) {
    return `When it ended, the connection to ${gone.map(({ name }) => name).join(' and to ')} was lost.`;
  }
  if (reconnects === 0 && dropped === 0) return 'Everything was sent, without a break.';
  const parts = [
    ...(reconnects === 0 ? [] : [format.count(reconnects, { one: 'reconnect', other: 'reconnects' })]),
    ...(dropped === 0 ? [] : [`${format.count(dropped, { one: 'frame', other: 'frames' })} dropped`]),
  ];
  return `It was sent, with ${parts.join(' and ')}.`;
}

/** The stream as a whole, then every destination. */
export function streamReportGroups(
  summary: StatsSummary,
  events: readonly BroadcastEvent[] = [],
): ReportGroup[] {
  const lengthMs = summary.endedMs - summary.startedMs;
  const frames: (readonly [string, string])[] = [
    ['Encoded', format.count(summary.encodedFrames, { one: 'frame', other: 'frames' })],
  ];
  if (summary.skippedFrames > 0)
    frames.push(['Skipped', format.count(summary.skippedFrames, { one: 'frame', other: 'frames' })]);
  return [
    {
      id: 'stream',
      title: 'Stream',
      rows: [['Began at', format.clock(summary.startedMs)], ['Length', format.elapsed(lengthMs)], ...frames],
    },
    ...summary.destinations.map((destination) => {
      const rows: (readonly [string, string])[] = [
        ['On air', describeUptime(destination.liveMs, lengthMs)],
        [
          'Sent',
          `${format.bytes(destination.sentBytes)}, ${format.count(destination.sentFrames, { one: 'frame', other: 'frames' })}`,
        ],
        ['Dropped', format.count(destination.droppedFrames, { one: 'frame', other: 'frames' })],
        ['Reconnects', String(destination.reconnects)],
      ];
      const losses = describeLosses(destination.lossesByCause);
      // With the events at hand they are told with the time they took.
      if (losses !== '' && events.length === 0) rows.push(['Lost', losses]);
      if (destination.lastError !== undefined) {
        rows.push(['Last error', describeError(destination.lastError).title]);
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
      cause: 'Computer too slow',
      value: format.count(summary.skippedFrames, { one: 'frame', other: 'frames' }),
    });
  }
  const dropped = summary.destinations.reduce((sum, { droppedFrames }) => sum + droppedFrames, 0);
  if (dropped > 0)
    losses.push({
      cause: 'Connection too slow',
      value: format.count(dropped, { one: 'frame', other: 'frames' }),
    });
  for (const [cause, { times, offAirMs }] of offAirByCause(summary, events)) {
    losses.push({
      cause,
      value: `${format.elapsed(offAirMs)} off air, ${format.count(times, { one: 'break', other: 'breaks' })}`,
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
  for (const { kind, destinationId: id, timeMs, error, text } of events) {
    if (id === undefined) continue;
    if (kind === 'destinationLost') {
      const cause = error === undefined ? text : describeError(error).title;
      open.set(id, { cause: cause.replace(/\.$/, ''), sinceMs: timeMs });
    } else if (kind === 'destinationLive' || kind === 'destinationEnded') close(id, timeMs);
  }
  for (const id of [...open.keys()]) close(id, endedMs);
  return causes;
}

function lossGroup(summary: StatsSummary, events: readonly BroadcastEvent[]): ReportGroup[] {
  const rows = listLosses(summary, events).map(({ cause, value }) => [cause, value] as const);
  return rows.length === 0 ? [] : [{ id: 'losses', title: 'What was lost, and why', rows }];
}

function countLosses(losses: StatsSummary['destinations'][number]['lossesByCause']): number {
  return Object.values(losses ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Every cause in words, with how often where it was more than once. */
function describeLosses(losses: StatsSummary['destinations'][number]['lossesByCause']): string {
  return Object.entries(losses ?? {})
    .map(([code, count]) => {
      const { title } = describeError({ code: code as ErrorCode, details: {} });
      return count > 1 ? `${title} (${count} times)` : title;
    })
    .join(' ');
}

/** Going live takes a moment that is no loss; only more than that is worth a percentage. */
function describeUptime(liveMs: number, lengthMs: number): string {
  const percent = lengthMs <= 0 ? 100 : Math.min(100, Math.floor((liveMs / lengthMs) * 100));
  const elapsed = format.elapsed(liveMs);
  return lengthMs - liveMs < UNWORTHY_MS ? elapsed : `${elapsed} (${percent} %)`;
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
  const frames =
    dropped + skippedFrames === 0 ? '' : share < 0.001 ? 'under 0.1 %' : `${(share * 100).toFixed(1)} %`;
  const losses = destinations.reduce((sum, { lossesByCause }) => sum + countLosses(lossesByCause), 0);
  const returns = reconnects === 0 ? '' : format.count(reconnects, { one: 'reconnect', other: 'reconnects' });
  const breaks = losses > reconnects ? format.count(losses, { one: 'break', other: 'breaks' }) : returns;
  return [frames, breaks].filter((part) => part !== '').join(', ') || 'nothing';
}
