import { describe, expect, it } from 'vitest';
import { editedItems, selectedItems, selectionAfter } from '../../../../renderer/state/selection.ts';
import type { Selection } from '../../../../renderer/state/selection.ts';
import { newItem } from '../../../../shared/studio/document.ts';
import type { Scene } from '../../../../shared/studio/document-schema.ts';
import { canvasTransform } from '../../../../shared/studio/transform.ts';

const transform = canvasTransform('inner', { width: 1280, height: 720 });
const sceneOf = (...ids: string[]): Scene => ({
  id: 'main',
  name: 'Scene',
  items: ids.map((id) => newItem(id, `source-${id}`, transform)),
});
const selected = (...itemIds: string[]): Selection => ({
  sceneId: 'main',
  itemIds,
  anchorId: itemIds.at(-1),
});
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('the selected items', () => {
  it('are those of the scene that are still there, in its order', () => {
    expect(idsOf(selectedItems(sceneOf('a', 'b', 'c'), selected('c', 'gone', 'a')))).toEqual(['a', 'c']);
    expect(selectedItems({ ...sceneOf('a'), id: 'other' }, selected('a'))).toEqual([]);
  });

  it('are edited, or the only item where nothing is selected', () => {
    expect(idsOf(editedItems(sceneOf('a'), selected()))).toEqual(['a']);
    expect(editedItems(sceneOf('a', 'b'), selected())).toEqual([]);
    expect(idsOf(editedItems(sceneOf('a', 'b'), selected('b')))).toEqual(['b']);
  });
});

describe('a click', () => {
  const order = ['a', 'b', 'c', 'd'];
  const click = (before: Selection, id: string, keys: 'plain' | 'range' | 'toggle') =>
    selectionAfter(
      before,
      { sceneId: 'main', order, id },
      { isRange: keys === 'range', isToggle: keys === 'toggle' },
    );

  it.each([
    ['selects one item alone', selected('a', 'b'), 'c', 'plain', ['c']],
    ['with Shift selects everything from the anchor on', selected('b'), 'd', 'range', ['b', 'c', 'd']],
    ['with Shift selects backwards as well', selected('c'), 'a', 'range', ['a', 'b', 'c']],
    ['with Shift and no anchor selects one', selected(), 'c', 'range', ['c']],
    ['with Ctrl adds an item', selected('a'), 'c', 'toggle', ['a', 'c']],
    ['with Ctrl takes an item away', selected('a', 'c'), 'a', 'toggle', ['c']],
  ] as const)('%s', (_what, before, id, keys, wanted) => {
    expect(click(before, id, keys).itemIds).toEqual(wanted);
  });

  it('keeps the anchor while the range changes', () => {
    const wide = click(selected('b'), 'd', 'range');
    expect(click(wide, 'c', 'range').itemIds).toEqual(['b', 'c']);
  });

  it('begins anew in another scene', () => {
    expect(click({ ...selected('a'), sceneId: 'other' }, 'b', 'toggle').itemIds).toEqual(['b']);
  });
});
