/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'لا يوجد بث',
  connecting: 'جارٍ الاتصال…',
  live: 'مباشر',
  liveOnAll: (count: number) => `مباشر · الكل ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `مباشر · ${format.number(live)} من ${format.number(all)}`,
  rehearsing: 'بث تجريبي',
  reconnecting: 'جارٍ إعادة الاتصال…',
  ending: 'جارٍ الإنهاء…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · سنعود بعد قليل`,

  frameRate: 'معدل الإطارات',
  fps: (fps: number) => `${format.number(fps, 1)} إطار/ث`,
  cpu: 'المعالج',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} من نواة`,
  memory: 'الذاكرة',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} بدون المرمّز`,
  skipped: 'متخطّاة',
  pastStreams: 'عمليات البث السابقة',
  settings: 'الإعدادات',
};
