/** Media sources. */
import { filesOf, format, iso } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'قيد التشغيل',
  waiting: 'بانتظار العرض',
  paused: 'متوقف مؤقتًا',
  stopped: 'متوقف',
  ended: 'انتهى',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} من ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'التشغيل',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  stop: 'إيقاف',
  restart: 'إعادة التشغيل',
  next: 'الملف التالي',
  previous: 'الملف السابق',
  slider: 'الموضع',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => `قائمة تشغيل من ${format.count(count, filesOf)}`,
  playFile: (name: string) => `تشغيل ${iso(name)}`,
  moveUp: (name: string) => `نقل ${iso(name)} لأعلى`,
  moveDown: (name: string) => `نقل ${iso(name)} لأسفل`,
  remove: (name: string) => `إزالة ${iso(name)}`,
  choose: 'اختيار ملف آخر…',
  chooseSeveral: 'اختيار ملفات أخرى…',
  add: 'إضافة ملفات…',
  loop: 'تكرار',
  shuffle: 'ترتيب عشوائي',
  whenHidden: 'عند الإخفاء',
  hiding: {
    restart: 'إيقاف، ثم البدء من جديد عند الظهور',
    pause: 'إيقاف مؤقت، ثم المتابعة عند الظهور',
    playOn: 'متابعة التشغيل',
  },
  atEnd: 'عند انتهاء التشغيل',
  ends: { nothing: 'عدم عرض شيء', lastPicture: 'إبقاء آخر إطار' },
  speed: 'السرعة',
};
