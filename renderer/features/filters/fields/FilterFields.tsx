/** The settings of one filter: everything changes on air at once. */
import type { Filter } from '../../../../shared/studio/document-schema.ts';
import type { FilterSettings } from '../../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../../shared/studio/filters/filter-commands.ts';
import { useServices } from '../../../state/services.ts';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { filtersAt } from '../filter-edits.ts';
import { OtherFields } from './OtherFields.tsx';
import type { ChangeSettings } from './OtherFields.tsx';
import { SliderField } from './SliderField.tsx';
import { sliders } from './sliders.ts';
import css from '../filters.module.css';

export interface FilterFieldsProps {
  readonly owner: FilterOwner;
  readonly filter: Filter;
}

export function FilterFields({ owner, filter }: FilterFieldsProps) {
  const { settings: store } = useServices();
  const edit = useEdit();
  const { settings } = filter;
  const change: ChangeSettings = (changed, gestureId) => {
    // From what the document says now: another field may have changed it.
    const { studio } = store.store.getState();
    const now = filtersAt(studio, owner).find(({ id }) => id === filter.id)?.settings ?? settings;
    const next: FilterSettings = { ...now, ...changed };
    edit({ type: 'setFilter', owner, filterId: filter.id, settings: next, gestureId });
  };
  const others = <OtherFields filterId={filter.id} settings={settings} onChange={change} />;
  // OBS's order: a key's color and a file come before the numbers, a tint comes after them.
  const isTintLast = settings.kind === 'colourCorrection';
  const numbers = settings as Readonly<Record<string, unknown>>;
  return (
    <div className={css['fields']} role="group" aria-label={filter.name}>
      {isTintLast ? undefined : others}
      {sliders()[settings.kind].map(({ key, factor, ...slider }) => (
        <SliderField
          key={key}
          {...slider}
          value={Number(numbers[key]) * factor}
          onChange={(value, gestureId) => change({ [key]: value / factor }, gestureId)}
        />
      ))}
      {isTintLast ? others : undefined}
    </div>
  );
}
