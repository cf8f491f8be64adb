/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'ثبّت pulseaudio-utils الذي يعمل أيضًا مع PipeWire. سيلتقط Upcast التطبيق عندئذ تلقائيًا.';
    case 'applicationAudioElsewhere':
      return 'أزل القناة، أو وجّه صوت التطبيق إلى ميكروفون افتراضي وأضفه.';
    default:
      return 'يواصل Upcast المحاولة. إذا لم يعد الصوت، فأعد تشغيل PulseAudio أو PipeWire.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'يستمر بثّك بدون هذا المصدر.';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'القناة صامتة' : 'بثّك صامت';
  return `${what}${until === '' ? '' : ` ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'شغّل Upcast من إعدادات النظام > الخصوصية والأمن > تسجيل الشاشة وصوت النظام، ثم أعد تشغيل Upcast.';
  const page = kind === 'microphone' ? 'الميكروفون' : 'الكاميرا';
  if (system === 'mac')
    return `شغّل Upcast من إعدادات النظام > الخصوصية والأمن > ${page}، ثم اختر المصدر من جديد.`;
  if (system === 'windows')
    return `شغّل وصول تطبيقات سطح المكتب من الإعدادات > الخصوصية والأمان > ${page}، ثم اختر المصدر من جديد.`;
  return 'اسمح بالوصول في إعدادات الخصوصية للنظام، ثم اختر المصدر من جديد.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'لم يُعثر على كاميرا.',
          doing: 'يُدرج Upcast الكاميرا في القائمة فور توصيلها.',
          action: 'وصّل كاميرا، أو اختر شاشة أو نافذة أو نمط الاختبار.',
        }
      : {
          title: message(details, 'الكاميرا المحددة غير متصلة.'),
          ...(isOneOfSeveral(details)
            ? {
                doing: 'لا يستخدم Upcast أيًا من هذه الكاميرات، فلا يرى المشاهدون الكاميرا الخطأ أبدًا.',
                action: 'اختر إحدى هذه الكاميرات من «المصادر».',
              }
            : {
                doing: 'سيستخدم Upcast الكاميرا فور اتصالها.',
                action: 'وصّل الكاميرا، أو اختر غيرها من «المصادر».',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'لم يُعثر على ميكروفون.',
          doing: silent(details),
          action: 'وصّل ميكروفونًا، أو اختر «بدون صوت».',
        }
      : {
          title: message(details, 'الميكروفون المحدد غير متصل.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'اختر أحد هذه الميكروفونات من «الصوت».' }
            : {
                doing: silent(details, 'حتى يتصل الميكروفون'),
                action: 'وصّل الميكروفون، أو اختر غيره من «الصوت».',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'لا توجد شاشة أو نافذة لالتقاطها.'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'أعد المحاولة بعد لحظات. إذا لم يُجدِ ذلك، فأعد تشغيل Upcast.' }
      : {
          doing: 'سيلتقط Upcast الشاشة أو النافذة مجددًا عندما تعود.',
          action: 'اختر شاشة أو نافذة أخرى من «المصادر».',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'أُغلقت النافذة.'),
    doing: 'يرى المشاهدون آخر إطار من النافذة. يلتقطها Upcast مجددًا عندما تُفتح بالعنوان نفسه.',
    action: 'افتح النافذة من جديد، أو اختر غيرها من «المصادر».',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'لا يستطيع Upcast معرفة النافذة المطلوب التقاطها.'),
    doing: 'لا يعرض Upcast أي نافذة، فلا يرى المشاهدون النافذة الخطأ أبدًا.',
    action: 'اختر النافذة أو الشاشة من جديد من «المصادر».',
  }),
  'capture/permission-denied': (details) => ({
    title: message(details, 'لا يُسمح لتطبيق Upcast باستخدام الكاميرا أو الميكروفون أو بالتقاط الشاشة.'),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'انقطع اتصال المصدر.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'حتى يعود الميكروفون')
        : 'يرى المشاهدون آخر إطار من المصدر حتى يعود.',
    action: 'أعد توصيل المصدر، أو اختر غيره.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'الجهاز متوقف.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'حتى يُلغى كتم الميكروفون'),
          action: 'ألغِ كتم الميكروفون من مفتاحه، أو من لوحة المفاتيح، أو من إعدادات النظام.',
        }
      : {
          doing: 'لا يرى المشاهدون فيديو جديدًا من الكاميرا.',
          action: 'افتح غطاء الكاميرا، أو شغّلها بمفتاحها على لوحة المفاتيح أو من إعدادات النظام.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} يعيد Upcast الاتصال بخدمة الصوت.`,
    action: 'إذا لم يعد الصوت خلال 10 ثوانٍ، فأعد توصيل الميكروفون، أو أعد تشغيل PulseAudio أو PipeWire.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'يتعذّر التقاط صوت سطح المكتب.'),
    doing: 'القناة صامتة.',
    action: 'أزل القناة، أو وجّه الصوت إلى ميكروفون افتراضي وأضفه.',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, 'يتعذّر التقاط صوت تطبيق واحد.'),
    doing: 'القناة صامتة.',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'يتعذّر تشغيل الصوت على جهاز المراقبة.'),
    doing: 'لا تسمع شيئًا. لم يتأثر بثّك.',
    action: 'وصّل الجهاز، أو اختر غيره من «صوت البرنامج».',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'المراقبة متوقفة، لأن صوت سطح المكتب قد يلتقط ما تسمعه.'
        : 'المراقبة متوقفة، لأن صوت سطح المكتب سيلتقط ما تسمعه.',
    doing: 'لا تسمع شيئًا. لم يتأثر بثّك.',
    action:
      isUnknown === true
        ? 'ثبّت pulseaudio-utils كي يعرف Upcast أي جهاز يلتقطه صوت سطح المكتب، أو أزل صوت سطح المكتب.'
        : 'اختر من «صوت البرنامج» جهاز مراقبة غير الجهاز الافتراضي للنظام.',
  }),
  'capture/file-unreadable': () => ({
    title: 'يتعذّر تشغيل ملف الوسائط.',
    action: 'اختر ملفًا أو مصدرًا آخر.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'تعذّر بدء المصدر.'),
    doing: STREAM_CONTINUES,
    action: 'أغلق التطبيقات الأخرى التي تستخدم هذا المصدر، ثم اختره من جديد.',
  }),
};
