/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { destinationsOf, format, forms, framesOf, iso, quoted } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';
import { names } from './studio/names.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    const sentences = [happened(event), error === undefined ? '' : cause(error)];
    return sentences.filter((sentence) => sentence !== '').join(' ');
  },
};

/** `الوجهة` stands before a name, and alone without one. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal === true) return rehearsed(event);
  const { destinationName } = event;
  return whatHappened(event, destinationName === undefined ? 'الوجهة' : `الوجهة ${iso(destinationName)}`);
}

/** A rehearsal starts and ends, and its destination is the local test server. */
function rehearsed(event: BroadcastEvent): string {
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'استُؤنف البث التجريبي.' : 'بدأ البث التجريبي.';
  if (event.code === 'destinationEnded') return 'انتهى البث التجريبي.';
  if (event.code === 'destinationLost') return 'انقطع الاتصال مع خادم الاختبار المحلي.';
  if (event.code === 'destinationConnecting') return 'جارٍ الاتصال بخادم الاختبار المحلي.';
  return whatHappened(event, `الوجهة ${iso(event.destinationName ?? names.rehearsal)}`);
}

/** @param name with `الوجهة` before it, feminine. */
function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'جارٍ بدء البث.'
        : `جارٍ بدء البث إلى ${format.count(event.details.destinations, destinationsOf)}.`;
    case 'broadcastEnded':
      return {
        ended: 'انتهى البث.',
        neverLive: 'انتهى البث قبل أن يصل إلى الهواء.',
        lost: 'انتهى البث: فشلت كل الوجهات.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `جارٍ الاتصال مع ${name} (المحاولة ${format.number(event.details.attempt)}).`
        : `جارٍ الاتصال مع ${name}.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `جارٍ الاتصال بالخادم الاحتياطي، والبث مستمر: ${name}.`
        : `جارٍ فتح اتصال جديد، والبث مستمر: ${name}.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `انتقلت ${name} إلى ${moveTarget(event.details)} بلا انقطاع.`;
    case 'destinationLost':
      return `انقطع الاتصال مع ${name}.`;
    case 'destinationReconnecting':
      return `إعادة الاتصال مع ${name} ${soon(event.details.delayMs)} (المحاولة ${format.number(event.details.attempt)}).`;
    case 'serverRefused':
      return event.details.isBackup
        ? `يتعذّر استخدام الخادم الاحتياطي في ${name}. جارٍ التبديل إلى الأساسي.`
        : `يتعذّر استخدام الخادم الأساسي في ${name}. جارٍ التبديل إلى الاحتياطي.`;
    case 'moveFailed':
      return `تعذّر فتح اتصال جديد مع ${name}. يستمر الاتصال الحالي.`;
    case 'destinationFailed':
      return `فشل البث إلى ${name}. لن يعيد Upcast المحاولة.`;
    case 'destinationEnded':
      return `انتهى البث إلى ${name}.`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `حاولت ${name} تحويل البث. يستمر الاتصال الحالي.`;
    case 'codecUnconfirmed':
      return `لم تؤكد ${name} أنها تدعم ${iso(event.details.codec)}. تأكد من ظهور الفيديو في قناتك. إذا لم يظهر، فاستخدم H.264 الذي يعمل في كل مكان.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `خُفض معدل بت الفيديو إلى ${kbps(event.details.videoKbps)}: لم تستطع الشبكة مجاراته.`
        : `رُفع معدل بت الفيديو إلى ${kbps(event.details.videoKbps)}: تحسنت الشبكة.`;
    case 'encoderStarted':
      return `بدأ المرمّز ${iso(event.details.encoder)} بمعدل ${kbps(event.details.videoKbps)}.`;
    case 'encoderSlowStart':
      return 'في انتظار بدء FFmpeg. ربما يفحصه برنامج مكافحة الفيروسات.';
    case 'encoderRestarted':
      return 'تعطّل المرمّز، فأعاد Upcast تشغيله.';
    case 'encoderStalled':
      return `لم ينتج المرمّز أي إطار لمدة ${format.seconds(event.details.seconds * 1000)}. أعاد Upcast تشغيله.`;
    case 'encoderChangeFailed':
      return 'تعذّر تطبيق إعدادات المرمّز الجديدة. تبقى الإعدادات السابقة.';
    case 'encoderFailed':
      return `توقف المرمّز وتعذّرت على Upcast إعادة تشغيله. ${whatEnds(event.details)} اختر مرمّزًا آخر في الإعدادات.`;
    case 'recordingStarted':
      return `جارٍ التسجيل في ${iso(event.details.file)}.`;
    case 'recordingSplit':
      return `لا يتسع القرص لملف أكبر. يستمر التسجيل في ${iso(event.details.file)}.`;
    case 'recordingEnded':
      return `حُفظ التسجيل: ${iso(event.details.file)}.`;
    case 'recordingNotStarted':
      return 'تعذّر بدء التسجيل.';
    case 'recordingFailed':
      return 'توقف التسجيل.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `توقف تسجيل المسار ${event.details.track}. تستمر المسارات الأخرى.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'تعذّر تشغيل ملف الوسائط بالإعدادات الجديدة. يستمر تشغيله بالإعدادات السابقة.';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${iso(event.destinationName)}: ${iso(text)}`;
    }
    default:
      return missingCase(event);
  }
}

function kbps(value: number): string {
  return iso(`${format.number(value)} kbps`);
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? 'توقف محرك البث على نحو غير متوقع فانقطع البث. أعاد Upcast تشغيل المحرك.'
    : 'يتوقف محرك البث باستمرار فانتهى البث. يشغّل Upcast المحرك مجددًا عند بدء البث.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const start = isReturn ? 'عاد البث مباشرًا إلى' : 'بدأ البث المباشر إلى';
  const backup = isBackup ? ' على خادمها الاحتياطي' : '';
  return `${start} ${name}${backup}${host === undefined ? '' : ` (حُوِّل إلى ${iso(host)})`}.`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'خادمها الاحتياطي';
  return host === undefined ? 'اتصال جديد' : `${iso(host)} (بتحويل من الخادم)`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

const moreTimes = forms('مرة أخرى', 'مرتين أخريين', 'مرات أخرى', 'مرة أخرى', 'مرة أخرى');
const moreMessages = forms('رسالة أخرى', 'رسالتين أخريين', 'رسائل أخرى', 'رسالة أخرى', 'رسالة أخرى');

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated) return `قالت ${name} ${quoted(words)} ${format.count(times, moreTimes)}.`;
  return times === 1
    ? `قالت ${name}: ${quoted(words)}.`
    : `أرسلت ${name} ${format.count(times, moreMessages)}. وكانت الأخيرة: ${quoted(words)}.`;
}

function soon(delayMs: number): string {
  return delayMs < 500 ? 'الآن' : `خلال ${format.seconds(delayMs)}`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'انتهى البث والتسجيل.';
  return isOnAir ? 'انتهى البث.' : 'انتهى التسجيل.';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`تأخر قدره ${format.number(lagMs)} م.ث`] : []),
    ...(skippedFrames > 0 ? [`تم تخطي ${format.count(skippedFrames, framesOf)}`] : []),
  ];
  return facts.length === 0 ? 'حمل الترميز زائد.' : `حمل الترميز زائد: ${facts.join('، ')}.`;
}
