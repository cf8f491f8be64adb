/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'Studiomodus',
  turnOn: 'Szenen in einer Vorschau vorbereiten, bevor Zuschauer sie sehen',
  turnOff: 'Studiomodus ausschalten',
  preview: 'Vorschau',
  program: 'Programm',
  previewOf: (scene: string) => `Vorschau: ${scene}`,
  programOf: (scene: string) => `Programm: ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'Übergang zum Programm',
  transition: 'Übergang',
  transitionHint: (shortcut: string) => `Vorschau ins Programm nehmen (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'T-Bar',
  barAt: (share: number) => format.percent(Math.round(share * 100) / 100),
  swap: 'Vorschau und Programm nach einem Übergang tauschen',
  swapShort: 'Tauschen',
  quick: 'Schnellübergänge',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `Übergang mit ${name}` : `Übergang mit ${name} (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: 'Schnellübergang hinzufügen',
  newQuick: 'Neuer Schnellübergang',
  add: 'Hinzufügen',
  remove: 'Entfernen',
};
