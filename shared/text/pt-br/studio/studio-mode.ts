/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'Modo estúdio',
  turnOn: 'Prepare as cenas em uma prévia antes que os espectadores as vejam',
  turnOff: 'Desativar o modo estúdio',
  preview: 'Prévia',
  program: 'Programa',
  previewOf: (scene: string) => `Prévia: ${scene}`,
  programOf: (scene: string) => `Programa: ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'Transição para o programa',
  transition: 'Transição',
  transitionHint: (shortcut: string) => `Enviar a prévia para o programa (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'Alavanca T',
  barAt: (share: number) => `${format.number(Math.round(share * 100))}%`,
  swap: 'Trocar prévia e programa depois de uma transição',
  swapShort: 'Trocar',
  quick: 'Transições rápidas',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `Transição com ${name}` : `Transição com ${name} (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: 'Adicionar transição rápida',
  newQuick: 'Nova transição rápida',
  add: 'Adicionar',
  remove: 'Remover',
};
