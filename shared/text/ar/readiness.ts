/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';
import { iso } from './format.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'لم يُعثر على FFmpeg. ثبّت FFmpeg وسيكتشفه Upcast تلقائيًا.';
    case 'videoStarting':
      return 'جارٍ بدء الفيديو…';
    case 'videoFailed':
      return 'لا يوجد فيديو. اختر مصدرًا آخر.';
    case 'sourceMissing':
      return 'أضف مصدرًا إلى المشهد أولًا.';
    case 'destinationMissing':
      return 'أضف وجهة، أو ابدأ ببث تجريبي.';
    case 'destinationDisabled':
      return 'شغّل وجهة، أو ابدأ ببث تجريبي.';
    case 'keyMissing':
      return `تحتاج الوجهة ${iso(item.name)} إلى مفتاح بث.`;
    case 'audioOff':
      return 'سيكون بثّك صامتًا: لم يُحدَّد مصدر صوت.';
    case 'audioFailed':
      return 'سيكون بثّك صامتًا: الميكروفون غير متاح.';
    case 'muted':
      return 'الميكروفون مكتوم.';
    case 'allMuted':
      return 'سيكون بثّك صامتًا: كل مصادر الصوت مكتومة.';
    case 'away':
      return 'سيرى المشاهدون «سنعود بعد قليل» حتى توقفها.';
  }
}
