/** Keyboard shortcuts of the window. On macOS the command key stands for Ctrl. None works while a dialog is open. */
import { useEffect, useRef } from 'react';

/** By key, with `Ctrl+` or `Ctrl+Shift+` before it: `Escape`, `1`, `Ctrl+B`, `Ctrl+Shift+Z`. */
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
      if (event.repeat || event.altKey || document.querySelector('dialog[open]') !== null) return;
      const isCtrl = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const shortcut = `${isCtrl ? 'Ctrl+' : ''}${isCtrl && event.shiftKey ? 'Shift+' : ''}${key}`;
      const action = newest.current[shortcut];
      if (action === undefined || !isFor(event.target, shortcut)) return;
      if (isCtrl) event.preventDefault();
      action();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
