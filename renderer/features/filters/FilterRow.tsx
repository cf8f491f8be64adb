/** A filter in its row, with its settings below while it is open. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { ChevronDown, ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { RenameField } from '../../ui/editing/RenameField.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import type { MenuItem } from '../../ui/overlays/MenuEntries.tsx';
import { hasCommandKey, isDeleteKey, keyName } from '../../ui/keyboard/shortcut-keys.ts';
import type { ListedFilter } from './filter-edits.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './filters.module.css';

export interface FilterRowProps {
  readonly filter: ListedFilter;
  /** While it is open. */
  readonly fields: ReactNode;
  readonly isOpen: boolean;
  /** The last one that was added here. */
  readonly isNew: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isDragged: boolean;
  readonly mark: 'before' | 'after' | undefined;
  readonly canPaste: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEnabled: (isEnabled: boolean) => void;
  readonly onRename: (name: string) => void;
  readonly onMove: (step: number) => void;
  readonly onCopy: () => void;
  readonly onPaste: () => void;
  readonly onReset: () => void;
  readonly onRemove: () => void;
}

export function FilterRow(props: FilterRowProps) {
  const { filter, fields, isOpen, isNew, onOpen } = props;
  const [isRenamed, setIsRenamed] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // A new filter may be farther down than the column shows.
    if (isNew) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isNew]);
  const focusName = () => row.current?.querySelector<HTMLElement>('[data-name]')?.focus();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li
      ref={row}
      className={css['filter']}
      data-row={filter.id}
      data-dragged={props.isDragged}
      data-drop={props.mark}
      data-enabled={filter.isEnabled}
    >
      <div className={css['row']}>
        <span className={css['grip']} title={texts.filters.drag}>
          <GripVertical size={14} aria-hidden />
        </span>
        {isRenamed ? (
          <RenameField
            label={texts.filters.name}
            name={filter.name}
            onDone={(name, isByKey) => {
              setIsRenamed(false);
              if (name !== undefined) props.onRename(name);
              // The button is there again once the field is gone.
              if (isByKey) setTimeout(focusName);
            }}
          />
        ) : (
          <button
            type="button"
            data-name
            className={css['name']}
            aria-expanded={isOpen}
            title={filter.name}
            onClick={() => onOpen(!isOpen)}
            onKeyDown={(event) => handleKey(event, props, () => setIsRenamed(true))}
          >
            <Chevron size={14} aria-hidden />
            <bdi>{filter.name}</bdi>
          </button>
        )}
        <Switch
          label={texts.filters.enable(filter.name)}
          isOn={filter.isEnabled}
          onChange={props.onEnabled}
        />
        <Menu
          trigger={
            <IconButton label={texts.filters.moreOf(filter.name)} icon={<Ellipsis size={16} aria-hidden />} />
          }
          items={menuOf(props, () => setIsRenamed(true))}
        />
      </div>
      {fields}
    </li>
  );
}

function menuOf(props: FilterRowProps, onRename: () => void): readonly MenuItem[] {
  const { shortcuts } = texts.filters;
  return [
    { label: texts.filters.rename, shortcut: shortcuts.rename, onSelect: onRename },
    { label: texts.filters.copy, shortcut: shortcuts.copy, onSelect: props.onCopy },
    { label: texts.filters.reset, onSelect: props.onReset },
    'line',
    {
      label: texts.filters.moveUp,
      shortcut: shortcuts.moveUp,
      isDisabled: props.isFirst,
      onSelect: () => props.onMove(-1),
    },
    {
      label: texts.filters.moveDown,
      shortcut: shortcuts.moveDown,
      isDisabled: props.isLast,
      onSelect: () => props.onMove(1),
    },
    'line',
    { label: texts.filters.remove, shortcut: shortcuts.remove, isDanger: true, onSelect: props.onRemove },
  ];
}

function handleKey(event: KeyboardEvent, props: FilterRowProps, onRename: () => void): void {
  const isCtrl = hasCommandKey(event);
  const key = keyName(event);
  if (event.altKey && event.key === 'ArrowUp') props.onMove(-1);
  else if (event.altKey && event.key === 'ArrowDown') props.onMove(1);
  else if (event.key === 'F2') onRename();
  else if (isDeleteKey(event.key)) props.onRemove();
  else if (isCtrl && key === 'C') props.onCopy();
  else if (isCtrl && key === 'V' && props.canPaste) props.onPaste();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
