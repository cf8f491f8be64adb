/** What the uplink guard found, in words. Pure. */
import type { CongestionFinding, UplinkFinding } from '../../../shared/broadcast/uplink-guard.ts';
import { missingCase } from '../../../shared/assert.ts';
import { format } from '../../../shared/text/text.ts';

const DAY_MS = 86_400_000;

/** One or two sentences with the numbers. */
export function describeUplink(finding: UplinkFinding, measuredAtMs: number, nowMs: number): string {
  const { copies, neededKbps, measuredKbps, level } = finding;
  const who = copies === 1 ? 'The stream needs' : `${copies} streams need`;
  const needs = `${who} ${format.bitrate(neededKbps)}`;
  const when = describeAge(nowMs - measuredAtMs);
  switch (level) {
    case 'over':
      return `${needs}; the uplink carried ${format.bitrate(measuredKbps)}, tested ${when}.`;
    case 'tight':
      return `${needs} of the ${format.bitrate(measuredKbps)} that the uplink carried, tested ${when}: little is left for a bad moment.`;
    case 'unknown':
      return `${needs}; the uplink was tested only up to ${format.bitrate(measuredKbps)}, ${when}. It may carry more.`;
    default:
      return missingCase(level);
  }
}

/** What happens, and where no bitrate would fit, what else there is to do. */
export function describeCongestion(finding: CongestionFinding): string {
  const { copies, leavingKbps, neededKbps, videoKbps } = finding;
  const needed = format.bitrate(neededKbps);
  const leaving = format.bitrate(leavingKbps);
  if (copies === 1) {
    const rest = videoKbps === null ? ' No picture fits into that.' : '';
    return `The connection is too slow: the stream needs ${needed}, ${leaving} leave.${rest}`;
  }
  const rest = videoKbps === null ? ' Switch a destination off.' : '';
  return `The uplink is full: all destinations need ${needed} together, ${leaving} leave.${rest}`;
}

/** `just now`, `3 hours ago`, `12 days ago`. */
export function describeAge(ageMs: number): string {
  const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'} ago`;
  if (ageMs >= DAY_MS) return count(Math.floor(ageMs / DAY_MS), 'day');
  if (ageMs >= 3_600_000) return count(Math.floor(ageMs / 3_600_000), 'hour');
  if (ageMs >= 120_000) return count(Math.floor(ageMs / 60_000), 'minute');
  return 'just now';
}
