/** The window as a whole: its parts, faults, what the start came across. */
import { iso } from './format.ts';

export const window = {
  name: 'Upcast',
  sourcesColumn: 'المشاهد والمصادر والصوت',
  destinations: 'الوجهات',
  bottom: 'المخطط والأحداث',
  bottomTabs: 'المخطط أو الأحداث',
  bitrate: 'معدل البت',
  events: 'الأحداث',

  oldElectron: 'إصدار Electron قديم',
  oldElectronText: (version: string) =>
    `إصدار Electron ${iso(version)} قديم ومخصص للتطوير فقط. تنقصه إصلاحات أمنية، فلا تبث به.`,

  noEvents: 'ستظهر الأحداث هنا.',
  event: (destination: string, text: string) => `${iso(destination)}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'إلغاء',
  close: 'إغلاق',
  dismiss: 'تجاهل',
  done: 'تم',
  save: 'حفظ',
  saving: 'جارٍ الحفظ…',
  undo: 'تراجع',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${iso(shortcut)}`,
};

export const faults = {
  windowTitle: 'يتعذّر على Upcast عرض نافذته.',
  onAir: 'لا يزال بثّك مستمرًا. إعادة تحميل النافذة تقطع الفيديو للحظة.',
  offAir: 'أنت لا تبث الآن. أعد تحميل النافذة. إذا تكرر ذلك، فأعد تشغيل Upcast.',
  cannotEnd: 'تعذّر إنهاء البث. أغلق Upcast لإنهائه.',
  reload: 'إعادة تحميل النافذة',

  part: (name: string) => `يتعذّر عرض «${iso(name)}»: حدث خطأ في Upcast. لم يتأثر بثّك.`,
  showAgain: 'العرض مجددًا',

  formTitle: 'يتعذّر على Upcast عرض هذا النموذج.',
  formText: 'حدث خطأ في Upcast. لم يتغير شيء، ولم يتأثر بثّك.',
};

export const startNotices = {
  unread: 'تعذّرت على Upcast قراءة بعض إعداداتك المحفوظة. راجع الوجهات والإعدادات قبل بدء البث.',
  nothingDeleted: (reasons: string) => `${reasons} لم يحذف Upcast أي شيء.`,
  passwordKeptForRun:
    'تعذّر حفظ إحدى كلمات مرور الخوادم. يحتفظ Upcast بها حتى تخرج منه فقط. افتح قفل سلسلة المفاتيح لحفظها.',
  passwordInFile:
    'لا تزال إحدى كلمات مرور الخوادم محفوظة بلا تشفير. افتح قفل سلسلة المفاتيح، ثم أعد تشغيل Upcast لتشفيرها.',
};
