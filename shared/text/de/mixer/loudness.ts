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
  facebook: 'Facebook und Instagram',
  streaming: 'Streaming',
  podcast: 'Podcast',
  'ebu-r128': 'TV und Radio in Europa (EBU R 128)',
  'atsc-a85': 'TV in den USA (ATSC A/85)',
  own: 'Eigenes',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'Lautheit',
  target: 'Lautheitsziel',
  /** The target follows the destinations. */
  automatic: 'Wie die Ziele',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}, ${signed(lufs, 0)} LUFS`,

  momentary: { name: 'Momentan', about: 'Die letzten 400 ms' },
  shortTerm: { name: 'Kurzzeit', about: 'Die letzten 3 s' },
  integrated: { name: 'Integriert', about: 'Seit dem Start des Streams oder seit dem Zurücksetzen' },
  range: { name: 'Umfang', about: 'Der Unterschied zwischen leisen und lauten Stellen' },
  truePeak: {
    name: 'True Peak',
    about: 'Höchster Wert seit dem Start des Streams oder seit dem Zurücksetzen',
  },
  reset: 'Zurücksetzen',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `Passt zum Ziel: ${signed(target.lufs, 0)} LUFS.`;
      case 'tooQuiet':
        return `${format.number(advice.byLu)} LU zu leise. Stelle die Kanäle um etwa ${decibels(advice.byLu)} lauter.`;
      case 'tooLoud':
        return `${format.number(advice.byLu)} LU zu laut. Stelle die Kanäle um etwa ${decibels(advice.byLu)} leiser.`;
      case 'peaksTooHigh':
        return `Die Spitzen erreichen ${figure(advice.truePeakDb, 'dBTP')}. Schalte den Limiter mit einer Obergrenze von ${signed(advice.ceilingDb, 0)} dBTP ein.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'Der Ton kommt zu spät an und ist nicht zu hören. Schließe das Gerät neu an oder nimm ein anderes.';
      case 'noSignal':
        return 'Noch kein Ton. Prüfe, ob das Gerät angeschlossen und nicht stummgeschaltet ist.';
      case 'wentSilent':
        return 'Seit 10 s kein Ton. Prüfe das Gerät, sein Kabel und seinen Stummschalter.';
      case 'clips':
        return 'Übersteuert. Verringere den Pegel am Gerät.';
      case 'outOfPhase':
        return 'Links und rechts löschen sich in Mono aus. Nimm eine Seite für beide oder prüfe die Kabel.';
    }
  },
};
