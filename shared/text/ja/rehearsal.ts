/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return '映像が届きませんでした。';
      case 'noAudio':
        return '音声が届きませんでした。音声のない配信を表示しないサービスもあります。';
      case 'codecsEverywhere':
        return 'H.264とAACの組み合わせは、すべてのサービスで使えます。';
      case 'codecsRare':
        return `${finding.details.video}と${finding.details.audio}の組み合わせに対応しているのは、一部のサービスだけです。`;
      case 'keyframesTooFar':
        return `キーフレームの間隔が最大${seconds(finding.details.seconds)}ありました。${format.number(finding.details.limitSeconds)}秒を超える間隔を拒否するサービスもあります。設定でキーフレーム間隔を変更してください。`;
      case 'keyframesFar':
        return `キーフレームの間隔が最大${seconds(finding.details.seconds)}ありました。多くのサービスの推奨は${format.number(finding.details.wantedSeconds)}秒です。設定でキーフレーム間隔を変更してください。`;
      case 'keyframesUneven':
        return `キーフレームの間隔が${seconds(finding.details.minimumSeconds)}から${seconds(finding.details.maximumSeconds)}の間で変動しました。一定の間隔を求めるサービスもあります。`;
      case 'keyframesEven':
        return `キーフレームの間隔は${seconds(finding.details.seconds)}でした。`;
      case 'videoRate':
        return rate('映像', finding.details);
      case 'audioRate':
        return rate('音声', finding.details);
      case 'ratePeak':
        return `ビットレートの最大値が${format.number(finding.details.peakKbps)} kbpsに達し、平均の${format.number(finding.details.averageKbps)} kbpsの2倍を超えました。アップロードがピークに耐えられるか確認してください。`;
      case 'timestampsBack':
        return `タイムスタンプが${times(finding.details.times)}逆行しました。視聴者側で映像が飛んだり止まったりする可能性があります。`;
      case 'gaps':
        return `映像に${times(finding.details.video)}、音声に${times(finding.details.audio)}の途切れがありました。視聴者が短い中断に気付く可能性があります。`;
      case 'noGaps':
        return 'エンコードしたフレームはすべて届きました。';
      case 'startsApart':
        return `映像と音声の開始に${format.number(finding.details.ms)} msのずれがありました。サービスによっては、ずれたまま再生されます。`;
      case 'lengthsDiffer':
        return `映像と音声の長さに${format.number(finding.details.ms)} msの差があります。長時間の配信では、ずれが広がる可能性があります。`;
      case 'inSync':
        return '映像と音声は同期していました。';
      case 'framesSkipped':
        return `エンコードが過負荷です: ${format.number(finding.details.frames)}フレームをスキップしました。解像度またはフレームレートを下げてください。`;
      default:
        return missingCase(finding);
    }
  },
};

function seconds(value: number): string {
  return `${format.number(value, 2)}秒`;
}

interface Rate {
  readonly kbps: number;
  readonly limitKbps: number;
  readonly service: string;
}

function rate(what: string, { kbps, limitKbps, service }: Rate): string {
  return `${what}の平均は${format.number(kbps)} kbpsでした。${service}の上限は${format.number(limitKbps)} kbpsです。${kbps > limitKbps ? '設定でビットレートを下げてください。' : ''}`;
}
