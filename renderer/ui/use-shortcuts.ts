/** Keyboard shortcuts of the window. None works while a dialog is open. */
import { useEffect, useRef } from 'react';
import { shortcutOf } from './keyboard/shortcut-keys.ts';

/** As `shortcutOf` names them. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const TEXT =
  'textarea, [contenteditable], input:not([type="range"], [type="color"], [type="checkbox"], [type="radio"])';
/** Keys without Ctrl choose something there. */
const OWN_KEYS = 'select, [role="menu"], [role="menu"] *';
const UNDO_KEYS: ReadonlySet<string> = new Set(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y']);

/** A text field keeps its own keys, its own undo among them; a number field has no undo of its own. */
function isFor(target: unknown, shortcut: string): boolean {
  if (!(target instanceof Element)) return true;
  if (target.matches('[role="spinbutton"]')) return UNDO_KEYS.has(shortcut);
  if (target.matches(TEXT)) return false;
  return shortcut.startsWith('Ctrl+') || !target.matches(OWN_KEYS);
}

export function useShortcuts(shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts);
  newest.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || document.querySelector('dialog[open]') !== null) return;
      const shortcut = shortcutOf(event);
      const action = shortcut === undefined ? undefined : newest.current[shortcut];
      if (shortcut === undefined || action === undefined || !isFor(event.target, shortcut)) return;
      if (shortcut.startsWith('Ctrl+')) event.preventDefault();
      action();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
