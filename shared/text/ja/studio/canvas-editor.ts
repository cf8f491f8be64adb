/** Editing a scene on its picture. */
import { format } from '../format.ts';

export const canvasEditor = {
  title: 'シーンエディター',
  titleOfGroup: (name: string) => `シーンエディター、${name}の中`,
  hint: 'Page UpとPage Downでソースを選択します。矢印キーで移動、Ctrl+矢印キーでサイズ変更、Rで回転します。Enterでグループを開き、Escapeで閉じます。',
  moved: (name: string, x: number, y: number) => `${name}、位置 ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}、${format.number(width)} × ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name}を${format.number(width)} × ${format.number(height)}にクロップ`,
  turned: (name: string, degrees: number) => `${name}を${format.number(degrees)}°に回転`,
  selected: (count: number) => `${format.number(count)}個のソースを選択中`,
  copy: 'コピー',
  paste: '貼り付け',
  copyTransform: '変換をコピー',
  pasteTransform: '変換を貼り付け',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
