/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'Mode studio',
  turnOn: 'Préparer les scènes dans un aperçu avant que les spectateurs les voient',
  turnOff: 'Désactiver le mode studio',
  preview: 'Aperçu',
  program: 'Programme',
  previewOf: (scene: string) => `Aperçu : ${scene}`,
  programOf: (scene: string) => `Programme : ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'Transition vers le programme',
  transition: 'Transition',
  transitionHint: (shortcut: string) => `Envoyer l’aperçu au programme (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'T-bar',
  barAt: (share: number) => format.percent(share),
  swap: 'Échanger l’aperçu et le programme après une transition',
  swapShort: 'Échanger',
  quick: 'Transitions rapides',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `Transition : ${name}` : `Transition : ${name} (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: 'Ajouter une transition rapide',
  newQuick: 'Nouvelle transition rapide',
  add: 'Ajouter',
  remove: 'Retirer',
};
