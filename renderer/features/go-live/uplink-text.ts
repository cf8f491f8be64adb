/** What the uplink guard found, in words. Pure. */
import type { CongestionFinding, UplinkFinding } from '../../../shared/broadcast/uplink-guard.ts';
import { missingCase } from '../../../shared/assert.ts';
import { format, texts } from '../../../shared/text/text.ts';

/** One or two sentences with the numbers. */
export function describeUplink(finding: UplinkFinding, measuredAtMs: number, nowMs: number): string {
  const { copies, neededKbps, measuredKbps, level } = finding;
  const needs = texts.uplink.needs(copies, format.bitrate(neededKbps));
  const measured = format.bitrate(measuredKbps);
  const age = describeAge(nowMs - measuredAtMs);
  switch (level) {
    case 'over':
      return texts.uplink.over(needs, measured, age);
    case 'tight':
      return texts.uplink.tight(needs, measured, age);
    case 'unknown':
      return texts.uplink.unknown(needs, measured, age);
    default:
      return missingCase(level);
  }
}

/** What happens, and where no bitrate would fit, what else there is to do. */
export function describeCongestion(finding: CongestionFinding): string {
  const { copies, leavingKbps, neededKbps, videoKbps } = finding;
  const needed = format.bitrate(neededKbps);
  const leaving = format.bitrate(leavingKbps);
  const describe = copies === 1 ? texts.uplink.slow : texts.uplink.slowForAll;
  return describe(needed, leaving, videoKbps !== undefined);
}

/** `just now`, `3 hours ago`, `12 days ago`. */
export function describeAge(ageMs: number): string {
  return ageMs < 120_000 ? texts.uplink.justNow : format.age(ageMs);
}
