/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Projector',
  menu: 'Projectors',
  menuHint: 'Show the program, a scene, or all scenes in a window or on a display',
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
  closeHint: 'Press Esc to close',
};
