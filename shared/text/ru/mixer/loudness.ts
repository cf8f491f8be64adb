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
  facebook: 'Facebook и Instagram',
  streaming: 'Стриминг',
  podcast: 'Подкаст',
  'ebu-r128': 'Телевидение и радио в Европе (EBU R 128)',
  'atsc-a85': 'Телевидение в США (ATSC A/85)',
  own: 'Своя',
};

const decibels = (count: number): string => `${format.number(count)} dB`;

export const loudness = {
  title: 'Громкость',
  target: 'Целевая громкость',
  automatic: 'Как у площадок',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) => `${targetNames[id]}, ${signed(lufs, 0)} LUFS`,

  momentary: { name: 'Мгновенная', about: 'За последние 400 мс' },
  shortTerm: { name: 'Кратковременная', about: 'За последние 3 с' },
  integrated: { name: 'Интегральная', about: 'С начала эфира или последнего сброса' },
  range: { name: 'Диапазон', about: 'Разница между тихими и громкими местами' },
  truePeak: { name: 'Истинный пик', about: 'Максимум с начала эфира или последнего сброса' },
  reset: 'Сбросить',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `Громкость в норме: ${signed(target.lufs, 0)} LUFS.`;
      case 'tooQuiet':
        return `Тише нормы на ${format.number(advice.byLu)} LU. Поднимите уровень каналов примерно на ${decibels(advice.byLu)}.`;
      case 'tooLoud':
        return `Громче нормы на ${format.number(advice.byLu)} LU. Опустите уровень каналов примерно на ${decibels(advice.byLu)}.`;
      case 'peaksTooHigh':
        return `Пики доходят до ${figure(advice.truePeakDb, 'dBTP')}. Включите лимитер с потолком ${signed(advice.ceilingDb, 0)} dBTP.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'Звук приходит слишком поздно, его не слышно. Переподключите устройство или выберите другое.';
      case 'noSignal':
        return 'Звука пока нет. Проверьте, что устройство подключено и не заглушено.';
      case 'wentSilent':
        return 'Тишина уже 10 с. Проверьте устройство, кабель и выключатель микрофона.';
      case 'clips':
        return 'Перегрузка. Убавьте уровень на самом устройстве.';
      case 'outOfPhase':
        return 'В моно левый и правый каналы гасят друг друга. Используйте одну сторону для обеих или проверьте кабели.';
    }
  },
};
