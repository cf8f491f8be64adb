/**
 * The items of a scene, front first (ARIA grid): selected by click and by the arrow keys, dragged or moved with Alt, hidden,
 * locked, renamed and removed in their row.
 */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Item, Scene } from '../../../../shared/studio/document-schema.ts';
import { runOrShowError, useServices } from '../../../state/services.ts';
import { selection, selectionAfter, selectItems } from '../../../state/selection.ts';
import type { SelectionKeys } from '../../../state/selection.ts';
import { dropMark, useDragOrder } from '../../../ui/editing/use-drag-order.ts';
import { itemCommands } from '../item-commands.ts';
import { ItemRow } from './ItemRow.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './ItemList.module.css';

export interface ItemListProps {
  readonly scene: Scene;
  readonly selected: readonly Item[];
  readonly renamedId: string | undefined;
  readonly onRename: (item: Item) => void;
  readonly onRenamed: () => void;
}

const plainClick: SelectionKeys = { isRange: false, isToggle: false };

export function ItemList({ scene, selected, renamedId, onRename, onRenamed }: ItemListProps) {
  const services = useServices();
  const state = useStore(selection);
  const [focusedId, setFocusedId] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const commands = itemCommands(services, scene);
  const rows = scene.items.toReversed();
  const order = rows.map(({ id }) => id);
  const stopId = [focusedId, selected.at(-1)?.id, order[0]].find(
    (id) => id !== undefined && order.includes(id),
  );
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const drag = useDragOrder((id, index) =>
    act(services.run({ type: 'moveItem', sceneId: scene.id, itemId: id, index: order.length - 1 - index })),
  );

  const select = (id: string, keys: SelectionKeys) =>
    selection.setState(selectionAfter(state, { sceneId: scene.id, order, id }, keys));
  const focus = (index: number): string | undefined => {
    const id = order[Math.min(order.length - 1, Math.max(0, index))];
    if (id === undefined) return undefined;
    setFocusedId(id);
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
    return id;
  };
  /** The item itself, or all of a selection that it belongs to. */
  const withSelection = (item: Item): readonly Item[] => (selected.includes(item) ? selected : [item]);
  const remove = (item: Item) => {
    const gone = withSelection(item);
    const left = rows.filter((each) => !gone.includes(each));
    const next = rows.slice(rows.indexOf(item)).find((each) => left.includes(each)) ?? left.at(-1);
    if (next !== undefined) {
      focus(rows.indexOf(next));
      selectItems(scene.id, [next.id]);
    }
    act(commands.remove(gone));
  };
  const handleKey = (event: KeyboardEvent, item: Item) => {
    if (event.target instanceof Element && event.target.closest('button, input') !== null) return;
    const index = rows.indexOf(item);
    const isCtrl = event.ctrlKey || event.metaKey;
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: order.length - 1 }[event.key];
    if (event.altKey && event.key === 'ArrowUp') act(commands.move(withSelection(item), 'forward'));
    else if (event.altKey && event.key === 'ArrowDown') act(commands.move(withSelection(item), 'backward'));
    else if (to !== undefined) {
      const id = focus(to);
      if (id !== undefined && !isCtrl) select(id, { isRange: event.shiftKey, isToggle: false });
    } else if (event.key === ' ') select(item.id, { isRange: event.shiftKey, isToggle: isCtrl });
    else if (event.key === 'Enter') select(item.id, plainClick);
    else if (event.key === 'F2') onRename(item);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(item);
    else if (isCtrl && event.key.toLowerCase() === 'd') act(commands.duplicate(withSelection(item)));
    else if (isCtrl && event.key.toLowerCase() === 'a') selectItems(scene.id, order, item.id);
    else return;
    event.preventDefault();
  };
  const finishRename = (item: Item, name: string | undefined, isByKey: boolean) => {
    onRenamed();
    if (name !== undefined) act(commands.rename(item, name));
    // The row is there again once the field is gone.
    if (isByKey) setTimeout(() => focus(rows.indexOf(item)));
  };
  return (
    <div
      ref={list}
      role="grid"
      aria-label={texts.items.title}
      aria-multiselectable
      className={css['list']}
      data-single={rows.length === 1}
      onPointerDown={drag.onPointerDown}
    >
      {rows.map((item, index) => (
        <ItemRow
          key={item.id}
          scene={scene}
          item={item}
          menuItems={withSelection(item)}
          isSelected={selected.includes(item)}
          isStop={item.id === stopId}
          isDragged={item.id === drag.draggedId}
          isRenamed={item.id === renamedId}
          mark={dropMark(drag, index, rows.length)}
          onFocus={() => setFocusedId(item.id)}
          onSelect={(keys) => select(item.id, keys)}
          onKeyDown={(event) => handleKey(event, item)}
          onRename={onRename}
          onRenamed={(name, isByKey) => finishRename(item, name, isByKey)}
          onVisible={(isVisible) => act(commands.setVisible([item], isVisible))}
          onLocked={(isLocked) => act(commands.setLocked([item], isLocked))}
        />
      ))}
    </div>
  );
}
