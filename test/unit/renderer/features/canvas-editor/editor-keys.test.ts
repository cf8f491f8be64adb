/** Keys of the editor. */
import { describe, expect, it } from 'vitest';
import { editorAction } from '../../../../../renderer/features/canvas-editor/actions/editor-keys.ts';

function action(keys: string, mac = false) {
  const parts = keys.split('+');
  return editorAction(
    {
      key: parts.at(-1) ?? '',
      code: '',
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Meta'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    },
    mac,
  );
}

describe('a key', () => {
  it.each([
    ['ArrowLeft', { type: 'move', shift: { x: -1, y: 0 } }],
    ['Shift+ArrowDown', { type: 'move', shift: { x: 0, y: 10 } }],
    ['Ctrl+ArrowRight', { type: 'resize', side: 'width', by: 1 }],
    ['Ctrl+Shift+ArrowUp', { type: 'resize', side: 'height', by: -10 }],
    ['Alt+ArrowUp', { type: 'order', to: 'forward' }],
    ['r', { type: 'turn', degrees: 15 }],
    ['Shift+R', { type: 'turn', degrees: -15 }],
    ['PageUp', { type: 'choose', to: 'forward', isMore: false }],
    ['Shift+PageDown', { type: 'choose', to: 'backward', isMore: true }],
    ['Home', { type: 'choose', to: 'front', isMore: false }],
    ['Delete', { type: 'remove' }],
    ['Escape', { type: 'clear' }],
    ['Enter', { type: 'open' }],
    ['Ctrl+d', { type: 'duplicate' }],
    ['Ctrl+c', { type: 'copy' }],
    ['Ctrl+Shift+C', { type: 'copyTransform' }],
    ['Ctrl+Shift+V', { type: 'pasteTransform' }],
    ['Ctrl+a', { type: 'selectAll' }],
  ])('%s does %o', (keys, wanted) => {
    expect(action(keys)).toEqual(wanted);
  });

  it.each(['Tab', '1', 'Ctrl+z', 'Ctrl+r', 'Alt+ArrowLeft', 'toString', 'Ctrl+Alt+ArrowUp', 'Meta+v'])(
    '%s is left to others',
    (keys) => {
      expect(action(keys)).toBeUndefined();
    },
  );
});

it('on macOS the Command key does what Ctrl does elsewhere, and Ctrl nothing', () => {
  expect(action('Meta+v', true)).toEqual({ type: 'paste' });
  expect(action('Ctrl+v', true)).toBeUndefined();
});
