/** Editing a scene on its picture. */
import { format, zh } from '../format.ts';

export const canvasEditor = {
  title: '场景编辑器',
  titleOfGroup: (name: string) => `场景编辑器，在“${name}”中`,
  hint: 'Page Up 和 Page Down 选择来源。方向键移动，Ctrl+方向键调整大小，R 旋转。Enter 进入分组，Escape 离开分组。',
  moved: (name: string, x: number, y: number) => zh`${name} 位于 ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}，${format.number(width)} × ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    zh`${name} 已裁剪为 ${format.number(width)} × ${format.number(height)}`,
  turned: (name: string, degrees: number) => zh`${name} 已旋转到 ${format.number(degrees)}°`,
  selected: (count: number) => zh`已选择 ${format.number(count)} 个来源`,
  copy: '复制',
  paste: '粘贴',
  copyTransform: '复制变换',
  pasteTransform: '粘贴变换',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
