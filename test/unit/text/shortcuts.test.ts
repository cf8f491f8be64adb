/** One key does one thing. */
import { expect, it } from 'vitest';
import { texts } from '../../../shared/text/text.ts';

it('no two shortcuts of the window are the same', () => {
  const shortcuts = [...Object.values(texts.common.shortcuts), texts.studioMode.transitionShortcut];
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});
