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
  facebook: 'Facebook and Instagram',
  streaming: 'Streaming',
  podcast: 'Podcast',
  'ebu-r128': 'TV and radio in Europe (EBU R 128)',
  'atsc-a85': 'TV in the United States (ATSC A/85)',
  own: 'Custom',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'Loudness',
  target: 'Loudness target',
  /** The target follows the destinations. */
  automatic: 'Match destinations',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}, ${signed(lufs, 0)} LUFS`,

  momentary: { name: 'Momentary', about: 'The last 400 ms' },
  shortTerm: { name: 'Short-term', about: 'The last 3 s' },
  integrated: { name: 'Integrated', about: 'Since you went live or pressed Reset' },
  range: { name: 'Range', about: 'The difference between quiet and loud parts' },
  truePeak: { name: 'True peak', about: 'The highest since you went live or pressed Reset' },
  reset: 'Reset',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `On target: ${signed(target.lufs, 0)} LUFS.`;
      case 'tooQuiet':
        return `${format.number(advice.byLu)} LU too quiet. Turn the channels up by about ${decibels(advice.byLu)}.`;
      case 'tooLoud':
        return `${format.number(advice.byLu)} LU too loud. Turn the channels down by about ${decibels(advice.byLu)}.`;
      case 'peaksTooHigh':
        return `Peaks reach ${figure(advice.truePeakDb, 'dBTP')}. Turn on the limiter with a ceiling of ${signed(advice.ceilingDb, 0)} dBTP.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'Audio arrives too late to be heard. Reconnect the device, or use another one.';
      case 'noSignal':
        return 'No audio so far. Check that the device is connected and not muted.';
      case 'wentSilent':
        return 'Silent for 10 s. Check the device, its cable, and its mute switch.';
      case 'clips':
        return 'Clipping. Lower the level on the device.';
      case 'outOfPhase':
        return 'Left and right cancel out in mono. Use one side for both, or check the cables.';
    }
  },
};
