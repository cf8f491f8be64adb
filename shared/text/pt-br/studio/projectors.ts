/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Projetor',
  menu: 'Projetores',
  program: 'Programa',
  preview: 'Prévia',
  multiview: 'Visualização múltipla',
  scene: 'Cena',
  source: 'Fonte',
  inWindow: 'Janela',
  onDisplay: (name: string) => `Tela cheia em ${name}`,
  display: (number: number, isPrimary: boolean) =>
    `monitor ${format.number(number)}${isPrimary ? ' (principal)' : ''}`,
  refused: 'O Upcast não pode abrir outro projetor. Feche um primeiro.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${scene}`,
  cells: 'Cenas',
  cellHint: 'Clique para ver esta cena na prévia; clique duas vezes para mudar para ela',
  cellOnAirHint: 'Clique para mudar para esta cena',
};
