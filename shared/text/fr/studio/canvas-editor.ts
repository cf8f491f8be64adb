/** Editing a scene on its picture. */
import { format, noun } from '../format.ts';

export const canvasEditor = {
  title: 'Éditeur de scène',
  titleOfGroup: (name: string) => `Éditeur de scène, dans ${name}`,
  hint: 'Page préc. et Page suiv. sélectionnent une source. Les flèches la déplacent, Ctrl+flèches la redimensionnent, et R la fait pivoter. Entrée ouvre un groupe, et Échap en sort.',
  moved: (name: string, x: number, y: number) => `${name} à ${format.number(x)}, ${format.number(y)}`,
  resized: (name: string, width: number, height: number) =>
    `${name}, ${format.number(width)} sur ${format.number(height)}`,
  cropped: (name: string, width: number, height: number) =>
    `${name}, rognage à ${format.number(width)} sur ${format.number(height)}`,
  turned: (name: string, degrees: number) => `${name}, rotation de ${format.number(degrees)}°`,
  selected: (count: number) => format.count(count, noun('source sélectionnée', 'sources sélectionnées')),
  copy: 'Copier',
  paste: 'Coller',
  copyTransform: 'Copier la transformation',
  pasteTransform: 'Coller la transformation',
  shortcuts: {
    copy: 'Ctrl+C',
    paste: 'Ctrl+V',
    copyTransform: 'Ctrl+Shift+C',
    pasteTransform: 'Ctrl+Shift+V',
  },
};
