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
  podcast: 'Podcast',
  'ebu-r128': 'TV e rádio na Europa (EBU R 128)',
  'atsc-a85': 'TV nos Estados Unidos (ATSC A/85)',
  own: 'Personalizado',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'Loudness',
  target: 'Alvo de loudness',
  /** The target follows the destinations. */
  automatic: 'Conforme os destinos',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}, ${signed(lufs, 0)} LUFS`,

  momentary: { name: 'Momentâneo', about: 'Os últimos 400 ms' },
  shortTerm: { name: 'Curto prazo', about: 'Os últimos 3 s' },
  integrated: { name: 'Integrado', about: 'Desde que você entrou ao vivo ou clicou em Redefinir' },
  range: { name: 'Faixa', about: 'A diferença entre as partes baixas e as altas' },
  truePeak: { name: 'Pico real', about: 'O mais alto desde que você entrou ao vivo ou clicou em Redefinir' },
  reset: 'Redefinir',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `No alvo: ${signed(target.lufs, 0)} LUFS.`;
      case 'tooQuiet':
        return `${format.number(advice.byLu)} LU baixo demais. Aumente os canais em cerca de ${decibels(advice.byLu)}.`;
      case 'tooLoud':
        return `${format.number(advice.byLu)} LU alto demais. Abaixe os canais em cerca de ${decibels(advice.byLu)}.`;
      case 'peaksTooHigh':
        return `Os picos chegam a ${figure(advice.truePeakDb, 'dBTP')}. Ative o limitador com um teto de ${signed(advice.ceilingDb, 0)} dBTP.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'O áudio chega tarde demais para ser ouvido. Reconecte o dispositivo ou use outro.';
      case 'noSignal':
        return 'Nenhum áudio até agora. Verifique se o dispositivo está conectado e não está no mudo.';
      case 'wentSilent':
        return 'Sem som há 10 s. Verifique o dispositivo, o cabo e o botão de mudo.';
      case 'clips':
        return 'Clipando. Abaixe o nível no dispositivo.';
      case 'outOfPhase':
        return 'Em mono, esquerda e direita se anulam. Use um só lado para ambos ou verifique os cabos.';
    }
  },
};
