/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, forms, frames, iso, reconnects, times } from './format.ts';

const interruptions = forms('انقطاع واحد', 'انقطاعان', 'انقطاعات', 'انقطاعًا', 'انقطاع');
const droppedOf = forms('إطار مسقط واحد', 'إطارين مسقطين', 'إطارات مسقطة', 'إطارًا مسقطًا', 'إطار مسقط');
const reconnectsOf = forms('إعادة اتصال واحدة', 'إعادتي اتصال', 'إعادات اتصال', 'إعادة اتصال', 'إعادة اتصال');

export const rehearsalCard = {
  title: 'البث التجريبي',
  switch: 'بث تجريبي بدل البث المباشر',
  lastReport: 'آخر تقرير',
  live: (rate: string | undefined) =>
    `جارٍ البث إلى هذا الكمبيوتر${rate === undefined ? '' : ` بمعدل ${iso(rate)}`}. أنهِ البث التجريبي لرؤية التقرير.`,
  connecting: 'جارٍ الاتصال بخادم الاختبار المحلي…',
  off: 'تدرّب على البث المباشر على هذا الكمبيوتر. لا يرى المشاهدون شيئًا.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `يبث عبر ${protocol === 'rtmps' ? 'TLS' : 'UDP'} إلى خادم اختبار محلي. لا يرى المشاهدون شيئًا، وتحصل أنت على تقرير.`,
  protocol: 'بروتوكول البث التجريبي',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'تقرير البث التجريبي',
  allGood: 'وصل كل شيء كما يجب. أنت جاهز للبث.',
  problems: (count: number) =>
    `راجع ${format.count(count, forms('مشكلة واحدة', 'مشكلتين', 'مشكلات', 'مشكلة', 'مشكلة'))} قبل بدء البث.`,
  levels: { good: 'جيد', warning: 'تحذير', problem: 'مشكلة' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'البث التجريبي',
  startedAt: 'وقت البدء',
  length: 'المدة',
  protocol: 'البروتوكول',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    iso(protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase()),
  audio: 'الصوت',
  video: 'الفيديو',
  codec: 'الترميز',
  sampleRate: 'معدل العينات',
  sampling: (hertz: number, channels: number) =>
    `${iso(`${hertz / 1000} kHz`)}، ${channels === 1 ? 'أحادي' : 'ستيريو'}`,
  bitrate: 'معدل البت',
  bitrateWithPeak: (average: string, peak: string) => `${iso(average)}، الذروة ${iso(peak)}`,
  gaps: 'الفجوات',
  resolution: 'الدقة',
  frames: 'الإطارات',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}، ${format.number(fps, 2)} إطار/ث`,
  keyframeInterval: 'فاصل الإطارات المفتاحية',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} ث` : `${usual} ث (${iso(`${low}–${high}`)})`;
  },
  bFrames: 'إطارات B',
  yes: 'نعم',
  no: 'لا',
  sync: 'تزامن الصوت',
  audioStarts: 'يبدأ الصوت',
  withVideo: 'مع الفيديو',
  afterVideo: (ms: number) => `بعد الفيديو بمقدار ${format.number(ms)} م.ث`,
  beforeVideo: (ms: number) => `قبل الفيديو بمقدار ${format.number(ms)} م.ث`,
  lengthDifference: 'فرق الطول',
  milliseconds: (ms: number) => `${format.number(ms)} م.ث`,
};

export const streamReport = {
  title: 'تقرير البث',
  pastStreams: 'عمليات البث السابقة',
  lost: 'انتهى البث مبكرًا لأن كل الوجهات فشلت.',
  neverReached: (destinations: readonly string[]) =>
    `لم يصل البث قط إلى ${format.list(destinations, 'disjunction')}.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `كان الاتصال مع ${format.list(destinations)} منقطعًا عند انتهاء البث.`,
  complete: 'جرى بثّك بلا انقطاع.',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    `جرى بثّك مع ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, reconnectsOf)]),
      ...(droppedFrames === 0 ? [] : [format.count(droppedFrames, droppedOf)]),
    ])}.`,

  stream: 'البث',
  startedAt: 'وقت البدء',
  length: 'المدة',
  encoded: 'المرمّز',
  skipped: 'المتخطّى',
  frames: (count: number) => format.count(count, frames),
  onAir: 'مباشر',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'المرسل',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}، ${format.count(count, frames)}`,
  dropped: 'المسقط',
  reconnects: 'إعادات الاتصال',
  lostBy: 'المفقود',
  lastError: 'آخر خطأ',
  losses: 'الفقد وأسبابه',
  encodingOverloaded: 'حمل الترميز زائد',
  networkTooSlow: 'الشبكة بطيئة جدًا',
  offAir: (elapsed: string, count: number) => `${elapsed} خارج الهواء، ${format.count(count, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? `أقل من ${iso('0.1%')}` : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'لا شيء',
};

export const pastStreams = {
  title: 'عمليات البث السابقة',
  one: 'بث سابق',
  compared: 'مقارنة بثّين',
  all: 'كل عمليات البث',
  hint: 'حدد بثّين للمقارنة بينهما. يحتفظ Upcast بآخر 50 بثًا.',
  deleted: 'حُذف التقرير.',
  compare: 'مقارنة',
  empty: 'لا توجد عمليات بث بعد. ستجد هنا بعد كل بث تقريره ومخططه وأحداثه.',
  started: 'البدء',
  length: 'المدة',
  destinations: 'الوجهات',
  lost: 'المفقود',
  delete: 'حذف',
  compareOne: (started: string) => `مقارنة ${iso(started)}`,
  deleteOne: (started: string) => `حذف ${iso(started)}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}، ${format.clock(timeMs)}`,
  streamOf: (started: string) => `بث ${started}`,
  names: (destinations: readonly string[]) => destinations.map((name) => iso(name)).join('، '),
  events: (count: number) => format.count(count, forms('حدث واحد', 'حدثان', 'أحداث', 'حدثًا', 'حدث')),
};
