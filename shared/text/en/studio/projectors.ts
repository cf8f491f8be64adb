/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Projector',
  menu: 'Projectors',
  program: 'Program',
  preview: 'Preview',
  multiview: 'Multiview',
  scene: 'Scene',
  source: 'Source',
  inWindow: 'Window',
  onDisplay: (name: string) => `Full screen on ${name}`,
  display: (number: number, isPrimary: boolean) =>
    `display ${format.number(number)}${isPrimary ? ' (primary)' : ''}`,
  refused: 'Upcast can’t open another projector. Close one first.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${scene}`,
  cells: 'Scenes',
  cellHint: 'Click to preview this scene, double-click to switch to it',
  cellOnAirHint: 'Click to switch to this scene',
};
