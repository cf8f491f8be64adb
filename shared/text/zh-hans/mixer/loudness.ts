/** Loudness of the program against its target, and what is wrong with the audio of a channel. */
import type { ChannelFault } from '../../../sound/channel-fault.ts';
import type { LoudnessAdvice, LoudnessTarget } from '../../../sound/targets.ts';
import { format, zh } from '../format.ts';

const signed = (value: number, digits: number): string =>
  `${value < 0 ? '−' : ''}${format.number(Math.abs(value), digits)}`;

/** @param unit after a figure; an unknown figure is a dash. */
const figure = (value: number, unit: string): string =>
  value === -Infinity ? '–' : `${signed(Math.round(value * 10) / 10, 1)} ${unit}`;

const targetNames: Readonly<Record<LoudnessTarget['id'], string>> = {
  youtube: 'YouTube',
  twitch: 'Twitch',
  facebook: 'Facebook 和 Instagram',
  streaming: '流媒体',
  podcast: '播客',
  'ebu-r128': '欧洲广播电视 (EBU R 128)',
  'atsc-a85': '美国电视 (ATSC A/85)',
  own: '自定义',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: '响度',
  target: '响度目标',
  /** The target follows the destinations. */
  automatic: '匹配推流目标',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}，${signed(lufs, 0)} LUFS`,

  momentary: { name: '瞬时', about: '最近 400 ms' },
  shortTerm: { name: '短期', about: '最近 3 秒' },
  integrated: { name: '综合', about: '从开始直播或按下“重置”起' },
  range: { name: '范围', about: '安静部分与响亮部分之间的差' },
  truePeak: { name: '真峰值', about: '从开始直播或按下“重置”起的最高值' },
  reset: '重置',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `符合目标：${signed(target.lufs, 0)} LUFS。`;
      case 'tooQuiet':
        return zh`偏低 ${format.number(advice.byLu)} LU。请将各通道调高约 ${decibels(advice.byLu)}。`;
      case 'tooLoud':
        return zh`偏高 ${format.number(advice.byLu)} LU。请将各通道调低约 ${decibels(advice.byLu)}。`;
      case 'peaksTooHigh':
        return zh`峰值达到 ${figure(advice.truePeakDb, 'dBTP')}。请打开限幅器，并将上限设为 ${signed(advice.ceilingDb, 0)} dBTP。`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return '音频到达太晚，无法播放。请重新连接设备，或使用其他设备。';
      case 'noSignal':
        return '尚无音频。请检查设备是否已连接且未静音。';
      case 'wentSilent':
        return '已静音 10 秒。请检查设备、线缆和静音开关。';
      case 'clips':
        return '音频削波。请在设备上调低音量。';
      case 'outOfPhase':
        return '左右声道在单声道下相互抵消。请两侧使用同一声道，或检查线缆。';
    }
  },
};
