/** What `live` prints: one line an event, and the rehearsal's report for people to read. Pure. */
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { texts } from '../../../shared/text/text.ts';

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
  const frames = `${summary.encodedFrames} frames encoded, ${summary.skippedFrames} skipped`;
  const each = summary.destinations.map(
    (destination) =>
      `${destination.name}: ${seconds(destination.liveMs)} s on air, ${destination.sentFrames} frames sent, ` +
      `${destination.droppedFrames} dropped, ${destination.reconnects} reconnects`,
  );
  return [`Ended after ${seconds(summary.endedMs - summary.startedMs)} s: ${frames}`, ...each].join('\n');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

const marks = { good: 'ok', warning: '!!', problem: 'XX' } as const;

/** Several lines, the findings last. */
export function reportText(report: RehearsalReport): string {
  const protocol =
    report.protocol.toUpperCase() + (report.tlsProtocol === undefined ? '' : ` (${report.tlsProtocol})`);
  const lines = ['Rehearsal report', `  Received   ${seconds(report.durationMs)} s over ${protocol}`];
  const { video, audio } = report;
  if (video !== undefined) {
    const { minimum, median, maximum } = video.keyframeSeconds;
    lines.push(
      `  Video      ${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${video.fps.toFixed(2)} fps, ` +
        `${video.frames} frames, ${video.gaps} gaps${video.hasBFrames ? ', B-frames' : ''}`,
      `             ${video.averageKbps.toFixed(0)} kbit/s on average, ${video.peakKbps.toFixed(0)} at most`,
      `  Keyframes  every ${median.toFixed(3)} s (${minimum.toFixed(3)} to ${maximum.toFixed(3)})`,
    );
  }
  if (audio !== undefined) {
    lines.push(
      `  Audio      ${audio.codec} ${audio.sampleRate} Hz, ${audio.channels} channels, ${audio.averageKbps.toFixed(0)} kbit/s, ${audio.gaps} gaps`,
    );
  }
  if (report.startOffsetMs !== undefined && report.lengthDifferenceMs !== undefined) {
    lines.push(
      `  Sync       audio starts ${report.startOffsetMs.toFixed(0)} ms after video, lengths differ by ${report.lengthDifferenceMs.toFixed(0)} ms`,
    );
  }
  if (report.latencyMs !== undefined) {
    const { median, p95 } = report.latencyMs;
    lines.push(`  Delay      ${median} ms from capture to receiver (95 % within ${p95} ms)`);
  }
  for (const finding of report.findings)
    lines.push(`  ${marks[finding.level]}  ${texts.rehearsal.finding(finding)}`);
  if (report.takePath !== undefined) lines.push(`  Take       ${report.takePath}`);
  return lines.join('\n');
}
