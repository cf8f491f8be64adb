/** What is told after a stream: when a report is due, its verdict, and its rows of name and value. Pure. */
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { REHEARSAL_ID } from '../../../shared/destinations/destination.ts';
import { describeError } from '../../errors/error-text.ts';
import { formatBytes, formatClock, formatCount, formatElapsed } from '../../ui/format.ts';

export interface StreamReportGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

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
  if (reconnects === 0 && dropped === 0) return 'Everything was sent, without a break.';
  const parts = [
    ...(reconnects === 0 ? [] : [formatCount(reconnects, 'reconnect')]),
    ...(dropped === 0 ? [] : [`${formatCount(dropped, 'frame')} dropped`]),
  ];
  return `It was sent, with ${parts.join(' and ')}.`;
}

/** The stream as a whole, then every destination. */
export function streamReportGroups(summary: StatsSummary): StreamReportGroup[] {
  const lengthMs = summary.endedMs - summary.startedMs;
  const frames: (readonly [string, string])[] = [['Encoded', formatCount(summary.encodedFrames, 'frame')]];
  if (summary.skippedFrames > 0) frames.push(['Skipped', formatCount(summary.skippedFrames, 'frame')]);
  return [
    {
      id: 'stream',
      title: 'Stream',
      rows: [['Began at', formatClock(summary.startedMs)], ['Length', formatElapsed(lengthMs)], ...frames],
    },
    ...summary.destinations.map((destination) => {
      const rows: (readonly [string, string])[] = [
        ['On air', describeUptime(destination.liveMs, lengthMs)],
        ['Sent', `${formatBytes(destination.sentBytes)}, ${formatCount(destination.sentFrames, 'frame')}`],
        ['Dropped', formatCount(destination.droppedFrames, 'frame')],
        ['Reconnects', String(destination.reconnects)],
      ];
      const losses = describeLosses(destination.lossesByCause);
      if (losses !== '') rows.push(['Lost', losses]);
      if (destination.lastError !== undefined) {
        rows.push(['Last error', describeError(destination.lastError).title]);
      }
      return { id: destination.id, title: destination.name, rows };
    }),
  ];
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
  const elapsed = formatElapsed(liveMs);
  return lengthMs - liveMs < UNWORTHY_MS ? elapsed : `${elapsed} (${percent} %)`;
}

const UNWORTHY_MS = 5000;
