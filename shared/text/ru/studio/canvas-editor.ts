/** Editing a scene on its picture. */
import { format, sources } from '../format.ts';

export const canvasEditor = {
  title: 'Редактор сцены',
  titleOfGroup: (name: string) => `Редактор сцены, группа «${name}»`,
  hint: 'Page Up и Page Down выбирают источник. Стрелки двигают его, Ctrl+стрелки меняют размер, R поворачивает. Enter открывает группу, Escape выходит из неё.',
  moved: (name: string, x: number, y: number) =>
    `${name}: положение ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}: ${format.number(width)} на ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name}: обрезано до ${format.number(width)} на ${format.number(height)}`,
  turned: (name: string, degrees: number) => `${name}: поворот ${format.number(degrees)}°`,
  selected: (count: number) => `Выбрано: ${format.count(count, sources)}`,
  copy: 'Копировать',
  paste: 'Вставить',
  copyTransform: 'Копировать трансформацию',
  pasteTransform: 'Вставить трансформацию',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
