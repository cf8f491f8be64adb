/** The list of filters that change the picture of a source or a scene. */
import type { Filter } from '../../../shared/studio/document-schema.ts';
import { filterDefaults, filterKinds } from '../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';
import { useServices } from '../../state/services.ts';
import { FilterFields } from './fields/FilterFields.tsx';
import { FilterList } from './FilterList.tsx';
import { copiedFilters, filterEdits, plainSettings } from './filter-edits.ts';
import { texts } from '../../../shared/text/text.ts';

export interface PictureFiltersProps {
  readonly owner: FilterOwner;
  readonly filters: readonly Filter[];
}

const kinds = () =>
  filterKinds.map((kind) => ({ label: texts.filters.kinds[kind], settings: filterDefaults[kind] }));

export function PictureFilters({ owner, filters }: PictureFiltersProps) {
  const services = useServices();
  return (
    <FilterList
      filters={filters}
      edits={filterEdits(services, owner)}
      copied={copiedFilters}
      kinds={kinds()}
      plainSettings={plainSettings}
      renderFields={(filter) => <FilterFields owner={owner} filter={filter} />}
    />
  );
}
