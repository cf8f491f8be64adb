/** Keyboard shortcuts of the window. On macOS the command key stands for Ctrl. None works while a dialog is open. */
import { useEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, () => void>>;

/** A text field keeps its own keys, its own undo among them. */
function isTyping(target: unknown): boolean {
  return target instanceof Element && target.matches('input:not([type=range]), textarea, [contenteditable]');
}

export function useShortcuts(shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts);
  newest.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const action = newest.current[event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key];
      if (action === undefined) return;
      if (event.ctrlKey || event.metaKey) event.preventDefault();
      action();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
