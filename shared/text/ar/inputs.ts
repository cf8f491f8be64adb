/** Video and audio sources, the preview, the slate. */
import { format, forms, iso, quoted } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

const kinds: Readonly<Record<DeviceKind, string>> = {
  camera: 'الكاميرا',
  microphone: 'الميكروفون',
  screen: 'الشاشة',
};

export const sources = {
  list: 'مصدر الفيديو',
  camera: 'كاميرا',
  cameraNumber: (number: number) => `كاميرا ${number}`,
  noneFound: 'لا شيء',
  pickScreen: 'شاشة أو نافذة…',
  wholeScreen: 'الشاشة بأكملها',
  selectedWindow: 'النافذة المحددة',
  testPattern: 'نمط اختبار',

  pickerTitle: 'التقاط شاشة أو نافذة',
  screens: 'الشاشات',
  windows: 'النوافذ',
  looking: 'جارٍ البحث عن الشاشات والنوافذ…',
  nothingToCapture: 'لا شيء لالتقاطه بعد. افتح نافذة، ثم حدِّث القائمة.',
  refresh: 'تحديث',
};

export const preview = {
  title: 'المعاينة',
  starting: 'جارٍ بدء الفيديو…',
  nothingSelected: 'لا يوجد مصدر فيديو. اختر كاميرا أو شاشة من «المصادر».',
  tryAgain: 'إعادة المحاولة',
  useTestPattern: 'استخدام نمط اختبار',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'المعاينة' : `المعاينة: ${iso(label)}`),
  noVideo: 'المعاينة: لا يوجد فيديو',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'سنعود بعد قليل',
  turnOn: 'عرض «سنعود بعد قليل» وكتم الصوت دون إنهاء البث',
  turnOff: 'يرى المشاهدون «سنعود بعد قليل» ولا يسمعون شيئًا. انقر للعودة.',
};

const notStartedTexts: Readonly<Record<DeviceKind, string>> = {
  camera: 'تعذّر تشغيل الكاميرا',
  microphone: 'تعذّر تشغيل الميكروفون',
  screen: 'تعذّر التقاط الشاشة',
};

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'كاميرا',
  microphone: 'ميكروفون',
  screen: 'شاشة',
  testPattern: 'نمط اختبار',
  tone: `نغمة ${iso('1 kHz')} عند ${iso('−20 dBFS')}`,

  missing: (kind: DeviceKind) =>
    ({
      camera: 'لم يُعثر على كاميرا.',
      microphone: 'لم يُعثر على ميكروفون.',
      screen: 'لم يُعثر على شاشة.',
    })[kind],
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) => {
    if (label !== undefined) return `الجهاز «${iso(label)}» غير متصل.`;
    return kind === 'microphone' ? 'الميكروفون المحدد غير متصل.' : `${kinds[kind]} المحددة غير متصلة.`;
  },
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `${format.count(
      count,
      kind === 'camera'
        ? forms('كاميرا واحدة', 'كاميرتان', 'كاميرات', 'كاميرا', 'كاميرا')
        : forms('ميكروفون واحد', 'ميكروفونان', 'ميكروفونات', 'ميكروفونًا', 'ميكروفون'),
    )} بالاسم «${iso(label)}».`,
  notAllowed: (kind: DeviceKind) =>
    kind === 'screen'
      ? 'لا يُسمح لتطبيق Upcast بالتقاط الشاشة.'
      : `لا يُسمح لتطبيق Upcast باستخدام ${kinds[kind]}.`,
  openPrivacy: 'فتح إعدادات الخصوصية',
  restart: 'إعادة تشغيل Upcast',
  busy: (kind: DeviceKind) => `${notStartedTexts[kind]}. ربما يكون قيد الاستخدام في تطبيق آخر.`,
  failed: (kind: DeviceKind, reason: string) => `${notStartedTexts[kind]}: ${quoted(reason)}.`,
  noVideo: (label: string) => `لا يوجد فيديو من «${iso(label)}».`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'انقطع اتصال المصدر.' : `انقطع اتصال «${iso(label)}».`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera'
      ? `لا يوجد فيديو من «${iso(label)}».`
      : `الميكروفون «${iso(label)}» مكتوم من خارج Upcast.`,
  windowClosed: (label: string) => `أُغلقت النافذة «${iso(label)}».`,
  screenDisconnected: 'انقطع اتصال الشاشة.',
  audioStopped: 'توقفت خدمة الصوت في هذا الكمبيوتر.',
  systemAudio: 'صوت سطح المكتب',
  speakersGone: (label: string) => `الجهاز «${iso(label)}» غير متصل.`,
  pageAudio: 'صوت الصفحة',
  captureFailed: (kind: 'system' | 'page') =>
    kind === 'system' ? 'تعذّر التقاط صوت سطح المكتب.' : 'تعذّر التقاط صوت الصفحة.',
  mediaAudio: 'صوت الوسائط',
  noSystemAudio: 'لا يستطيع Upcast التقاط صوت سطح المكتب على هذا النظام.',
};
