/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, forms, iso, times } from './format.ts';

const bytes = (count: number): string =>
  format.count(count, forms('بايت واحد', 'بايتين', 'بايتات', 'بايتًا', 'بايت'));
const tags = (count: number, what: readonly [string, string, string, string]): string => {
  const [one, two, few, many] = what;
  return format.count(count, forms(one, two, few, many, one));
};

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) =>
    `تم تجاهل ${format.count(notice.count, forms('حجم وسم خاطئ واحد', 'حجمي وسم خاطئين', 'أحجام وسوم خاطئة', 'حجم وسم خاطئًا', 'حجم وسم خاطئ'))}.`,
  wrongFlags: () => 'لا تطابق ترويسة الملف ما فيه من صوت أو فيديو، فتجاهلها Upcast.',
  repeatedHeaders: (notice) =>
    `تم تخطي ${format.count(notice.count, forms('ترويسة زائدة واحدة', 'ترويستين زائدتين', 'ترويسات زائدة', 'ترويسة زائدة', 'ترويسة زائدة'))} داخل الملف.`,
  bytesBetween: (notice) =>
    `الملف تالف في ${format.count(notice.places ?? 1, forms('موضع واحد', 'موضعين', 'مواضع', 'موضعًا', 'موضع'))}. تم تخطي ${bytes(notice.count)}.`,
  bytesAtEnd: (notice) => `تم تخطي ${bytes(notice.count)} بعد آخر وسم.`,
  cutTagBytes: (notice) => `الوسم الأخير غير مكتمل. تم تخطي ${bytes(notice.count)} منه.`,
  unknownTags: (notice) =>
    `تم تخطي ${tags(notice.count, ['وسم واحد', 'وسمين', 'وسوم', 'وسمًا'])} من نوع غير معروف.`,
  encryptedTags: (notice) =>
    `تم تخطي ${tags(notice.count, ['وسم مشفّر', 'وسمين مشفّرين', 'وسوم مشفّرة', 'وسمًا مشفّرًا'])}.`,
  brokenTags: (notice) =>
    `تم تخطي ${tags(notice.count, ['وسم غير مقروء', 'وسمين غير مقروءين', 'وسوم غير مقروءة', 'وسمًا غير مقروء'])}.`,
  gaps: (notice) =>
    `تقفز الطوابع الزمنية في الملف إلى الأمام أكثر من ${format.seconds(notice.longestGapMs ?? 0)} (${times(notice.count)}). ${notice.count === 1 ? 'تخطى Upcast هذه الفجوة' : 'تخطى Upcast هذه الفجوات'}.`,
  restarts: (notice) =>
    `تبدأ الطوابع الزمنية في الملف من جديد (${times(notice.count)}). استمر التشغيل بلا فجوة.`,
  audioEncoded: (notice) =>
    `لا يستطيع RTMP نقل صوت الملف${notice.codec === undefined ? '' : ` (${iso(notice.codec)})`}، فيحوّله Upcast إلى AAC.`,
  videoRotated: (notice) =>
    `يطلب الملف تدوير الفيديو بزاوية ${iso(`${format.number(notice.count)}°`)}، ولا يستطيع RTMP نقل ذلك، فيراه المشاهدون على جانبه أو مقلوبًا. حوّل الملف مع تطبيق التدوير قبل بثّه.`,
  videoFormat: (notice) =>
    notice.codec === undefined
      ? 'الفيديو H.264 بتنسيق بكسل غير معتاد لا تستطيع خدمات كثيرة تشغيله. حوّله إلى yuv420p أولًا.'
      : `الفيديو H.264 بتنسيق البكسل ${iso(notice.codec)} الذي لا تستطيع خدمات كثيرة تشغيله. حوّله إلى yuv420p أولًا.`,
  endsEarly: () => 'ينتهي الملف مبكرًا، كأن التسجيل انقطع. أرسل Upcast كل ما قبل تلك النقطة.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
