/** Studio mode: preview and program, the transition between them. */
import { format, zh } from '../format.ts';

export const studioMode = {
  title: '工作室模式',
  turnOn: '先在预览中准备场景，再让观众看到',
  turnOff: '关闭工作室模式',
  preview: '预览',
  program: '节目',
  previewOf: (scene: string) => `预览：${scene}`,
  programOf: (scene: string) => `节目：${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: '转场到节目',
  transition: '转场',
  transitionHint: (shortcut: string) => `将预览送到节目（${shortcut}）`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'T 型推杆',
  barAt: (share: number) => `${format.number(Math.round(share * 100))}%`,
  swap: '转场后交换预览和节目',
  swapShort: '交换',
  quick: '快速转场',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? zh`使用${name}转场` : zh`使用${name}转场（${shortcut}）`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: '添加快速转场',
  newQuick: '新建快速转场',
  add: '添加',
  remove: '移除',
};
