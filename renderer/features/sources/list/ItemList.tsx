/**
 * The items of a scene, front first (ARIA grid): selected by click and by the arrow keys, dragged or moved with Alt, hidden,
 * locked, renamed and removed in their row. With groups the list is a tree (ARIA treegrid): Right and Left open and close one.
 */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Item, Scene } from '../../../../shared/studio/document-schema.ts';
import { runOrShowError, useServices, useSettings } from '../../../state/services.ts';
import { selection, selectionAfter, selectItems } from '../../../state/selection.ts';
import type { SelectionKeys } from '../../../state/selection.ts';
import { dropMark, useDragOrder } from '../../../ui/editing/use-drag-order.ts';
import { itemCommands, ungroupAll } from '../item-commands.ts';
import { ItemRow } from './ItemRow.tsx';
import { listRows } from './list-rows.ts';
import type { ListRow } from './list-rows.ts';
import { alongLine } from '../../../ui/keyboard/along-line.ts';
import { texts } from '../../../../shared/text/text.ts';
import { classNames } from '../../../ui/class-names.ts';
import rowCss from '../../../ui/editing/rows.module.css';
import { hasCommandKey, keyName } from '../../../ui/keyboard/shortcut-keys.ts';
import css from './ItemList.module.css';

export interface ItemListProps {
  readonly scene: Scene;
  readonly selected: readonly Item[];
  readonly renamedId: string | undefined;
  /** The scene is the item's own: that of its group, in one. */
  readonly onRename: (scene: Scene, item: Item) => void;
  readonly onRenamed: () => void;
}

const plainClick: SelectionKeys = { isRange: false, isToggle: false };
const noKeys: ReadonlySet<string> = new Set();

export function ItemList({ scene, selected, renamedId, onRename, onRenamed }: ItemListProps) {
  const services = useServices();
  const studio = useSettings((settings) => settings.studio);
  const state = useStore(selection);
  const [focusedKey, setFocusedKey] = useState<string>();
  const [closed, setClosed] = useState(noKeys);
  const list = useRef<HTMLDivElement>(null);
  const rows = listRows(studio, scene, closed);
  const top = rows.filter(({ level }) => level === 1);
  const hasGroups = rows.some(({ group }) => group !== undefined);
  const stopKey = [focusedKey, rows.findLast(({ item }) => selected.includes(item))?.key, rows[0]?.key].find(
    (key) => rows.some((row) => row.key === key),
  );
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const drag = useDragOrder((id, index) =>
    act(services.run({ type: 'moveItem', sceneId: scene.id, itemId: id, index: top.length - 1 - index })),
  );

  const select = ({ scene: owner, item }: ListRow, keys: SelectionKeys) => {
    const order = rows.filter((row) => row.scene === owner).map((row) => row.item.id);
    selection.setState(selectionAfter(state, { sceneId: owner.id, order, id: item.id }, keys));
  };
  const focus = (index: number): ListRow | undefined => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return undefined;
    setFocusedKey(row.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${row.key}"]`)?.focus();
    return row;
  };
  const open = ({ key }: ListRow, isOpen: boolean) => {
    const others = [...closed].filter((each) => each !== key);
    setClosed(new Set(isOpen ? others : [...others, key]));
  };
  /** The item itself, or all of a selection that it belongs to. */
  const withSelection = (item: Item): readonly Item[] => (selected.includes(item) ? selected : [item]);
  const remove = (row: ListRow) => {
    const gone = withSelection(row.item);
    const left = rows.filter(
      (each) => !gone.includes(each.item) && !gone.some(({ id }) => each.key.startsWith(`${id}/`)),
    );
    const next = rows.slice(rows.indexOf(row)).find((each) => left.includes(each)) ?? left.at(-1);
    if (next !== undefined) {
      focus(rows.indexOf(next));
      selectItems(next.scene.id, [next.item.id]);
    }
    act(itemCommands(services, row.scene).remove(gone));
  };
  const handleKey = (event: KeyboardEvent, row: ListRow) => {
    if (event.target instanceof Element && event.target.closest('button, input') !== null) return;
    const { item } = row;
    const commands = itemCommands(services, row.scene);
    const index = rows.indexOf(row);
    const isCtrl = hasCommandKey(event);
    const key = alongLine(keyName(event));
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[key];
    const chosen = withSelection(item);
    if (event.altKey && key === 'ArrowUp') act(commands.move(chosen, 'forward'));
    else if (event.altKey && key === 'ArrowDown') act(commands.move(chosen, 'backward'));
    else if (to !== undefined) {
      const next = focus(to);
      if (next !== undefined && !isCtrl) select(next, { isRange: event.shiftKey, isToggle: false });
    } else if (key === 'ArrowRight' && row.group !== undefined) open(row, true);
    else if (key === 'ArrowLeft' && row.isOpen) open(row, false);
    else if (key === 'ArrowLeft' && row.level > 1)
      focus(rows.findLastIndex((each, at) => at < index && each.level < row.level));
    else if (key === ' ') select(row, { isRange: event.shiftKey, isToggle: isCtrl });
    else if (key === 'Enter') select(row, plainClick);
    else if (key === 'F2') onRename(row.scene, item);
    else if (key === 'Delete' || key === 'Backspace') remove(row);
    else if (isCtrl && key === 'G')
      act(event.shiftKey ? ungroupAll(commands, studio, chosen) : commands.group(chosen));
    else if (isCtrl && key === 'D') act(commands.duplicate(chosen));
    else if (isCtrl && key === 'A')
      selectItems(
        row.scene.id,
        rows.filter((each) => each.scene === row.scene).map((each) => each.item.id),
        item.id,
      );
    else return;
    event.preventDefault();
  };
  const finishRename = (row: ListRow, name: string | undefined, isByKey: boolean) => {
    onRenamed();
    if (name !== undefined) act(itemCommands(services, row.scene).rename(row.item, name));
    // The row is there again once the field is gone.
    if (isByKey) setTimeout(() => focus(rows.indexOf(row)));
  };
  return (
    <div
      ref={list}
      role={hasGroups ? 'treegrid' : 'grid'}
      aria-label={texts.items.title}
      aria-multiselectable
      className={classNames(rowCss['list'], css['list'])}
      data-single={rows.length === 1}
      onPointerDown={drag.onPointerDown}
    >
      {rows.map((row) => (
        <ItemRow
          key={row.key}
          row={row}
          isInTree={hasGroups}
          menuItems={withSelection(row.item)}
          isSelected={selected.includes(row.item)}
          isStop={row.key === stopKey}
          isDragged={row.level === 1 && row.item.id === drag.draggedId}
          isRenamed={row.item.id === renamedId}
          mark={row.level === 1 ? dropMark(drag, top.indexOf(row), top.length) : undefined}
          onFocus={() => setFocusedKey(row.key)}
          onSelect={(keys) => select(row, keys)}
          onKeyDown={(event) => handleKey(event, row)}
          onOpen={(isOpen) => open(row, isOpen)}
          onRename={(item) => onRename(row.scene, item)}
          onRenamed={(name, isByKey) => finishRename(row, name, isByKey)}
          onVisible={(isVisible) => act(itemCommands(services, row.scene).setVisible([row.item], isVisible))}
          onLocked={(isLocked) => act(itemCommands(services, row.scene).setLocked([row.item], isLocked))}
        />
      ))}
    </div>
  );
}
