/** Studio mode: preview and program, the transition between them. */
import { format, iso } from '../format.ts';

export const studioMode = {
  title: 'وضع الاستوديو',
  turnOn: 'تجهيز المشاهد في معاينة قبل أن يراها المشاهدون',
  turnOff: 'إيقاف وضع الاستوديو',
  preview: 'المعاينة',
  program: 'البرنامج',
  previewOf: (scene: string) => `المعاينة: ${iso(scene)}`,
  programOf: (scene: string) => `البرنامج: ${iso(scene)}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'الانتقال إلى البرنامج',
  transition: 'انتقال',
  transitionHint: (shortcut: string) => `إرسال المعاينة إلى البرنامج (${iso(shortcut)})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'ذراع T',
  barAt: (share: number) => iso(`${format.number(Math.round(share * 100))}%`),
  swap: 'تبديل المعاينة والبرنامج بعد الانتقال',
  swapShort: 'تبديل',
  quick: 'انتقالات سريعة',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined
      ? `الانتقال باستخدام ${iso(name)}`
      : `الانتقال باستخدام ${iso(name)} (${iso(shortcut)})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} م.ث`,
  addQuick: 'إضافة انتقال سريع',
  newQuick: 'انتقال سريع جديد',
  add: 'إضافة',
  remove: 'إزالة',
};
