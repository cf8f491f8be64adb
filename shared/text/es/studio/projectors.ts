/** Projectors: windows that show a picture alone. */
import { format } from '../format.ts';

export const projectors = {
  title: 'Proyector',
  menu: 'Proyectores',
  program: 'Programa',
  preview: 'Vista previa',
  multiview: 'Vista múltiple',
  scene: 'Escena',
  source: 'Fuente',
  inWindow: 'Ventana',
  onDisplay: (name: string) => `Pantalla completa en ${name}`,
  display: (number: number, isPrimary: boolean) =>
    `monitor ${format.number(number)}${isPrimary ? ' (principal)' : ''}`,
  refused: 'Upcast no puede abrir otro proyector. Cierra uno primero.',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}: ${scene}`,
  cells: 'Escenas',
  cellHint: 'Clic para ver esta escena en la vista previa; doble clic para cambiar a ella',
  cellOnAirHint: 'Clic para cambiar a esta escena',
};
