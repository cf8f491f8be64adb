/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Projektor',
  menu: 'Projektoren',
  program: 'Programm',
  preview: 'Vorschau',
  multiview: 'Multiview',
  scene: 'Szene',
  source: 'Quelle',
  inWindow: 'Fenster',
  onDisplay: (name: string) => `Vollbild auf ${name}`,
  display: (number: number, isPrimary: boolean) =>
    `Bildschirm ${format.number(number)}${isPrimary ? ' (Hauptbildschirm)' : ''}`,
  refused: 'Upcast kann keinen weiteren Projektor öffnen. Schließe zuerst einen.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${scene}`,
  cells: 'Szenen',
  cellHint: 'Klick zeigt diese Szene in der Vorschau, Doppelklick wechselt zu ihr',
  cellOnAirHint: 'Klick wechselt zu dieser Szene',
};
