/** A rehearsal report as rows of name and value, in the words of the settings. Pure. */
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { ReportGroup } from '../../ui/layout/ReportGroups.tsx';
import { format, texts } from '../../../shared/text/text.ts';

export function reportGroups(report: RehearsalReport): ReportGroup[] {
  const { video, audio } = report;
  const groups: ReportGroup[] = [
    {
      id: 'recording',
      title: texts.rehearsalReport.rehearsal,
      rows: [
        [texts.rehearsalReport.startedAt, format.clock(report.startedMs)],
        [texts.rehearsalReport.length, format.elapsed(report.durationMs)],
        [
          texts.rehearsalReport.protocol,
          texts.rehearsalReport.protocolName(report.protocol, report.tlsProtocol),
        ],
      ],
    },
  ];
  if (audio !== undefined) {
    groups.push({
      id: 'audio',
      title: texts.rehearsalReport.audio,
      rows: [
        [texts.rehearsalReport.codec, audio.codec],
        [texts.rehearsalReport.sampleRate, texts.rehearsalReport.sampling(audio.sampleRate, audio.channels)],
        [texts.rehearsalReport.bitrate, format.bitrate(audio.averageKbps)],
        [texts.rehearsalReport.gaps, format.number(audio.gaps)],
      ],
    });
  }
  if (video !== undefined) {
    groups.push({
      id: 'video',
      title: texts.rehearsalReport.video,
      rows: [
        [texts.rehearsalReport.codec, `${video.codec} ${video.profile} ${video.level}`],
        [texts.rehearsalReport.resolution, `${video.width} × ${video.height}`],
        [texts.rehearsalReport.frames, texts.rehearsalReport.framesAtRate(video.frames, video.fps)],
        [
          texts.rehearsalReport.bitrate,
          texts.rehearsalReport.bitrateWithPeak(
            format.bitrate(video.averageKbps),
            format.bitrate(video.peakKbps),
          ),
        ],
        [texts.rehearsalReport.keyframeInterval, describeInterval(video.keyframeSeconds)],
        [
          texts.rehearsalReport.bFrames,
          video.hasBFrames ? texts.rehearsalReport.yes : texts.rehearsalReport.no,
        ],
        [texts.rehearsalReport.gaps, format.number(video.gaps)],
      ],
    });
  }
  if (report.startOffsetMs !== undefined || report.lengthDifferenceMs !== undefined) {
    const rows: (readonly [string, string])[] = [];
    if (report.startOffsetMs !== undefined)
      rows.push([texts.rehearsalReport.audioStarts, describeOffset(report.startOffsetMs)]);
    if (report.lengthDifferenceMs !== undefined) {
      rows.push([
        texts.rehearsalReport.lengthDifference,
        texts.rehearsalReport.milliseconds(Math.abs(report.lengthDifferenceMs)),
      ]);
    }
    groups.push({ id: 'sync', title: texts.rehearsalReport.sync, rows });
  }
  return groups;
}

function describeInterval(seconds: NonNullable<RehearsalReport['video']>['keyframeSeconds']): string {
  return texts.rehearsalReport.interval(seconds.median, seconds.minimum, seconds.maximum);
}

function describeOffset(offsetMs: number): string {
  const rounded = Math.round(offsetMs);
  if (rounded === 0) return texts.rehearsalReport.withVideo;
  return rounded > 0
    ? texts.rehearsalReport.afterVideo(rounded)
    : texts.rehearsalReport.beforeVideo(-rounded);
}
