/** Projectors: windows that show a picture alone. */
import { format, iso } from '../format.ts';

export const projectors = {
  title: 'عارض',
  menu: 'العارضات',
  program: 'البرنامج',
  preview: 'المعاينة',
  multiview: 'العرض المتعدد',
  scene: 'المشهد',
  source: 'المصدر',
  inWindow: 'نافذة',
  onDisplay: (name: string) => `ملء الشاشة على ${iso(name)}`,
  display: (number: number, isPrimary: boolean) =>
    `الشاشة ${format.number(number)}${isPrimary ? ' (الأساسية)' : ''}`,
  refused: 'لا يستطيع Upcast فتح عارض آخر. أغلق عارضًا أولًا.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${iso(scene)}`,
  cells: 'المشاهد',
  cellHint: 'انقر لمعاينة هذا المشهد، وانقر نقرًا مزدوجًا للتبديل إليه',
  cellOnAirHint: 'انقر للتبديل إلى هذا المشهد',
};
