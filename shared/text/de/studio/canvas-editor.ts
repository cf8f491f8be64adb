/** Editing a scene on its picture. */
import { format } from '../format.ts';

export const canvasEditor = {
  title: 'Szeneneditor',
  titleOfGroup: (name: string) => `Szeneneditor, in ${name}`,
  hint: 'Bild auf und Bild ab wählen eine Quelle aus. Pfeiltasten verschieben sie, Strg+Pfeiltasten ändern ihre Größe, R dreht sie. Die Eingabetaste öffnet eine Gruppe, Esc verlässt sie.',
  moved: (name: string, x: number, y: number) => `${name} bei ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}, ${format.number(width)} mal ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name} auf ${format.number(width)} mal ${format.number(height)} zugeschnitten`,
  turned: (name: string, degrees: number) => `${name} auf ${format.number(degrees)}° gedreht`,
  selected: (count: number) => `${format.number(count)} Quellen ausgewählt`,
  copy: 'Kopieren',
  paste: 'Einfügen',
  copyTransform: 'Transformation kopieren',
  pasteTransform: 'Transformation einfügen',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
