/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { destinationsOf, format, forms, iso } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'البحث عن الخادم',
  tcp: 'الاتصال',
  tls: 'تأمين الاتصال',
  handshake: 'مصافحة RTMP',
  connect: 'فتح تطبيق RTMP',
  publish: 'إرسال مفتاح البث',
};

const attempt = (count: number) => `(المحاولة ${format.number(count)})`;

export const card = {
  off: 'متوقفة',
  waitsForRehearsal: 'متوقفة مؤقتًا أثناء البث التجريبي',
  keyMissing: 'لا يوجد مفتاح بث محفوظ',
  ready: 'جاهزة',
  readyAt: (host: string) => `جاهزة · ${iso(host)}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `مباشر ${elapsed}`,
  liveOnBackup: (elapsed: string) => `مباشر ${elapsed} · الخادم الاحتياطي`,
  reconnectingIn: (seconds: number, count: number) =>
    `إعادة الاتصال خلال ${format.number(seconds)} ث ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `إعادة الاتصال… ${attempt(count)}`
      : `إعادة الاتصال: ${steps[step]}… ${attempt(count)}`,
  ending: (seconds: number) => `جارٍ الإنهاء… حتى ${format.number(seconds)} ث`,
  movedTo: (host: string) => `حوّل الخادم هذا البث إلى ${iso(host)}.`,
  heldBack: 'لا تستطيع الشبكة المجاراة: تُسقَط إطارات.',
  dropped: (frames: number) => `المسقط ${format.number(frames)}`,
  queued: (durationMs: number) => `في الانتظار ${format.seconds(durationMs, 1)}`,
  backup: (host: string, sentence: string) => `الاحتياطي ${iso(host)} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · غير مشفّر`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'الوجهات',
  list: 'قائمة الوجهات',
  add: 'إضافة',
  addDestination: 'إضافة وجهة',
  importAndExport: 'الاستيراد والتصدير',
  import: 'استيراد…',
  export: 'تصدير…',
  empty: 'إلى أين تريد أن تبث؟ أضف الخادم ومفتاح البث اللذين تعطيك إياهما خدمتك.',
  chooseService: 'اختيار خدمة…',
  relay: 'الإرسال عبر مرحّل…',

  deleted: (name: string) => `حُذفت «${iso(name)}».`,
  /** Saved as a name: without isolates. */
  copyName: (name: string) => `نسخة ${name}`,
  duplicated: (name: string) => `كُررت باسم «${iso(name)}».`,
  needsKey: 'أدخل مفتاح البث للنسخة.',
  needsKeyAndAddress: 'أدخل مفتاح بث والعنوان كاملًا. لا ينسخ Upcast الأسرار.',
  added: (count: number) => `تمت إضافة ${format.count(count, destinationsOf)}.`,
  exported: (count: number) => `تم تصدير ${format.count(count, destinationsOf)}.`,
  savedAs: (fileName: string) => `حُفظ باسم ${iso(fileName)}.`,

  actions: {
    retryNow: 'إعادة المحاولة الآن',
    useBackup: 'التبديل إلى الاحتياطي',
    giveUp: 'وقف المحاولة',
    tryAgain: 'إعادة المحاولة',
    trustHost: 'السماح بهذا المضيف',
  },
  sendTo: (name: string) => `الإرسال إلى ${iso(name)}`,
  moreFor: (name: string) => `خيارات أخرى للوجهة ${iso(name)}`,
  edit: 'تحرير…',
  test: 'اختبار…',
  duplicate: 'تكرار',
  moveUp: 'نقل لأعلى',
  moveDown: 'نقل لأسفل',
  delete: 'حذف',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${iso(version)}: عرض الشهادة`,
  ownAuthority: 'موقّعة من مرجع التصديق الذي أضفته',
};

export const certificate = {
  title: (name: string) => `الاتصال بالوجهة ${iso(name)}`,
  description: 'مشفّر. تحقق Upcast من شهادة الخادم ومن اسم المضيف.',
  host: 'المضيف',
  protocol: 'البروتوكول',
  protocolAndCipher: (protocol: string, cipher: string) => iso(`${protocol}, ${cipher}`),
  issuedTo: 'صادرة إلى',
  issuedBy: 'صادرة من',
  ownAuthority: (issuer: string) => `${iso(issuer)}، المرجع الذي أضفته`,
  validUntil: 'صالحة حتى',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (المتبقي ${format.count(days, forms('يوم واحد', 'يومان', 'أيام', 'يومًا', 'يوم'))})`,
  chain: 'السلسلة',
  fingerprint: 'بصمة SHA-256',
};
