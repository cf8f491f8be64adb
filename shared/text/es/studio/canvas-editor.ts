/** Editing a scene on its picture. */
import { format } from '../format.ts';

export const canvasEditor = {
  title: 'Editor de escenas',
  titleOfGroup: (name: string) => `Editor de escenas, en ${name}`,
  hint: 'Re Pág y Av Pág seleccionan una fuente. Las flechas la mueven, Ctrl+flechas cambian su tamaño y R la gira. Intro abre un grupo y Esc sale de él.',
  moved: (name: string, x: number, y: number) => `${name} en ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}, ${format.number(width)} por ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name}: recorte de ${format.number(width)} por ${format.number(height)}`,
  turned: (name: string, degrees: number) => `${name}: giro de ${format.number(degrees)}°`,
  selected: (count: number) => `${format.number(count)} fuentes seleccionadas`,
  copy: 'Copiar',
  paste: 'Pegar',
  copyTransform: 'Copiar transformación',
  pasteTransform: 'Pegar transformación',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
