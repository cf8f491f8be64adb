/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { iso } from '../format.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'يستمر بثّك بدون هذا المصدر.';
/** A recording may be all there is. */
const IF_LIVE = 'إذا كنت تبث الآن، فبثّك مستمر.';
const TRY_OR_RESTART = 'أعد المحاولة. إذا تكرر ذلك، فأعد تشغيل Upcast.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} اسمح لتطبيق Upcast من أمن Windows > الحماية من الفيروسات والمخاطر > الحماية من برامج الفدية الضارة > الوصول المتحكم به إلى المجلدات، أو اختر مجلدًا آخر في الإعدادات.`
    : `${IF_LIVE} اختر مجلدًا آخر في الإعدادات.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'شيء مما أدخلته غير صالح.'),
    action: 'صحّح ذلك، ثم أعد المحاولة.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'لا يستطيع Upcast البث إلى هذا العنوان.'),
    action: `استخدم عنوانًا يبدأ بـ ${iso('rtmp://')} أو ${iso('rtmps://')} كما تعرضه خدمتك.`,
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'هذا ليس مفتاح بث صالحًا.'),
    action: 'انسخ المفتاح من خدمتك مجددًا، بلا مسافات حوله.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'تتعذّر قراءة الملف.'),
    action: {
      otherFile: 'اختر ملفًا آخر.',
      ifThatFails: 'إذا لم يُجدِ ذلك، فاختر ملفًا آخر.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'حدث خطأ ما.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'يتعذّر عرض هذه الصورة.'),
    doing: STREAM_CONTINUES,
    action: 'اختر صورة أخرى، أو احفظ هذه من جديد بتنسيق PNG أو JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'تتعذّر قراءة ملف LUT هذا.',
    doing: 'لا تأثير للفلتر.',
    action: `اختر ملف ${iso('.cube')} آخر.`,
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'تتعذّر قراءة ملف المصدر.'),
    doing: 'يرى المشاهدون آخر نسخة استطاع Upcast قراءتها. سيعرض Upcast الملف مجددًا فور أن يستطيع قراءته.',
    action: 'أعد الملف إلى مكانه، أو اختر ملفًا آخر.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'يتعذّر عرض هذه الصفحة.',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'يرى المشاهدون آخر إطار من الصفحة.'
          : 'يرى المشاهدون آخر إطار من الصفحة. سيعيد Upcast تحميل الصفحة تلقائيًا.',
    }),
    action: {
      reload: 'أعد تحميل الصفحة، أو غيّر عنوانها.',
      address: 'تحقق من عنوان الصفحة.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'لم يُعثر على FFmpeg.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'ثم أعد المحاولة.'
        : 'ثبّت FFmpeg وأعد المحاولة.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'لم يبدأ المرمّز.',
    action: 'اختر مرمّزًا آخر أو دقة أقل في الإعدادات.',
  }),
  'encoder/exited': () => ({
    title: 'توقف المرمّز.',
    action: 'إذا تكرر ذلك، فاختر مرمّزًا آخر في الإعدادات.',
  }),
  'encoder/stalled': () => ({
    title: 'توقف المرمّز عن الاستجابة.',
    action: 'اختر دقة أقل أو إعداد معالج أسرع في الإعدادات.',
  }),
  'encoder/bad-output': () => ({
    title: 'أنتج المرمّز خرجًا غير صالح.',
    action: 'اختر مرمّزًا آخر في الإعدادات.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'لا يعمل هذا المرمّز على هذا الكمبيوتر.',
    action:
      reason(details) === undefined
        ? 'اضبط المرمّز على «تلقائي» في الإعدادات.'
        : 'ثم اختر المرمّز من جديد في الإعدادات.',
  }),
  'flv/bad-data': () => ({
    title: 'تخطى Upcast بعض البيانات التالفة في البث.',
    action: 'إذا استمر ذلك، فأنهِ البث وابدأه من جديد.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'تعذّر حفظ التسجيل.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'القرص ممتلئ.',
    action: `حُفظ كل ما سُجّل حتى الآن. ${IF_LIVE} وفّر مساحة، ثم سجّل من جديد.`,
  }),
  'report/gone': () => ({
    title: 'لم يعد هذا التقرير موجودًا.',
    action: 'أغلق هذه القائمة وافتحها من جديد.',
  }),
  'report/unreadable': () => ({
    title: 'تعذّرت قراءة هذا التقرير.',
    action: 'لم تتأثر التقارير الأخرى. احذف هذا التقرير إذا لم تكن بحاجة إليه.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'ملف الإعدادات تالف.'),
    action: 'إذا كان شيء مفقودًا، فأعد إعداده.',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'حُفظت إعداداتك بإصدار أحدث من Upcast.',
    action: {
      openNewer: 'لم يغيّر Upcast إعداداتك. افتح الإصدار الأحدث لاستخدامها أو تغييرها.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'تعذّر حفظ إعداداتك.'),
    action:
      reason(details) === undefined
        ? 'لم تتغير البيانات المحفوظة من قبل. تحقق مما إذا كان القرص ممتلئًا أو للقراءة فقط.'
        : 'لم تتغير البيانات المحفوظة من قبل.',
  }),
  'settings/no-keychain': () => ({
    title: 'لا يستطيع Upcast الوصول إلى سلسلة مفاتيح النظام.',
    action:
      'يحتفظ Upcast بمفاتيح البث حتى تخرج منه فقط. لحفظها، افتح قفل سلسلة المفاتيح. قد تحتاج في Linux إلى تثبيت سلسلة مفاتيح أولًا، مثل GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'يتعذّر فتح مفاتيح البث المحفوظة.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `افتح قفل سلسلة المفاتيح وأعد تشغيل Upcast. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'ليس لهذه الوجهة مفتاح بث.',
    action: 'حرّر الوجهة والصق المفتاح الذي تعرضه خدمتك.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(details, 'تغيّر الخادم أو إعدادات شهادته، لذا لن يعيد Upcast استخدام المفتاح المحفوظ.'),
    action: 'للمتابعة رغم ذلك، أدخل مفتاح البث وكلمة المرور من جديد.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'عبارة المرور خاطئة.',
    action: 'أعد المحاولة.',
  }),
  'remote/unauthorized': () => ({
    title: 'استخدم تطبيق تحكم عن بُعد رمزًا خاطئًا.',
    action: 'انسخ الرمز من الإعدادات من جديد.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'حجب Upcast طلب تحكم عن بُعد.'),
    action: 'اتصل من تطبيق على هذا الكمبيوتر، لا من صفحة ويب.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'طلب تطبيق تحكم عن بُعد شيئًا غير موجود.'),
    action: `راجع صفحة ${iso('Remote control')} في دليل Upcast لمعرفة الطلبات المتاحة.`,
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'أرسل تطبيق تحكم عن بُعد أكثر مما يقبله Upcast.'),
    action: 'أرسل أقل، أو أغلق الاتصالات غير المستخدمة، ثم أعد المحاولة.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'لا يستطيع Upcast فعل ذلك الآن.'),
    action: {
      listed: 'عالج ما هو مذكور فوق «بدء البث»، ثم أعد المحاولة.',
      ifWrong: 'إذا بدا هذا غير صحيح، فأعد المحاولة بعد لحظات.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'لا يستطيع Upcast إجراء هذا التغيير.'),
    action: {
      check: 'راجع مشاهدك ومصادرك، ثم أعد المحاولة.',
      unchanged: 'لم يتغيّر شيء.',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'يستخدم تطبيق آخر هذا المنفذ.'),
    action: 'أوقف التحكم عن بُعد، واختر منفذًا آخر، ثم شغّله من جديد.',
  }),
  'internal/engine-silent': () => ({
    title: 'محرك البث لا يستجيب.',
    action: 'أنهِ البث وابدأه من جديد. إذا لم يُجدِ ذلك، فأعد تشغيل Upcast.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'يتوقف محرك البث باستمرار.',
          action: 'ابدأ البث لتشغيله من جديد. إذا توقف مجددًا، فأعد تشغيل Upcast.',
        }
      : {
          title: 'توقف محرك البث على نحو غير متوقع.',
          doing: 'أعاد Upcast تشغيله. إذا كنت تبث أو تسجّل، فسيبدأ ذلك من جديد الآن.',
          action: 'إذا تكرر ذلك، فاحفظ التشخيص من قائمة «مساعدة».',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'تم الإلغاء.',
    action: 'أعد المحاولة متى شئت.',
  }),
  'internal/bug': (details) => ({
    title: `حدث خطأ في Upcast. ${message(details, '')}`.trim(),
    doing: 'لم يتأثر بثّك.',
    action: TRY_OR_RESTART,
  }),
};
