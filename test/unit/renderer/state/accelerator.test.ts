import { expect, it } from 'vitest';
import { acceleratorOf } from '../../../../renderer/state/push-keys/accelerator.ts';
import { pushToSchema } from '../../../../shared/studio/mixer/channel-settings.ts';

const none = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };

it.each([
  [{ key: 'F8', code: 'F8' }, 'F8'],
  [{ key: 'm', code: 'KeyM' }, 'M'],
  [{ key: 'M', code: 'KeyM', ctrlKey: true, shiftKey: true }, 'Control+Shift+M'],
  [{ key: '!', code: 'Digit1', shiftKey: true }, 'Shift+1'],
  [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'Alt+Up'],
  [{ key: '5', code: 'Numpad5' }, 'num5'],
  [{ key: ' ', code: 'Space' }, 'Space'],
  [{ key: 'ö', code: 'Semicolon', metaKey: true }, 'Super+;'],
])('%j is %s, which the document takes', (pressed, accelerator) => {
  const key = acceleratorOf({ ...none, ...pressed });
  expect(key).toBe(accelerator);
  expect(pushToSchema.safeParse({ mode: 'talk', accelerator: key, releaseMs: 0 }).success).toBe(true);
});

it.each([
  { key: 'Shift', code: 'ShiftLeft' },
  { key: 'AltGraph', code: 'AltRight' },
  { key: 'Tab', code: 'Tab' },
  { key: 'Enter', code: 'Enter' },
  { key: 'Escape', code: 'Escape' },
  { key: 'Dead', code: 'IntlBackslash' },
])('%j is no key to hold', (pressed) => {
  expect(acceleratorOf({ ...none, ...pressed })).toBeUndefined();
});
