/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format, iso } from '../format.ts';

const size = (width: number, height: number) => iso(`${width} × ${height}`);

export const sourceSettings = {
  size,

  camera: 'الدقة ومعدل الإطارات',
  cameraSize: 'الدقة',
  cameraRate: 'معدل الإطارات',
  automatic: 'تلقائي',
  rate: (fps: number) => `${format.number(fps)} إطار/ث`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `ترسل الكاميرا ${size(width, height)}.`
      : `ترسل الكاميرا ${size(width, height)} بمعدل ${format.number(fps)} إطار/ث.`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `لا توفر الكاميرا هذا الإعداد. ${sourceSettings.gives(width, height, fps)}`,

  part: 'المنطقة',
  region: 'التقاط جزء من الشاشة فقط',
  regionNames: {
    x: 'الحافة اليسرى X',
    y: 'الحافة العليا Y',
    width: 'عرض المنطقة',
    height: 'ارتفاع المنطقة',
  },
  selectRegion: 'تحديد منطقة…',
  regionTitle: 'تحديد منطقة',
  regionHint: 'اسحب فوق جزء الشاشة الذي تريد أن يراه المشاهدون. اسحب المنطقة لنقلها.',
  regionPicture: 'الشاشة الملتقطة',
  useRegion: 'استخدام المنطقة',

  gradient: 'تدرّج',
  angle: 'الزاوية',
  stop: (number: number) => `اللون ${number}`,
  stopAt: 'الموضع',
  stopAtName: (number: number) => `موضع اللون ${number}`,
  addStop: 'إضافة لون',
  removeStop: (number: number) => `إزالة اللون ${number}`,

  vertical: 'رأسي',
  columnHeight: 'ارتفاع العمود',
  scroll: 'تمرير',
  scrollDirection: 'الاتجاه',
  scrollDirections: { left: 'يسار', right: 'يمين', up: 'أعلى', down: 'أسفل' },
  speed: 'السرعة',
  pixelsASecond: 'px/s',
  window: 'الطول',
  windowName: 'طول الجزء المرئي',
  gap: 'الفجوة',
  gapName: 'الفجوة قبل أن يبدأ النص من جديد',
  scrollHint: 'يتحرك النص عددًا صحيحًا من وحدات البكسل في كل إطار، فيستخدم Upcast أقرب سرعة سلسة.',
};
