/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'No video arrived.';
      case 'noAudio':
        return 'No audio arrived. Some services don’t show a stream without audio.';
      case 'codecsEverywhere':
        return 'H.264 with AAC works with every service.';
      case 'codecsRare':
        return `Only some services support ${finding.details.video} with ${finding.details.audio}.`;
      case 'keyframesTooFar':
        return `Keyframes were up to ${seconds(finding.details.seconds)} apart. Some services reject intervals over ${format.number(finding.details.limitSeconds)} s. Change the keyframe interval in Settings.`;
      case 'keyframesFar':
        return `Keyframes were up to ${seconds(finding.details.seconds)} apart. Most services recommend ${format.number(finding.details.wantedSeconds)} s. Change the keyframe interval in Settings.`;
      case 'keyframesUneven':
        return `Keyframe intervals varied from ${seconds(finding.details.minimumSeconds)} to ${seconds(finding.details.maximumSeconds)}. Some services expect a steady interval.`;
      case 'keyframesEven':
        return `Keyframes were ${seconds(finding.details.seconds)} apart.`;
      case 'videoRate':
        return rate('Video', finding.details);
      case 'audioRate':
        return rate('Audio', finding.details);
      case 'ratePeak':
        return `The bitrate peaked at ${format.number(finding.details.peakKbps)} kbps, more than twice the average of ${format.number(finding.details.averageKbps)} kbps. Check that your upload can handle the peaks.`;
      case 'timestampsBack':
        return `Timestamps went backward ${times(finding.details.times)}. Viewers may see jumps or freezes.`;
      case 'gaps':
        return `${format.count(finding.details.video, { one: 'gap', other: 'gaps' })} in video and ${format.number(finding.details.audio)} in audio. Viewers may notice short interruptions.`;
      case 'noGaps':
        return 'Every encoded frame arrived.';
      case 'startsApart':
        return `Video and audio started ${format.number(finding.details.ms)} ms apart. Some services may play them out of sync.`;
      case 'lengthsDiffer':
        return `Video and audio differ in length by ${format.number(finding.details.ms)} ms. They may drift out of sync in a long stream.`;
      case 'inSync':
        return 'Video and audio were in sync.';
      case 'framesSkipped':
        return `Encoding overloaded: ${format.count(finding.details.frames, { one: 'frame', other: 'frames' })} skipped. Choose a lower resolution or frame rate.`;
      default:
        return missingCase(finding);
    }
  },
};

function seconds(value: number): string {
  return format.seconds(value * 1000, 2);
}

interface Rate {
  readonly kbps: number;
  readonly limitKbps: number;
  readonly service: string;
}

function rate(what: string, { kbps, limitKbps, service }: Rate): string {
  return `${what} averaged ${format.number(kbps)} kbps. ${service} allows up to ${format.number(limitKbps)} kbps.${kbps > limitKbps ? ' Lower the bitrate in Settings.' : ''}`;
}
