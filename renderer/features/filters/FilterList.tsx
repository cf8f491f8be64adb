/** Filters in the order in which they change the picture or the sound: added, dragged, turned off, copied; the settings of one are open. */
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Ellipsis } from 'lucide-react';
import { useStore } from 'zustand';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { dropMark, useDragOrder } from '../../ui/editing/use-drag-order.ts';
import { Menu } from '../../ui/overlays/Menu.tsx';
import { FilterRow } from './FilterRow.tsx';
import type { CopiedFilters, FilterEdits, ListedFilter, NewFilter } from './filter-edits.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './filters.module.css';

export interface FilterListProps<F extends ListedFilter> {
  readonly filters: readonly F[];
  readonly edits: FilterEdits<F>;
  readonly copied: CopiedFilters<F>;
  /** What can be added. */
  readonly kinds: readonly { readonly label: string; readonly settings: F['settings'] }[];
  /** Several that are added at once, where there are some. */
  readonly presets?: readonly { readonly label: string; readonly filters: readonly NewFilter<F>[] }[];
  /** As a new one of its kind has them. */
  readonly plainSettings: (filter: F) => F['settings'];
  readonly renderFields: (filter: F) => ReactNode;
}

export function FilterList<F extends ListedFilter>({
  filters,
  edits,
  copied: copiedStore,
  kinds,
  presets = [],
  plainSettings,
  renderFields,
}: FilterListProps<F>) {
  const services = useServices();
  const copied = useStore(copiedStore, (state) => state.filters);
  const [openId, setOpenId] = useState<string>();
  const [addedId, setAddedId] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const drag = useDragOrder((id, index) => act(edits.move(id, index)));
  const focus = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('[data-name]').item(index).focus();
  const add = async (name: string, settings: F['settings']) => {
    const id = await edits.add(name, settings);
    setAddedId(id);
    setOpenId(id);
  };
  const ofPresets = presets.map(({ label, filters: all }) => ({
    label,
    onSelect: () => act(edits.paste(all)),
  }));
  const paste = () => act(edits.paste(copied));
  const remove = (filter: F) => {
    const index = filters.indexOf(filter);
    if (filters.length > 1) focus(index === filters.length - 1 ? index - 1 : index + 1);
    act(edits.remove(filter));
  };
  const move = (filter: F, step: number) => {
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
          items={[
            ...kinds.map(({ label, settings }) => ({
              label,
              onSelect: () => act(add(label, settings)),
            })),
            ...(presets.length === 0
              ? []
              : ['line' as const, { label: texts.filters.presets, items: ofPresets }]),
          ]}
        />
        <Menu
          trigger={<IconButton label={texts.filters.more} icon={<Ellipsis size={16} aria-hidden />} />}
          items={[
            {
              label: texts.filters.copyAll,
              isDisabled: filters.length === 0,
              onSelect: () => copiedStore.setState({ filters }),
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
              filter={filter}
              fields={filter.id === openId ? renderFields(filter) : undefined}
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
              onCopy={() => copiedStore.setState({ filters: [filter] })}
              onPaste={paste}
              onReset={() => act(edits.set(filter.id, plainSettings(filter)))}
              onRemove={() => remove(filter)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
