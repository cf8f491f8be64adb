/** Loudness of the program against its target, and what is wrong with the audio of a channel. */
import type { ChannelFault } from '../../../sound/channel-fault.ts';
import type { LoudnessAdvice, LoudnessTarget } from '../../../sound/targets.ts';
import { format, iso } from '../format.ts';

const signed = (value: number, digits: number): string =>
  `${value < 0 ? '−' : ''}${format.number(Math.abs(value), digits)}`;

/** @param unit after a figure; an unknown figure is a dash. */
const figure = (value: number, unit: string): string =>
  value === -Infinity ? '–' : iso(`${signed(Math.round(value * 10) / 10, 1)} ${unit}`);

const targetNames: Readonly<Record<LoudnessTarget['id'], string>> = {
  youtube: 'YouTube',
  twitch: 'Twitch',
  facebook: 'Facebook وInstagram',
  streaming: 'البث عبر الإنترنت',
  podcast: 'البودكاست',
  'ebu-r128': `التلفزيون والراديو في أوروبا (${iso('EBU R 128')})`,
  'atsc-a85': `التلفزيون في الولايات المتحدة (${iso('ATSC A/85')})`,
  own: 'مخصص',
};

const decibels = (count: number): string => iso(`${format.number(count)} dB`);
const lu = (count: number): string => iso(`${format.number(count)} LU`);

export const loudness = {
  title: 'الجهارة',
  target: 'الجهارة المستهدفة',
  /** The target follows the destinations. */
  automatic: 'حسب الوجهات',
  targetName: ({ id }: LoudnessTarget) => targetNames[id],
  targetOption: ({ id, lufs }: LoudnessTarget) =>
    `${iso(targetNames[id])}، ${iso(`${signed(lufs, 0)} LUFS`)}`,

  momentary: { name: 'لحظية', about: `آخر 400 م.ث` },
  shortTerm: { name: 'قصيرة المدى', about: 'آخر 3 ث' },
  integrated: { name: 'متكاملة', about: 'منذ بدء البث أو منذ الضغط على «تصفير»' },
  range: { name: 'المدى', about: 'الفرق بين المقاطع الهادئة والعالية' },
  truePeak: { name: 'الذروة الحقيقية', about: 'الأعلى منذ بدء البث أو منذ الضغط على «تصفير»' },
  reset: 'تصفير',

  lufs: (value: number) => figure(value, 'LUFS'),
  lu: (value: number) => figure(value, 'LU'),
  peak: (value: number) => figure(value, 'dBTP'),

  advice: (advice: LoudnessAdvice, target: LoudnessTarget): string => {
    switch (advice.code) {
      case 'onTarget':
        return `ضمن المستهدف: ${iso(`${signed(target.lufs, 0)} LUFS`)}.`;
      case 'tooQuiet':
        return `الصوت أخفض من المستهدف بمقدار ${lu(advice.byLu)}. ارفع القنوات بنحو ${decibels(advice.byLu)}.`;
      case 'tooLoud':
        return `الصوت أعلى من المستهدف بمقدار ${lu(advice.byLu)}. اخفض القنوات بنحو ${decibels(advice.byLu)}.`;
      case 'peaksTooHigh':
        return `تصل الذرى إلى ${figure(advice.truePeakDb, 'dBTP')}. شغّل المحدِّد بسقف ${iso(`${signed(advice.ceilingDb, 0)} dBTP`)}.`;
    }
  },

  channelFault: (fault: ChannelFault): string => {
    switch (fault) {
      case 'late':
        return 'يصل الصوت متأخرًا جدًا فلا يُسمع. أعد توصيل الجهاز أو استخدم جهازًا آخر.';
      case 'noSignal':
        return 'لا صوت حتى الآن. تأكد من أن الجهاز موصول وغير مكتوم.';
      case 'wentSilent':
        return 'صامت منذ 10 ث. افحص الجهاز وكابله ومفتاح الكتم فيه.';
      case 'clips':
        return 'الصوت يتشوّه لعلوّه. اخفض المستوى من الجهاز.';
      case 'outOfPhase':
        return 'يلغي الجانبان الأيسر والأيمن أحدهما الآخر في الصوت الأحادي. استخدم جانبًا واحدًا لكليهما، أو افحص الكابلات.';
    }
  },
};
