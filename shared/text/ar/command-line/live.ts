/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { format, forms, frames, iso, quoted, reconnects } from '../format.ts';

const gaps = forms('فجوة واحدة', 'فجوتان', 'فجوات', 'فجوة', 'فجوة');
const channels = forms('قناة واحدة', 'قناتان', 'قنوات', 'قناة', 'قناة');
const packets = forms('حزمة واحدة', 'حزمتان', 'حزم', 'حزمة', 'حزمة');

export const live = {
  captureTimeout: 'لم يصل فيديو من المصدر في الوقت المحدد.',
  captureGone: 'توقفت عملية الالتقاط على نحو غير متوقع.',
  captureNotLoaded: (reason: string) => `تعذّر تحميل صفحة الالتقاط: ${quoted(reason)}.`,

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `انتهى بعد ${format.seconds(endedMs - startedMs, 1)}: المرمّز ${format.count(encodedFrames, frames)}، والمتخطّى ${format.number(skippedFrames)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${iso(destination.name)}: على الهواء ${format.seconds(destination.liveMs, 1)}، والمرسل ${format.count(destination.sentFrames, frames)}، ` +
    `والمسقط ${format.number(destination.droppedFrames)}، ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'تقرير البث التجريبي',
  received: (durationMs: number, protocol: string) => [
    'المستلَم',
    `${format.seconds(durationMs, 1)} عبر ${iso(protocol)}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'الفيديو',
      `${iso(`${video.codec} ${video.profile} ${video.level}`)}، ${iso(`${video.width}x${video.height}`)}، ${video.fps.toFixed(2)} إطار/ث`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}، ${format.count(video.gaps, gaps)}${video.hasBFrames ? '، إطارات B' : ''}`,
    ],
    [
      '',
      `المتوسط ${iso(`${format.number(video.averageKbps)} kbps`)}، الذروة ${iso(`${format.number(video.peakKbps)} kbps`)}`,
    ],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'الإطارات المفتاحية',
    `كل ${median.toFixed(3)} ث (من ${minimum.toFixed(3)} إلى ${maximum.toFixed(3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'الصوت',
    `${iso(`${audio.codec} ${audio.sampleRate} Hz`)}، ${format.count(audio.channels, channels)}، ` +
      `${iso(`${format.number(audio.averageKbps)} kbps`)}، ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'تزامن الصوت',
    `يبدأ الصوت ${offsetMs < 0 ? 'قبل' : 'بعد'} الفيديو بمقدار ${format.number(Math.abs(offsetMs))} م.ث، ويختلف الطولان بمقدار ${format.number(differenceMs)} م.ث`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'زمن الوصول',
    `${format.number(median)} م.ث من الالتقاط إلى المستقبِل (${iso('95%')} خلال ${format.number(p95)} م.ث)`,
  ],
  recording: (path: string) => ['التسجيل', iso(path)],

  note: (sentence: string) => `ملاحظة: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `مباشر عبر ${iso(`${protocol}, ${cipher}`)}`,
  live: 'مباشر',
  publishEnded: 'انتهى',
  codecUnconfirmed: (codec: string) =>
    `لم يؤكد الخادم أنه يدعم ${iso(codec)}. تأكد من ظهور الفيديو في قناتك. إذا لم يظهر، فاستخدم H.264 الذي يعمل في كل مكان.`,
  sent: ({
    packets: count,
    bytes,
    mediaMs,
    tookMs,
  }: {
    packets: number;
    bytes: number;
    mediaMs: number;
    tookMs: number;
  }) =>
    `المرسل: ${format.count(count, packets)}، ${iso(`${(bytes / 1e6).toFixed(1)} MB`)}، ` +
    `${format.seconds(mediaMs, 1)} من الوسائط خلال ${format.seconds(tookMs, 1)} (${iso(`${(bytes / 1000 / tookMs).toFixed(1)} MB/s`)})`,
};
