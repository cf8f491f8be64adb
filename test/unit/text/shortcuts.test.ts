/** One key does one thing. */
import { expect, it } from 'vitest';
import { windowShortcutsOn } from '../../../renderer/ui/keyboard/shortcut-keys.ts';
import { texts } from '../../../shared/text/text.ts';

it.each([true, false])('no two shortcuts of the window are the same, with a Mac: %s', (mac) => {
  const shortcuts = [...Object.values(windowShortcutsOn(mac)), texts.studioMode.transitionShortcut];
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});
