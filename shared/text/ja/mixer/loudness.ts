/** Loudness of the program against its target, and what is wrong with the audio of a channel. */
import type { ChannelFault } from '../../../sound/channel-fault.ts';
import type { LoudnessAdvice, LoudnessTarget } from '../../../sound/targets.ts';
import { format } from '../format.ts';

const signed = (value: number, digits: number): string =>
  `${value < 0 ? '−' : ''}${format.number(Math.abs(value), digits)}`;

/** @param unit after a figure; an unknown figure is a dash. */
const figure = (value: number, unit: string): string =>
  value === -Infinity ? '–' : `${signed(Math.round(value * 10) / 10, 1)} ${unit}`;

const targetNames: Readonly<Record<LoudnessTarget['id'], string>> = {
  youtube: 'YouTube',
  twitch: 'Twitch',
  facebook: 'FacebookとInstagram',
  streaming: 'ストリーミング',
  podcast: 'ポッドキャスト',
  'ebu-r128': '欧州のテレビとラジオ (EBU R 128)',
  'atsc-a85': '米国のテレビ (ATSC A/85)',
  own: 'カスタム',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'ラウドネス',
  target: 'ラウドネスの目標',
  /** The target follows the destinations. */
  automatic: '配信先に合わせる',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}、${signed(lufs, 0)} LUFS`,

  momentary: { name: 'モーメンタリー', about: '直近400 ms' },
  shortTerm: { name: 'ショートターム', about: '直近3秒' },
  integrated: { name: 'インテグレーテッド', about: '配信開始またはリセットから現在まで' },
  range: { name: 'レンジ', about: '小さい部分と大きい部分の差' },
  truePeak: { name: 'トゥルーピーク', about: '配信開始またはリセットからの最大値' },
  reset: 'リセット',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `目標どおりです: ${signed(target.lufs, 0)} LUFS。`;
      case 'tooQuiet':
        return `${format.number(advice.byLu)} LU小さすぎます。各チャンネルを約${decibels(advice.byLu)}上げてください。`;
      case 'tooLoud':
        return `${format.number(advice.byLu)} LU大きすぎます。各チャンネルを約${decibels(advice.byLu)}下げてください。`;
      case 'peaksTooHigh':
        return `ピークが${figure(advice.truePeakDb, 'dBTP')}に達しています。リミッターをオンにし、シーリングを${signed(advice.ceilingDb, 0)} dBTPにしてください。`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return '音声の到着が遅すぎて再生できません。デバイスを接続し直すか、別のデバイスを使ってください。';
      case 'noSignal':
        return 'まだ音声がありません。デバイスが接続され、ミュートされていないことを確認してください。';
      case 'wentSilent':
        return '10秒間無音です。デバイス、ケーブル、ミュートスイッチを確認してください。';
      case 'clips':
        return '音割れしています。デバイス側で音量を下げてください。';
      case 'outOfPhase':
        return 'モノラルでは左右の音が打ち消し合います。片側を両側に使うか、ケーブルを確認してください。';
    }
  },
};
