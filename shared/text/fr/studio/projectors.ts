/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Projecteur',
  menu: 'Projecteurs',
  program: 'Programme',
  preview: 'Aperçu',
  multiview: 'Multi-vues',
  scene: 'Scène',
  source: 'Source',
  inWindow: 'Fenêtre',
  onDisplay: (name: string) => `Plein écran : ${name}`,
  display: (number: number, isPrimary: boolean) =>
    `écran ${format.number(number)}${isPrimary ? ' (principal)' : ''}`,
  refused: 'Upcast ne peut pas ouvrir un projecteur de plus. Fermez-en d’abord un.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)} : ${scene}`,
  cells: 'Scènes',
  cellHint: 'Cliquez pour afficher cette scène en aperçu, double-cliquez pour y passer',
  cellOnAirHint: 'Cliquez pour passer à cette scène',
};
