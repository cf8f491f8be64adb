/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'プロジェクター',
  menu: 'プロジェクター',
  program: 'プログラム',
  preview: 'プレビュー',
  multiview: 'マルチビュー',
  scene: 'シーン',
  source: 'ソース',
  inWindow: 'ウィンドウ',
  onDisplay: (name: string) => `全画面 (${name})`,
  display: (number: number, isPrimary: boolean) =>
    `ディスプレイ${format.number(number)}${isPrimary ? '、メイン' : ''}`,
  refused: 'これ以上プロジェクターを開けません。先に1つ閉じてください。',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${scene}`,
  cells: 'シーン',
  cellHint: 'クリックするとこのシーンをプレビュー、ダブルクリックすると切り替えます',
  cellOnAirHint: 'クリックするとこのシーンに切り替えます',
};
