/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'Режим студии',
  turnOn: 'Готовить сцены в предпросмотре, прежде чем их увидят зрители',
  turnOff: 'Выключить режим студии',
  preview: 'Предпросмотр',
  program: 'Программа',
  previewOf: (scene: string) => `Предпросмотр: ${scene}`,
  programOf: (scene: string) => `Программа: ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'Переход в программу',
  transition: 'Переход',
  transitionHint: (shortcut: string) => `Отправить предпросмотр в программу (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'T-рычаг',
  barAt: (share: number) => `${format.number(Math.round(share * 100))}%`,
  swap: 'Менять местами предпросмотр и программу после перехода',
  swapShort: 'Обмен',
  quick: 'Быстрые переходы',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `Переход: ${name}` : `Переход: ${name} (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} мс`,
  addQuick: 'Добавить быстрый переход',
  newQuick: 'Новый быстрый переход',
  add: 'Добавить',
  remove: 'Удалить',
};
