/** What `live` prints: one line an event, the rehearsal's report for people to read, and what came of an import. Pure. */
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { ReportEntry } from '../../../shared/obs-collection/report.ts';
import { texts } from '../../../shared/text/text.ts';
import { printable } from './printable.ts';

/** Events that a script wants on stderr. */
const troubles: ReadonlySet<BroadcastEvent['kind']> = new Set([
  'destinationLost',
  'destinationFailed',
  'recordingFailed',
  'codecUnconfirmed',
  'recordingSpaceLow',
  'captureWarning',
]);

export function isTrouble(event: BroadcastEvent): boolean {
  return troubles.has(event.kind) || event.error !== undefined;
}

export function summaryLine(summary: StatsSummary): string {
  return [texts.live.ended(summary), ...summary.destinations.map(texts.live.destinationEnded)].join('\n');
}

const marks = { good: 'ok', warning: '!!', problem: 'XX' } as const;
const NAME_WIDTH = 11;

/** Several lines, the findings last. */
export function reportText(report: RehearsalReport): string {
  const { video, audio, startOffsetMs, lengthDifferenceMs, latencyMs, recordingPath } = report;
  const protocol =
    report.protocol.toUpperCase() + (report.tlsProtocol === undefined ? '' : ` (${report.tlsProtocol})`);
  const rows = [
    texts.live.received(report.durationMs, protocol),
    ...(video === undefined ? [] : [...texts.live.video(video), texts.live.keyframes(video.keyframeSeconds)]),
    ...(audio === undefined ? [] : [texts.live.audio(audio)]),
    ...(startOffsetMs === undefined || lengthDifferenceMs === undefined
      ? []
      : [texts.live.sync(startOffsetMs, lengthDifferenceMs)]),
    ...(latencyMs === undefined ? [] : [texts.live.latency(latencyMs)]),
    ...(recordingPath === undefined ? [] : [texts.live.recording(recordingPath)]),
  ];
  return [
    texts.live.reportTitle,
    ...rows.map(([name = '', value = '']) => `  ${name.padEnd(NAME_WIDTH)}${value}`),
    ...report.findings.map((finding) => `  ${marks[finding.level]}  ${texts.rehearsal.finding(finding)}`),
  ].join('\n');
}

/** How much of a collection came over, then each thing that came over changed or not at all. Empty where nothing was imported. */
export function importLines(report: readonly ReportEntry[]): readonly string[] {
  if (report.length === 0) return [];
  const count = (taken: ReportEntry['taken']): number =>
    report.filter((entry) => entry.taken === taken).length;
  const told = report.filter(({ taken }) => taken !== 'whole');
  return [
    texts.obsImport.summary(count('whole'), count('partly'), count('not')),
    ...told.map((entry) => printable(`  ${texts.obsImport.entry(entry)}`)),
  ];
}
