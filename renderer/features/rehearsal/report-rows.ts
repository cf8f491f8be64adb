/** A rehearsal report as rows of name and value, in the words of the settings. Pure. */
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { ReportGroup } from '../../ui/layout/ReportGroups.tsx';
import { format } from '../../../shared/text/text.ts';

export function reportGroups(report: RehearsalReport): ReportGroup[] {
  const { video, audio } = report;
  const groups: ReportGroup[] = [
    {
      id: 'take',
      title: 'Take',
      rows: [
        ['Began at', format.clock(report.startedMs)],
        ['Length', format.elapsed(report.durationMs)],
        [
          'Way',
          report.protocol === 'rtmps'
            ? `RTMPS, ${report.tlsProtocol?.replace('TLSv', 'TLS ') ?? 'TLS'}`
            : 'RTMP',
        ],
      ],
    },
  ];
  if (audio !== undefined) {
    groups.push({
      id: 'sound',
      title: 'Sound',
      rows: [
        ['Codec', audio.codec],
        ['Sampling', `${audio.sampleRate / 1000} kHz, ${audio.channels === 1 ? 'mono' : 'stereo'}`],
        ['Bitrate', format.bitrate(audio.averageKbps)],
        ['Gaps', String(audio.gaps)],
      ],
    });
  }
  if (video !== undefined) {
    groups.push({
      id: 'picture',
      title: 'Picture',
      rows: [
        ['Codec', `${video.codec} ${video.profile} ${video.level}`],
        ['Size', `${video.width} × ${video.height}`],
        ['Frames', `${video.frames.toLocaleString('en')}, ${video.fps.toFixed(2)} a second`],
        ['Bitrate', `${format.bitrate(video.averageKbps)}, peak ${format.bitrate(video.peakKbps)}`],
        ['Keyframe every', describeInterval(video.keyframeSeconds)],
        ['B-frames', video.hasBFrames ? 'yes' : 'no'],
        ['Gaps', String(video.gaps)],
      ],
    });
  }
  if (report.startOffsetMs !== undefined || report.lengthDifferenceMs !== undefined) {
    const rows: (readonly [string, string])[] = [];
    if (report.startOffsetMs !== undefined) rows.push(['Sound starts', describeOffset(report.startOffsetMs)]);
    if (report.lengthDifferenceMs !== undefined) {
      rows.push(['Lengths differ by', `${Math.round(Math.abs(report.lengthDifferenceMs))} ms`]);
    }
    groups.push({ id: 'together', title: 'Together', rows });
  }
  return groups;
}

function describeInterval(seconds: NonNullable<RehearsalReport['video']>['keyframeSeconds']): string {
  const [median, least, most] = [seconds.median, seconds.minimum, seconds.maximum].map((each) =>
    each.toFixed(2),
  );
  return least === most ? `${median} s` : `${median} s (${least} to ${most})`;
}

function describeOffset(offsetMs: number): string {
  const rounded = Math.round(offsetMs);
  if (rounded === 0) return 'with the picture';
  return rounded > 0 ? `${rounded} ms after the picture` : `${-rounded} ms before the picture`;
}
