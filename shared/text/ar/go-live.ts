/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format, forms, framesOf, iso } from './format.ts';

const secondsEach = forms('ثانية', 'ثانيتين', 'ثوانٍ', 'ثانية', 'ثانية');
const serversOf = forms('خادم واحد', 'خادمين', 'خوادم', 'خادمًا', 'خادم');

export const goLive = {
  rehearse: 'بث تجريبي',
  goLive: 'بدء البث',
  cancel: 'إلغاء',
  endStream: 'إنهاء البث',
  endRehearsal: 'إنهاء البث التجريبي',
  endNow: 'إنهاء الآن',
  keepRetrying: 'مواصلة المحاولة',
  rehearsalNote: 'يستقبل البثَّ هذا الكمبيوتر فقط. لا يرى المشاهدون شيئًا.',
  ending: (seconds: number) => `جارٍ إرسال بقية بثّك لمدة تصل إلى ${format.number(seconds)} ث.`,

  endTitle: 'هل تريد إنهاء البث؟',
  keepStreaming: 'متابعة البث',
  viewersSeeEnd: 'سيرى المشاهدون انتهاء البث.',
  recordingContinues: 'سيرى المشاهدون انتهاء البث. يستمر التسجيل حتى توقفه.',

  record: 'تسجيل',
  waitingForVideo: 'بانتظار الفيديو',
  recording: (elapsed: string) => `تسجيل ${elapsed}`,
  finishing: 'جارٍ الإنهاء…',
  stopRecording: 'إيقاف التسجيل',
  showFile: 'إظهار الملف',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `سيمتلئ القرص خلال ${format.number(seconds)} ث تقريبًا.`
      : `سيمتلئ القرص خلال ${format.number(Math.floor(seconds / 60))} د تقريبًا.`,

  overloaded: (skipped: number) =>
    skipped === 0 ? 'حمل الترميز زائد.' : `حمل الترميز زائد: تم تخطي ${format.count(skipped, framesOf)}.`,
  nothingLower: 'الإعدادات في أدنى مستوياتها. أغلق التطبيقات الأخرى.',
  changeTo: (changes: readonly string[]) => `التغيير إلى ${format.list(changes, 'unit')}`,
  noInterruption: 'لا يقطع بثّك',
  resolution: (width: number, height: number) => iso(`${width} × ${height}`),
  frameRate: (fps: string) => `${fps} إطار/ث`,
  cpuPreset: (preset: string) => `الإعداد المسبق ${iso(preset)}`,

  fixSettings: 'تصحيح الإعدادات',
  fixSettingsHint: 'يغيّر إعدادات الترميز إلى ما تقبله وجهاتك',
  settingsFixed: 'حُدِّثت إعدادات الترميز.',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs} من سرعة الرفع، لكن اختبارًا أُجري ${age} قاس ${iso(measured)}.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs} من سرعة الرفع، وقد قاس اختبار أُجري ${age} ${iso(measured)}. لا يترك ذلك هامشًا كافيًا.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs} من سرعة الرفع. لم يستطع اختبار أُجري ${age} القياس إلا حتى ${iso(measured)}، فقد تكون سرعة الرفع كافية.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `يحتاج بثّك إلى ${iso(rate)}`
      : `يحتاج البث إلى ${format.count(copies, serversOf)} إلى ${iso(rate)}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `يحتاج بثّك إلى ${iso(needed)} من سرعة الرفع، والمتاح ${iso(leaving)}.${hasFit ? '' : ' هذا أبطأ من أن يكفي لبث الفيديو. استخدم اتصالًا أسرع.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `تحتاج كل الوجهات معًا إلى ${iso(needed)} من سرعة الرفع، والمتاح ${iso(leaving)}.${hasFit ? '' : ' أوقف إحدى الوجهات.'}`,
  justNow: 'قبل قليل',

  lowerTo: (rate: string) => `خفض إلى ${iso(rate)}`,
  lowered: 'خُفض معدل البت ليناسب سرعة الرفع.',
  turnOff: (destination: string) => `إيقاف ${iso(destination)}`,
  turnedOff: (destination: string) => `أُوقفت الوجهة «${iso(destination)}».`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const service = `خدمة ${iso(message.service)}`;
  switch (message.code) {
    case 'maxVideo':
      return `تقبل ${service} فيديو حتى ${format.kbps(message.kbps)}.`;
    case 'maxAudio':
      return `تقبل ${service} صوتًا حتى ${format.kbps(message.kbps)}.`;
    case 'maxTotal':
      return `تقبل ${service} حتى ${format.kbps(message.kbps)} للفيديو والصوت معًا.`;
    case 'minTotal':
      return `توصي ${service} بما لا يقل عن ${format.kbps(message.kbps)} للفيديو والصوت معًا.`;
    case 'maxFrameRate':
      return `تقبل ${service} حتى ${format.number(message.fps)} إطار/ث.`;
    case 'sampleRate':
      return `توصي ${service} بصوت بمعدل ${iso(`${message.hertz / 1000} kHz`)}.`;
    case 'maxResolution':
      return `تقبل ${service} فيديو حتى ${iso(`${message.longSide} × ${message.shortSide}`)}.`;
    case 'vertical':
      return `تعرض ${service} الفيديو العمودي. الفيديو لديك أفقي وسيبدو صغيرًا على الهواتف.`;
    case 'keyframes':
      return message.isRequired
        ? `تشترط ${service} إطارًا مفتاحيًا كل ${format.count(message.seconds, secondsEach)}.`
        : `توصي ${service} بإطار مفتاحي كل ${format.count(message.seconds, secondsEach)}.`;
    case 'codec':
      return `لا تدعم ${service} ${iso(message.name)}. استخدم H.264.`;
    case 'codecUnknown':
      return `قد لا تدعم ${service} ${iso(message.name)}. عندما تبدأ البث، تأكد من ظهور الفيديو في قناتك. يعمل H.264 في كل مكان.`;
    case 'profile':
      return `توصي ${service} بملف التعريف ${iso(message.name)} من H.264.`;
    case 'bFrames':
      return `لا تقبل ${service} إطارات B. اضبط «زمن الوصول» على «منخفض».`;
  }
}
