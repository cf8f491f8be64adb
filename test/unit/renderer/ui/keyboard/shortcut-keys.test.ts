/** Shortcuts on each system, with each layout: the key that a person means, and no key that belongs to somebody else. */
import { expect, test } from 'vitest';
import {
  isDeleteKey,
  shortcutOf,
  shownKeys,
  windowShortcutsOn,
} from '../../../../../renderer/ui/keyboard/shortcut-keys.ts';

/** @param held `Ctrl+Shift+`, in DOM's names. */
function press(held: string, key: string, code: string, mac = false, isComposing = false) {
  return shortcutOf(
    {
      ...{ key, code, isComposing },
      ctrlKey: held.includes('Ctrl'),
      shiftKey: held.includes('Shift'),
      altKey: held.includes('Alt'),
      metaKey: held.includes('Meta'),
    },
    mac,
  );
}

test.each([
  ['US', 'm', 'KeyM'],
  ['Russian', 'ь', 'KeyM'],
  ['Greek', 'μ', 'KeyM'],
  ['Hebrew', 'צ', 'KeyM'],
  ['Arabic', 'ة', 'KeyM'],
  ['US with Caps Lock', 'M', 'KeyM'],
  ['French, where M is elsewhere', 'm', 'Semicolon'],
  ['Dvorak, where M is where it was', 'm', 'KeyM'],
])('Ctrl with M mutes with the layout %s', (_layout, key, code) => {
  expect(press('Ctrl', key, code)).toBe('Ctrl+M');
  expect(press('Meta', key, code, true)).toBe('Ctrl+M');
});

test('a letter that a Latin layout has elsewhere counts as printed, not by its place', () => {
  expect(press('Ctrl', 'z', 'KeyY')).toBe('Ctrl+Z');
  expect(press('Ctrl', 'a', 'KeyQ')).toBe('Ctrl+A');
});

test('digits are found on keyboards that give them with Shift alone, and on the number pad', () => {
  expect(press('', '&', 'Digit1')).toBe('1');
  expect(press('Ctrl', 'é', 'Digit2')).toBe('Ctrl+2');
  expect(press('', '3', 'Numpad3')).toBe('3');
  expect(press('', '!', 'Digit1')).toBe('1');
  expect(press('Shift', '!', 'Digit1')).toBe('!');
  expect(press('', 'ArrowLeft', 'Numpad4')).toBe('ArrowLeft');
});

test('the comma of the settings is found on layouts without one there', () => {
  expect(press('Ctrl', 'б', 'Comma')).toBe('Ctrl+,');
});

test.each([
  ['Ctrl+Alt with M, of screen readers', press('Ctrl+Alt', 'm', 'KeyM')],
  ['Win with M', press('Meta', 'm', 'KeyM')],
  ['Ctrl and Win with M', press('Ctrl+Meta', 'm', 'KeyM')],
  ['Ctrl with B in a Mac’s text', press('Ctrl', 'b', 'KeyB', true)],
  ['Escape that ends a word of an input method', press('', 'Escape', 'Escape', false, true)],
  ['a key that an input method takes', press('', 'Process', 'KeyM')],
])('%s is nobody’s shortcut', (_what, shortcut) => {
  expect(shortcut).toBeUndefined();
});

test('Ctrl and Shift with R is another shortcut than Ctrl with R', () => {
  expect(press('Ctrl+Shift', 'R', 'KeyR')).toBe('Ctrl+Shift+R');
});

test('on macOS no shortcut takes a key that the system has for every window', () => {
  const systems = new Set(['Ctrl+M', 'Ctrl+W', 'Ctrl+H', 'Ctrl+Q', 'Ctrl+Tab']);
  expect(Object.values(windowShortcutsOn(true)).filter((shortcut) => systems.has(shortcut))).toEqual([]);
  expect(windowShortcutsOn(false).mute).toBe('Ctrl+M');
});

test.each([
  ['Ctrl+Shift+M', '⇧⌘M'],
  ['Ctrl+Enter', '⌘↩'],
  ['Alt+Left', '⌥←'],
  ['Ctrl+,', '⌘,'],
  ['F2', 'F2'],
  ['Arrow keys move it, Ctrl+arrow keys resize it.', 'Arrow keys move it, ⌘ arrow keys resize it.'],
])('a Mac shows %s as %s', (text, shown) => {
  expect(shownKeys(text, true)).toBe(shown);
  expect(shownKeys(text, false)).toBe(text);
});

test('a Mac’s only delete key removes what is selected', () => {
  expect(['Delete', 'Backspace'].map((key) => isDeleteKey(key, true))).toEqual([true, true]);
  expect(['Delete', 'Backspace'].map((key) => isDeleteKey(key, false))).toEqual([true, false]);
});
