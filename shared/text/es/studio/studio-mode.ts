/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'Modo estudio',
  turnOn: 'Prepara las escenas en una vista previa antes de que las vean los espectadores',
  turnOff: 'Desactivar el modo estudio',
  preview: 'Vista previa',
  program: 'Programa',
  previewOf: (scene: string) => `Vista previa: ${scene}`,
  programOf: (scene: string) => `Programa: ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'Transición al programa',
  transition: 'Transición',
  transitionHint: (shortcut: string) => `Enviar la vista previa al programa (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'Barra T',
  barAt: (share: number) => `${format.number(Math.round(share * 100))}%`,
  swap: 'Intercambiar vista previa y programa después de una transición',
  swapShort: 'Intercambiar',
  quick: 'Transiciones rápidas',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `Transición con ${name}` : `Transición con ${name} (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: 'Añadir transición rápida',
  newQuick: 'Nueva transición rápida',
  add: 'Añadir',
  remove: 'Quitar',
};
