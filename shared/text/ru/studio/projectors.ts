/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Проектор',
  menu: 'Проекторы',
  program: 'Программа',
  preview: 'Предпросмотр',
  multiview: 'Мультиобзор',
  scene: 'Сцена',
  source: 'Источник',
  inWindow: 'В окне',
  onDisplay: (name: string) => `На весь экран: ${name}`,
  display: (number: number, isPrimary: boolean) =>
    `экран ${format.number(number)}${isPrimary ? ' (основной)' : ''}`,
  refused: 'Больше проекторов открыть нельзя. Сначала закройте один из них.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${scene}`,
  cells: 'Сцены',
  cellHint: 'Нажмите для предпросмотра сцены, дважды — чтобы перейти к ней',
  cellOnAirHint: 'Нажмите, чтобы перейти к этой сцене',
};
