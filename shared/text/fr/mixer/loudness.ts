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
  facebook: 'Facebook et Instagram',
  streaming: 'Streaming',
  podcast: 'Podcast',
  'ebu-r128': 'TV et radio en Europe (EBU R 128)',
  'atsc-a85': 'TV aux États-Unis (ATSC A/85)',
  own: 'Personnalisée',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'Intensité sonore',
  target: 'Cible d’intensité',
  /** The target follows the destinations. */
  automatic: 'Selon les destinations',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}, ${signed(lufs, 0)} LUFS`,

  momentary: { name: 'Momentanée', about: 'Les 400 dernières ms' },
  shortTerm: { name: 'Court terme', about: 'Les 3 dernières secondes' },
  integrated: { name: 'Intégrée', about: 'Depuis le début du direct ou la réinitialisation' },
  range: { name: 'Plage', about: 'L’écart entre les passages faibles et forts' },
  truePeak: { name: 'Crête vraie', about: 'La plus haute depuis le début du direct ou la réinitialisation' },
  reset: 'Réinitialiser',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `Cible atteinte : ${signed(target.lufs, 0)} LUFS.`;
      case 'tooQuiet':
        return `${format.number(advice.byLu)} LU trop faible. Montez les canaux d’environ ${decibels(advice.byLu)}.`;
      case 'tooLoud':
        return `${format.number(advice.byLu)} LU trop fort. Baissez les canaux d’environ ${decibels(advice.byLu)}.`;
      case 'peaksTooHigh':
        return `Les crêtes atteignent ${figure(advice.truePeakDb, 'dBTP')}. Activez le limiteur avec un plafond de ${signed(advice.ceilingDb, 0)} dBTP.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'Le son arrive trop tard pour être entendu. Rebranchez le périphérique ou utilisez-en un autre.';
      case 'noSignal':
        return 'Aucun son pour l’instant. Vérifiez que le périphérique est branché et que son micro n’est pas coupé.';
      case 'wentSilent':
        return 'Aucun son depuis 10 s. Vérifiez le périphérique, son câble et son bouton de coupure.';
      case 'clips':
        return 'Saturation. Baissez le niveau sur le périphérique.';
      case 'outOfPhase':
        return 'La gauche et la droite s’annulent en mono. Utilisez un seul côté pour les deux, ou vérifiez les câbles.';
    }
  },
};
