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
  facebook: 'Facebook e Instagram',
  streaming: 'Streaming',
  podcast: 'Pódcast',
  'ebu-r128': 'TV y radio en Europa (EBU R 128)',
  'atsc-a85': 'TV en Estados Unidos (ATSC A/85)',
  own: 'Personalizado',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'Sonoridad',
  target: 'Objetivo de sonoridad',
  /** The target follows the destinations. */
  automatic: 'Según los destinos',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}, ${signed(lufs, 0)} LUFS`,

  momentary: { name: 'Momentánea', about: 'Los últimos 400 ms' },
  shortTerm: { name: 'Corto plazo', about: 'Los últimos 3 s' },
  integrated: { name: 'Integrada', about: 'Desde el inicio del directo o desde que pulsaste Restablecer' },
  range: { name: 'Rango', about: 'La diferencia entre las partes suaves y las fuertes' },
  truePeak: {
    name: 'Pico real',
    about: 'El más alto desde el inicio del directo o desde que pulsaste Restablecer',
  },
  reset: 'Restablecer',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `En el objetivo: ${signed(target.lufs, 0)} LUFS.`;
      case 'tooQuiet':
        return `Demasiado bajo, por ${format.number(advice.byLu)} LU. Sube los canales unos ${decibels(advice.byLu)}.`;
      case 'tooLoud':
        return `Demasiado alto, por ${format.number(advice.byLu)} LU. Baja los canales unos ${decibels(advice.byLu)}.`;
      case 'peaksTooHigh':
        return `Los picos llegan a ${figure(advice.truePeakDb, 'dBTP')}. Activa el limitador con un techo de ${signed(advice.ceilingDb, 0)} dBTP.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'El audio llega demasiado tarde para oírse. Vuelve a conectar el dispositivo o usa otro.';
      case 'noSignal':
        return 'Aún no hay audio. Comprueba que el dispositivo esté conectado y no esté silenciado.';
      case 'wentSilent':
        return 'En silencio desde hace 10 s. Revisa el dispositivo, su cable y su botón de silencio.';
      case 'clips':
        return 'Saturación. Baja el nivel en el dispositivo.';
      case 'outOfPhase':
        return 'En mono, izquierda y derecha se anulan. Usa un solo lado para ambos o revisa los cables.';
    }
  },
};
