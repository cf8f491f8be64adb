/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = 'يبقى لديك الإصدار الحالي.';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: 'يتعذّر الوصول إلى خادم التحديثات.',
    action: 'تحقق من اتصالك، ثم ابحث عن تحديثات من جديد.',
  }),
  'update/not-genuine': () => ({
    title: 'التحديث ليس أصليًا، فلم يثبّته Upcast.',
    doing: STAYS,
    action: 'ابحث عن تحديثات لاحقًا. إذا تكرر ذلك، فنزّل Upcast من صفحة إصداراته.',
  }),
  'update/bad-feed': () => ({
    title: 'إجابة خادم التحديثات غير مفهومة.',
    doing: STAYS,
    action: 'ابحث عن تحديثات لاحقًا.',
  }),
  'update/failed': () => ({
    title: 'تعذّر تنزيل التحديث.',
    doing: STAYS,
    action: 'تحقق من اتصالك ومن أن القرص غير ممتلئ، ثم ابحث عن تحديثات من جديد.',
  }),
  'update/not-installed': () => ({
    title: 'لم يُثبَّت التحديث.',
    doing: STAYS,
    action: 'ابحث عن تحديثات من جديد، أو نزّل Upcast من صفحة إصداراته.',
  }),
};
