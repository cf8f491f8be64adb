/** The self-test: what its table says around the rows. */
import { iso } from '../format.ts';

export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    `الفحص الذاتي لتطبيق ${iso(`Upcast ${version}`)}: ${iso(`Electron ${electron}`)}، ${iso(system)}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `الفاشلة: ${failed}. التحذيرات: ${warning}. المتخطّاة: ${skipped}.`,
  passed: 'نجح الفحص. يستطيع Upcast البث من هذا الكمبيوتر.',
  failed: 'فشل الفحص. الأسطر التي تبدأ بالحرفين XX تذكر ما لا يعمل هنا.',
  notWritten: (file: string, reason: string) => `تتعذّر كتابة ${iso(file)}: ${iso(reason)}`,
};
