/** Import and export of destinations, and the relay. */
import { destinationsOf, format, iso } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

const origins = { upcast: 'وجهات Upcast', obs: 'خدمة OBS', list: 'قائمة عناوين' };

export const presetExport = {
  title: 'تصدير وجهات',
  list: 'الوجهات المراد تصديرها',
  withKeys: 'تضمين مفاتيح البث وكلمات المرور',
  withKeysHint:
    'يشفّر Upcast مفاتيح البث وكلمات المرور بعبارة المرور. يستطيع كل من لديه الملف وعبارة المرور البث إلى قنواتك. لا يمكن استعادة عبارة مرور مفقودة.',
  withoutKeysHint: 'بدون مفاتيح وكلمات مرور، تكون مشاركة الملف آمنة. يُدخل كل شخص بياناته.',
  passphrase: 'عبارة المرور',
  passphraseHint: (length: number) => `${format.number(length)} حرفًا على الأقل.`,
  passphraseShort: (length: number) =>
    `استخدم ${format.number(length)} حرفًا على الأقل. يُفضّل استخدام عدة كلمات.`,
  repeat: 'تكرار عبارة المرور',
  mismatch: 'عبارتا المرور غير متطابقتين.',
  export: 'تصدير…',
  exporting: 'جارٍ التصدير…',
};

export const presetImport = {
  title: 'استيراد وجهات',
  list: 'الوجهات في الملف',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) => `${origins[origin]}: ${iso(fileName)}`,
  chooseFile: 'اختيار ملف…',
  anotherFile: 'اختيار ملف آخر…',
  waiting: `اختر ملفًا. ${IMPORTABLE}`,
  passphrase: 'عبارة المرور',
  passphraseHint: 'مفاتيح البث في هذا الملف مشفّرة. بدون عبارة المرور، يضيف Upcast الوجهات بلا مفاتيح.',
  unlock: 'فتح المفاتيح',
  unlocking: 'جارٍ الفتح…',
  skipped: 'متخطّاة',
  addedOff: 'تبقى الوجهات الجديدة متوقفة حتى تشغّلها.',
  withKey: 'مع مفتاح',
  encrypted: 'مشفّر',
  notEncrypted: 'غير مشفّر',
  duplicate: (host: string, name: string) => `${iso(host)} · مضافة بالفعل باسم ${iso(name)}`,
  noteWithKey: (host: string) => `${iso(host)} · مع مفتاح`,
  noteLocked: (host: string) => `${iso(host)} · المفتاح مقفل`,
  noteWithoutKey: (host: string) => `${iso(host)} · بلا مفتاح`,
  add: 'إضافة',
  addCount: (count: number, isLocked: boolean) =>
    `إضافة ${format.number(count)}${isLocked ? ' بلا مفاتيح' : ''}`,
};

export const relay = {
  title: 'الإرسال عبر مرحّل',
  description:
    'يرسل Upcast بثًا واحدًا إلى خادم الوسائط الخاص بك، ويمرّره الخادم إلى كل الوجهات. ترفع مرة واحدة فقط مهما كان عدد وجهاتك. يكتب Upcast إعداد nginx.',
  targets: 'وجهات المرحّل',
  forwardsTo: 'التمرير إلى',
  noTargets: 'أضف أولًا وجهات لها مفاتيح بث.',
  place: 'مكان تشغيل المرحّل',
  places: { server: 'على خادم', local: 'على هذا الكمبيوتر' },
  localNote: 'لا يوفر مرحّل على هذا الكمبيوتر سعة الرفع. استخدمه للتجربة.',
  host: 'اسم مضيف الخادم',
  hostPlaceholder: 'relay.example.org',
  port: 'المنفذ',
  certificate: 'الشهادة على الخادم',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint: 'أضف شهادة ومفتاحًا خاصًا لتشفير الاتصال بالمرحّل.',
  privateKey: 'المفتاح الخاص على الخادم',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'اختيار مجلد وحفظ…',

  writtenTitle: 'حُفظت ملفات المرحّل',
  writtenDescription: (folder: string) =>
    `الملفات في ${iso(folder)}. يحتوي المجلد «${iso('keys')}» على مفاتيح البث بلا تشفير، ولا يقرؤها سواك.`,
  addAndTest: 'إضافته وجهةً واختباره',
  noOutputs: 'لا يمرّر المرحّل إلى أي وجهة.',
  outputs: (names: readonly string[]) => `يمرّر المرحّل إلى ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `استُبعدت ${iso(name)}. ${why}`,
  check: 'التحقق من الحالة',
  noResponse: 'لا توجد استجابة. هل يعمل nginx؟',
  waiting: 'يعمل، وينتظر بثًا.',
  forwarding: (outputs: number) => `يستقبل بثًا ويمرّره إلى ${format.count(outputs, destinationsOf)}.`,
};
