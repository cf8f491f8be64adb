/** Studio mode: preview and program, the transition between them. */
import { format } from '../format.ts';

export const studioMode = {
  title: 'Studio mode',
  turnOn: 'Prepare scenes in a preview before viewers see them',
  turnOff: 'Turn off studio mode',
  preview: 'Preview',
  program: 'Program',
  previewOf: (scene: string) => `Preview: ${scene}`,
  programOf: (scene: string) => `Program: ${scene}`,
  /** Beside a scene in the list, as switchers name them. */
  previewMark: 'PVW',
  programMark: 'PGM',
  controls: 'Transition to program',
  transition: 'Transition',
  transitionHint: (shortcut: string) => `Send the preview to program (${shortcut})`,
  transitionShortcut: 'Ctrl+Shift+Enter',
  bar: 'T-bar',
  barAt: (share: number) => `${format.number(Math.round(share * 100))}%`,
  swap: 'Swap preview and program after a transition',
  swapShort: 'Swap',
  quick: 'Quick transitions',
  quickHint: (name: string, shortcut: string | undefined) =>
    shortcut === undefined ? `Transition with ${name}` : `Transition with ${name} (${shortcut})`,
  quickShortcut: (number: number) => `Ctrl+${number}`,
  quickName: (kind: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? kind : `${kind} ${format.number(milliseconds)} ms`,
  addQuick: 'Add quick transition',
  newQuick: 'New quick transition',
  add: 'Add',
  remove: 'Remove',
};
