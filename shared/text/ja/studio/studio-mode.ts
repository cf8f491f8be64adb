/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'スタジオモード',
  turnOn: '視聴者に見せる前に、プレビューでシーンを準備します',
  turnOff: 'スタジオモードをオフにします',
  preview: 'プレビュー',
  program: 'プログラム',
  previewOf: (scene: string) => `プレビュー: ${scene}`,
  programOf: (scene: string) => `プログラム: ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'プログラムへのトランジション',
  transition: 'トランジション',
  transitionHint: (shortcut: string) => `プレビューをプログラムに送る (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'Tバー',
  barAt: (share: number) => `${format.number(Math.round(share * 100))}%`,
  swap: 'トランジション後にプレビューとプログラムを入れ替える',
  swapShort: '入れ替え',
  quick: 'クイックトランジション',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `${name}で切り替え` : `${name}で切り替え (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: 'クイックトランジションを追加',
  newQuick: '新しいクイックトランジション',
  add: '追加',
  remove: '削除',
};
