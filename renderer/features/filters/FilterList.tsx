/** Filters in the order in which they change the picture: added, dragged, turned off, copied; the settings of one are open. */
import { useRef, useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { useStore } from 'zustand';
import type { Filter } from '../../../shared/studio/document-schema.ts';
import { filterKinds } from '../../../shared/studio/filters/filter.ts';
import type { FilterKind } from '../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { dropMark, useDragOrder } from '../../ui/editing/use-drag-order.ts';
import { Menu } from '../../ui/overlays/Menu.tsx';
import { FilterRow } from './FilterRow.tsx';
import { copiedFilters, filterEdits } from './filter-edits.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './filters.module.css';

export interface FilterListProps {
  readonly owner: FilterOwner;
  readonly filters: readonly Filter[];
}

export function FilterList({ owner, filters }: FilterListProps) {
  const services = useServices();
  const copied = useStore(copiedFilters, (state) => state.filters);
  const [openId, setOpenId] = useState<string>();
  const [addedId, setAddedId] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const edits = filterEdits(services, owner);
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const drag = useDragOrder((id, index) => act(edits.move(id, index)));
  const focus = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('[data-name]').item(index).focus();
  const add = async (kind: FilterKind) => {
    const id = await edits.add(kind);
    setAddedId(id);
    setOpenId(id);
  };
  const paste = () => act(edits.paste());
  const remove = (filter: Filter) => {
    const index = filters.indexOf(filter);
    if (filters.length > 1) focus(index === filters.length - 1 ? index - 1 : index + 1);
    act(edits.remove(filter));
  };
  const move = (filter: Filter, step: number) => {
    const index = filters.indexOf(filter) + step;
    if (index >= 0 && index < filters.length) act(edits.move(filter.id, index));
  };
  return (
    <div className={css['panel']}>
      <div className={css['heading']}>
        <Menu
          trigger={
            <Button variant="link" aria-label={texts.filters.addFilter}>
              {texts.filters.add}
            </Button>
          }
          items={filterKinds.map((kind) => ({
            label: texts.filters.kinds[kind],
            onSelect: () => act(add(kind)),
          }))}
        />
        <Menu
          trigger={<IconButton label={texts.filters.more} icon={<Ellipsis size={16} aria-hidden />} />}
          items={[
            {
              label: texts.filters.copyAll,
              isDisabled: filters.length === 0,
              onSelect: () => copiedFilters.setState({ filters }),
            },
            { label: texts.filters.paste(copied.length), isDisabled: copied.length === 0, onSelect: paste },
          ]}
        />
      </div>
      {filters.length === 0 ? (
        <p className={css['empty']}>{texts.filters.empty}</p>
      ) : (
        <ul
          ref={list}
          className={css['list']}
          aria-label={texts.filters.title}
          onPointerDown={drag.onPointerDown}
        >
          {filters.map((filter, index) => (
            <FilterRow
              key={filter.id}
              owner={owner}
              filter={filter}
              isOpen={filter.id === openId}
              isNew={filter.id === addedId}
              isFirst={index === 0}
              isLast={index === filters.length - 1}
              isDragged={filter.id === drag.draggedId}
              mark={dropMark(drag, index, filters.length)}
              canPaste={copied.length > 0}
              onOpen={(isOpen) => setOpenId(isOpen ? filter.id : undefined)}
              onEnabled={(isEnabled) => act(edits.setEnabled(filter, isEnabled))}
              onRename={(name) => act(edits.rename(filter, name))}
              onMove={(step) => move(filter, step)}
              onCopy={() => copiedFilters.setState({ filters: [filter] })}
              onPaste={paste}
              onReset={() => act(edits.reset(filter))}
              onRemove={() => remove(filter)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
