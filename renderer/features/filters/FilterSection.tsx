/** The filters of a source, folded away until there are some. */
import { useState } from 'react';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';
import { useSettings } from '../../state/services.ts';
import { PictureFilters } from './PictureFilters.tsx';
import { filtersAt } from './filter-edits.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './filters.module.css';

export function FilterSection({ owner }: { readonly owner: FilterOwner }) {
  const filters = useSettings(({ studio }) => filtersAt(studio, owner));
  const [isOpen, setIsOpen] = useState(filters.length > 0);
  return (
    <details
      className={css['section']}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        {texts.filters.title}
        {filters.length === 0 ? undefined : <span className={css['count']}>{filters.length}</span>}
      </summary>
      <PictureFilters owner={owner} filters={filters} />
    </details>
  );
}
