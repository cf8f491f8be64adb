/** Events and findings as they leave Upcast, for files and other programs: with their sentences, as `text`. */
import type { RehearsalReport } from '../broadcast/rehearsal-report.ts';
import type { BroadcastEvent, StatsLine } from '../broadcast/statistics.ts';
import { texts } from './text.ts';

export type EventWithSentence = BroadcastEvent & { readonly text: string };

export function withSentence(event: BroadcastEvent): EventWithSentence {
  return { ...event, text: texts.events.sentence(event) };
}

function withFindingSentences(report: RehearsalReport) {
  const findings = report.findings.map((finding) => ({ ...finding, text: texts.rehearsal.finding(finding) }));
  return { ...report, findings };
}

/** One object of the NDJSON of `--stats`. */
export function toStatsLine(line: StatsLine): object {
  if (line.type === 'event') return withSentence(line);
  return line.type === 'rehearsalReport' ? withFindingSentences(line) : line;
}
