/** Editing a scene on its picture. */
import { format } from '../format.ts';

export const canvasEditor = {
  title: 'Scene editor',
  titleOfGroup: (name: string) => `Scene editor, in ${name}`,
  hint: 'Page Up and Page Down select a source. Arrow keys move it, Ctrl+arrow keys resize it, and R rotates it. Enter opens a group, and Esc leaves it.',
  moved: (name: string, x: number, y: number) => `${name} at ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}, ${format.number(width)} by ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name} cropped to ${format.number(width)} by ${format.number(height)}`,
  turned: (name: string, degrees: number) => `${name} rotated to ${format.number(degrees)}°`,
  selected: (count: number) => `${format.number(count)} sources selected`,
  copy: 'Copy',
  paste: 'Paste',
  copyTransform: 'Copy transform',
  pasteTransform: 'Paste transform',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
