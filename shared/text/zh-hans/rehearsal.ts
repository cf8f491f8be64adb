/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, times, zh } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return '没有收到视频。';
      case 'noAudio':
        return '没有收到音频。有些平台不会显示没有音频的直播。';
      case 'codecsEverywhere':
        return 'H.264 搭配 AAC 适用于所有平台。';
      case 'codecsRare':
        return zh`只有部分平台支持 ${finding.details.video} 搭配 ${finding.details.audio}。`;
      case 'keyframesTooFar':
        return zh`关键帧间隔最长为 ${seconds(finding.details.seconds)}。有些平台会拒绝超过 ${format.number(finding.details.limitSeconds)} 秒的间隔。请在“设置”中更改关键帧间隔。`;
      case 'keyframesFar':
        return zh`关键帧间隔最长为 ${seconds(finding.details.seconds)}。多数平台建议 ${format.number(finding.details.wantedSeconds)} 秒。请在“设置”中更改关键帧间隔。`;
      case 'keyframesUneven':
        return zh`关键帧间隔在 ${seconds(finding.details.minimumSeconds)}到 ${seconds(finding.details.maximumSeconds)}之间变化。有些平台要求间隔稳定。`;
      case 'keyframesEven':
        return zh`关键帧间隔为 ${seconds(finding.details.seconds)}。`;
      case 'videoRate':
        return rate('视频', finding.details);
      case 'audioRate':
        return rate('音频', finding.details);
      case 'ratePeak':
        return zh`比特率峰值为 ${format.number(finding.details.peakKbps)} kbps，超过平均值 ${format.number(finding.details.averageKbps)} kbps 的两倍。请检查上传速度能否承受峰值。`;
      case 'timestampsBack':
        return zh`时间戳倒退了 ${times(finding.details.times)}。观众可能会看到画面跳动或卡顿。`;
      case 'gaps':
        return zh`视频有 ${format.number(finding.details.video)} 处间断，音频有 ${format.number(finding.details.audio)} 处。观众可能会察觉短暂的中断。`;
      case 'noGaps':
        return '编码的每一帧都已到达。';
      case 'startsApart':
        return zh`视频和音频的开始时间相差 ${format.number(finding.details.ms)} ms。有些平台播放时音画可能不同步。`;
      case 'lengthsDiffer':
        return zh`视频和音频的长度相差 ${format.number(finding.details.ms)} ms。长时间直播时音画可能逐渐不同步。`;
      case 'inSync':
        return '视频和音频同步。';
      case 'framesSkipped':
        return zh`编码过载：跳过 ${format.number(finding.details.frames)} 帧。请选择更低的分辨率或帧率。`;
      default:
        return missingCase(finding);
    }
  },
};

function seconds(value: number): string {
  return zh`${format.number(value, 2)} 秒`;
}

interface Rate {
  readonly kbps: number;
  readonly limitKbps: number;
  readonly service: string;
}

function rate(what: string, { kbps, limitKbps, service }: Rate): string {
  return zh`${what}平均为 ${format.number(kbps)} kbps。${service} 最多允许 ${format.number(limitKbps)} kbps。${kbps > limitKbps ? '请在“设置”中降低比特率。' : ''}`;
}
