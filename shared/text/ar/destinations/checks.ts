/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format, forms, iso } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'البحث عن الخادم',
  tcp: 'الاتصال',
  tls: 'تأمين الاتصال',
  handshake: 'مصافحة RTMP',
  connect: 'فتح تطبيق RTMP',
  publish: 'إرسال مفتاح البث',
  measure: 'قياس سرعة الرفع',
};

const daysOf = forms('يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم');

export const destinationTest = {
  title: (name: string) => `اختبار ${iso(name)}`,
  description: 'يفحص كل خطوة من خطوات الاتصال. لا يرى المشاهدون شيئًا إلا إذا اخترت إرسال فيديو اختبار.',
  steps: 'الخطوات',
  stepNames,
  start: 'بدء الاختبار',
  again: 'إعادة الاختبار',
  cancel: 'إلغاء الاختبار',
  testMode: (service: string) =>
    `لدى خدمة ${iso(service)} وضع اختبار، لذا يرسل Upcast أيضًا فيديو اختبار لمدة 13 ثانية لقياس سرعة الرفع. لا يراه المشاهدون.`,
  publish: 'إرسال فيديو اختبار وقياس سرعة الرفع',
  publishHint: (isRelay: boolean) =>
    `يرسل فيديو رماديًا بلا صوت لمدة 13 ثانية. قد يظهر في ${isRelay ? 'كل قناة خلف المرحّل' : 'قناتك'}.`,

  skipped: 'متخطّاة',
  running: '…',
  measuring: (rate: string, seconds: number) => `${iso(rate)} · المتبقي ${format.number(seconds)} ث`,
  waitingForServer: 'بانتظار الخادم…',
  milliseconds: (ms: number) => `${format.number(ms)} م.ث`,
  failed: 'فشلت',
  failedAfter: (time: string) => `فشلت بعد ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${iso(protocol)} · تنتهي الشهادة خلال ${format.count(days, daysOf)} · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${iso(rate)} أو أكثر` : rate),

  cancelled: 'أُلغي الاختبار. لا يرسل Upcast شيئًا.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `يقبل الخادم الاتصالات${roundTrip(roundTripMs)}. لم يفحص الاختبار مفتاح البث ولا سرعة الرفع.`,
  accepted: (roundTripMs: number | undefined) => `قبل الخادم البث${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) =>
    `بلغت سرعة الرفع ${iso(rate)}، وهو أقصى ما يرسله هذا الاختبار. قد تكون أسرع.`,
  upload: (rate: string, lowest: string) => `سرعة الرفع: ${iso(rate)} (أبطأ ثانية: ${iso(lowest)}).`,
  codecMissing: (missing: string, used: string) =>
    `لا يعمل أي مرمّز ${iso(missing)} على هذا الكمبيوتر، فاستخدم الاختبار ${iso(used)}. لم يفحص الاختبار دعم ${iso(missing)}.`,
  codecUnconfirmed: (codec: string) =>
    `استخدم الاختبار ${iso(codec)}. لم يؤكد الخادم أنه يدعم ${iso(codec)}، فتأكد من ظهور الفيديو في قناتك.`,
  codecUsed: (codec: string) => `استخدم الاختبار ${iso(codec)} مثل بثّك.`,

  tooSlow: 'سرعة الرفع لا تكفي لوجهاتك حتى بأدنى معدل بت. إذا كانت أكثر من وجهة مشغّلة، فأوقف إحداها.',
  settingsFit: 'إعداداتك مناسبة لسرعة الرفع: ',
  recommended: 'الموصى به لكل الوجهات المشغّلة: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${iso(`${width} × ${height}`)}، ${fps} إطار/ث، ${iso(rate)}`,
  apply: 'تطبيق',
  applied: 'حُدِّثت إعدادات الترميز.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (ذهابًا وإيابًا: ${format.number(ms)} م.ث)`;
}
