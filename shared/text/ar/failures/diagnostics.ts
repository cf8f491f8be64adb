/** Crashes, and the file of diagnostics. */
import { iso } from '../format.ts';

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'تعطلت نافذة Upcast.',
    doing: 'أعاد Upcast تحميلها. إذا كنت تبث الآن، فبثّك مستمر: رأى المشاهدون آخر إطار في هذه الأثناء.',
    action: 'إذا تكرر ذلك، فاحفظ التشخيص من قائمة «مساعدة».',
  },
  graphics: {
    title: 'تعطلت عملية الرسوم.',
    doing: 'أعاد Upcast تشغيلها. إذا كنت تبث الآن، فبثّك مستمر.',
    action: 'إذا تكرر ذلك، فحدِّث برنامج تشغيل بطاقة الرسوم.',
  },
  audio: {
    title: 'تعطلت عملية الصوت.',
    doing: 'أعاد Upcast تشغيلها. قد تصمت مصادر الصوت بضع ثوانٍ.',
    action: 'إذا بقي مصدر صامتًا، فاختر جهازه من جديد.',
  },
};

const otherCrash = {
  title: 'تعطل جزء من Upcast.',
  doing: 'أعاد Upcast تشغيله.',
  action: 'إذا تكرر ذلك، فاحفظ التشخيص من قائمة «مساعدة».',
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'مساعدة',
  save: 'حفظ التشخيص…',
  showLogs: 'إظهار ملفات السجل',
  saveTitle: 'حفظ التشخيص',
  fileFilter: 'ملفات نصية',
  /** Of a file: without isolates. */
  fileName: (stamp: string) => `تشخيص Upcast ${stamp}.txt`,
  savedTitle: 'حُفظ التشخيص.',
  savedDetail:
    'لا يحتوي الملف على مفاتيح بث ولا عناوين ولا فيديو. لا يرسله Upcast إلى أي مكان. اقرأه قبل أن تشاركه.',
  showFile: 'إظهار الملف',
  notSaved: 'تعذّر حفظ التشخيص. اختر مجلدًا آخر وأعد المحاولة.',

  cutOff: 'أُغلق Upcast على نحو غير متوقع في المرة السابقة.',
  recovered: 'تعطل جزء من Upcast في المرة السابقة.',
  offer: 'احفظ التشخيص لمعرفة السبب أو للإبلاغ عنه. لا يرسل Upcast شيئًا من تلقاء نفسه.',

  heading: (time: string) => `تشخيص Upcast، ${iso(time)}`,
  about: [
    'لا يرسل Upcast هذا الملف إلى أي مكان. اقرأه قبل أن تشاركه.',
    'لا يتضمن مفاتيح البث ولا كلمات المرور ولا العناوين ولا أسماء الملفات ولا الأسماء التي أدخلتها.',
  ],
  none: 'لا شيء.',
  facts: 'تطبيق Upcast وهذا الكمبيوتر',
  runs: 'آخر مرات التشغيل، الأحدث أولًا',
  noEnd: 'بلا نهاية: انقطع، أو لا يزال يعمل',
  dumps: 'تفريغات التعطل، الأحدث أولًا (محفوظة في مجلد إعدادات Upcast، لا في هذا الملف)',
  settings: 'الإعدادات (الأرقام والاختيارات فقط)',
  stream: 'آخر بث',
  log: 'السجل، الأقدم أولًا',
};
