/** Editing a scene on its picture. */
import { format } from '../format.ts';

export const canvasEditor = {
  title: 'Editor de cenas',
  titleOfGroup: (name: string) => `Editor de cenas, em ${name}`,
  hint: 'Page Up e Page Down selecionam uma fonte. As setas a movem, Ctrl+setas mudam o tamanho e R a gira. Enter abre um grupo e Esc sai dele.',
  moved: (name: string, x: number, y: number) => `${name} em ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}, ${format.number(width)} por ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name}: corte de ${format.number(width)} por ${format.number(height)}`,
  turned: (name: string, degrees: number) => `${name}: rotação de ${format.number(degrees)}°`,
  selected: (count: number) => `${format.number(count)} fontes selecionadas`,
  copy: 'Copiar',
  paste: 'Colar',
  copyTransform: 'Copiar transformação',
  pasteTransform: 'Colar transformação',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
