/** What the app's own dialogs and menus say, outside the window. */
import { iso } from './format.ts';

export const main = {
  appName: 'Upcast',
  fileMenu: 'ملف',
  viewMenu: 'عرض',
  menu: { settings: 'الإعدادات…', pastStreams: 'عمليات البث السابقة', guide: 'دليل Upcast' },
  cancel: 'إلغاء',
  close: 'إغلاق',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'البث مباشر',
    /** On the icon in macOS' dock. */
    liveBadge: 'مباشر',
    reconnecting: (name: string) => `جارٍ إعادة الاتصال بالوجهة ${iso(name)}`,
    failed: (name: string) => `توقف البث إلى الوجهة ${iso(name)}`,
    ended: 'انتهى بثّك',
    interrupted: 'انقطع بثّك',
    recordingStopped: 'توقف التسجيل',
  },

  startFailed: 'يتعذّر بدء تشغيل Upcast.',
  startFailedAction:
    'تأكد من أن القرص غير ممتلئ وأن بإمكان Upcast الكتابة في مجلد إعداداته، ثم افتح Upcast من جديد.',

  faultTitle: 'يجب إغلاق Upcast.',
  faultDetail:
    'حدث خطأ في Upcast. إذا كنت تبث فقد انتهى بثّك. وإذا كنت تسجّل فقد حُفظ التسجيل. افتح Upcast من جديد للمتابعة.',

  liveTitle: 'أنت على الهواء الآن.',
  liveDetail: 'إغلاق Upcast ينهي البث.',
  endAndClose: 'إنهاء البث والإغلاق',
  keepStreaming: 'متابعة البث',

  windowFailsTitle: 'تتعطل نافذة Upcast باستمرار.',
  windowFailsDetail: 'أعاد Upcast تحميل النافذة ثلاث مرات خلال دقيقة واحدة. أعد تحميلها أو أغلق Upcast.',
  windowFailsLiveDetail:
    'أعاد Upcast تحميل النافذة ثلاث مرات خلال دقيقة واحدة. لن يصل فيديو جديد إلى بثّك حتى تعيد تحميل النافذة.',
  reloadWindow: 'إعادة تحميل النافذة',
  closeApp: 'إغلاق Upcast',

  trustTitle: (host: string, destination: string) =>
    `هل تسمح بالخادم ${iso(host)} للوجهة ${iso(destination)}؟`,
  trustDetail: (url: string, host: string) =>
    `يطلب الخادم ${iso(url)} تحويل هذا البث إلى ${iso(host)}، وسيُرسَل مفتاح البث إليه أيضًا. لا تسمح بذلك إلا إذا كنت تثق في ${iso(host)}.`,
  trustAllow: 'سماح',
  trustRefuse: 'عدم السماح',

  directTitle: 'هل تريد الاتصال بدون وكيل؟',
  directDetail: 'ينطبق هذا على كل وجهة ليس لها إعداد وكيل خاص بها.',
  directConfirm: 'اتصال مباشر',
  proxyTitle: (host: string, port: number) => `هل تريد الاتصال عبر الوكيل ${iso(host)}، المنفذ ${port}؟`,
  proxyDetail: `ينطبق هذا على كل وجهة ليس لها إعداد وكيل خاص بها. يستطيع الوكيل قراءة مفتاح البث في اتصالات ${iso('rtmp://')}، أما اتصالات ${iso('rtmps://')} فتحميه.`,
  proxyConfirm: 'استخدام هذا الوكيل',
  systemProxyTitle: 'هل تريد الاتصال عبر وكيل النظام؟',
  systemProxyConfirm: 'استخدام وكيل النظام',

  importTitle: 'استيراد وجهات',
  importButton: 'استيراد',
  importFilter: 'وجهات وقوائم عناوين',
  allFiles: 'كل الملفات',
  exportTitle: 'تصدير وجهات',
  exportFilter: 'وجهات Upcast',
  imageTitle: 'اختيار صورة',
  imageFilter: 'صور',
  mediaTitle: 'اختيار ملفات وسائط',
  mediaFilter: 'فيديو وصوت',
  stingerTitle: 'اختيار فيديو للستينغر',
  slidesTitle: 'اختيار صور لعرض الشرائح',
  maskTitle: 'اختيار صورة للقناع',
  lutTitle: 'اختيار ملف LUT',
  lutFilter: `ملفات LUT ${iso('(.cube)')}`,
  textTitle: 'اختيار ملف نصي',
  textFilter: 'ملفات نصية',
  collectionTitle: 'استيراد مجموعة مشاهد',
  collectionFilter: 'مجموعات مشاهد Upcast وOBS',
  copyFolderTitle: 'اختيار مكان حفظ ملفات مجموعة المشاهد',
  searchFolderTitle: 'اختيار مجلد للبحث عن الملفات المفقودة',
  exportCollectionTitle: 'تصدير مجموعة المشاهد',
  exportCollectionButton: 'تصدير',
  relayFolderTitle: 'اختيار مجلد لملفات المرحّل',
};
