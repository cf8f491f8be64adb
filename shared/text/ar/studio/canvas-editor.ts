/** Editing a scene on its picture. */
import { format, iso, sourceCount } from '../format.ts';

export const canvasEditor = {
  title: 'محرر المشهد',
  titleOfGroup: (name: string) => `محرر المشهد، في ${iso(name)}`,
  hint: `يحدد مفتاحا Page Up وPage Down مصدرًا. تحرّكه مفاتيح الأسهم، ويغيّر Ctrl مع الأسهم حجمه، ويدوّره المفتاح R. يفتح Enter مجموعة، ويغادرها Escape.`,
  moved: (name: string, x: number, y: number) =>
    `${iso(name)} عند ${iso(`${format.number(x)}, ${format.number(y)}`)}`,
  resized: (name: string, width: number, height: number) =>
    `${iso(name)}، ${format.number(width)} في ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `اقتُصّ ${iso(name)} إلى ${format.number(width)} في ${format.number(height)}`,
  turned: (name: string, degrees: number) => `أُدير ${iso(name)} إلى ${iso(`${format.number(degrees)}°`)}`,
  selected: (count: number) => `المصادر المحددة: ${format.count(count, sourceCount)}`,
  copy: 'نسخ',
  paste: 'لصق',
  copyTransform: 'نسخ التحويل',
  pasteTransform: 'لصق التحويل',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
