/** Edits of filters. */
import { isSameData } from '../../is-same-data.ts';
import { missingCase } from '../../assert.ts';
import { filtersOf } from '../document-schema.ts';
import type { Filter, StudioDocument } from '../document-schema.ts';
import { MAX_FILTERS } from '../filters/filter.ts';
import type { FilterCommand, FilterOwner } from '../filters/filter-commands.ts';
import { findScene, findSource, moved, refused, withScene } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { uniqueName } from './unique-name.ts';

type CommandOf<T extends FilterCommand['type']> = Extract<FilterCommand, { readonly type: T }>;

/** @throws AppError `studio/refused` */
export function reduceFilters(document: StudioDocument, command: FilterCommand, makeId: MakeId): Outcome {
  const { owner } = command;
  const filters = filtersAt(document, owner);
  if (command.type === 'addFilter') return addFilter(document, filters, command, makeId);
  const filter = filters.find(({ id }) => id === command.filterId);
  if (filter === undefined) throw refused('filterUnknown');
  const change = (next: Partial<Filter>): Outcome => ({
    document: withFilters(
      document,
      owner,
      filters.map((each) => (each === filter ? { ...filter, ...next } : each)),
    ),
  });
  switch (command.type) {
    case 'setFilter':
      if (command.settings.kind !== filter.settings.kind) throw refused('filterUnknown');
      return change({ settings: command.settings });
    case 'setFilterEnabled':
      return change({ isEnabled: command.isEnabled });
    case 'renameFilter': {
      const others = filters.filter((each) => each !== filter);
      return change({ name: uniqueName(command.name, others) });
    }
    case 'moveFilter':
      return { document: withFilters(document, owner, moved([...filters], filter.id, command.index)) };
    case 'removeFilter':
      return {
        document: withFilters(
          document,
          owner,
          filters.filter((each) => each !== filter),
        ),
      };
    default:
      return missingCase(command);
  }
}

function addFilter(
  document: StudioDocument,
  filters: readonly Filter[],
  { owner, name, settings, isEnabled = true, index = filters.length }: CommandOf<'addFilter'>,
  makeId: MakeId,
): Outcome {
  if (filters.length >= MAX_FILTERS) throw refused('tooManyFilters', { maximum: MAX_FILTERS });
  const filter = { id: makeId(), name: uniqueName(name, filters), isEnabled, settings };
  return {
    document: withFilters(document, owner, [...filters.slice(0, index), filter, ...filters.slice(index)]),
    created: { filterId: filter.id },
  };
}

/** @throws AppError `studio/refused` */
function filtersAt(document: StudioDocument, owner: FilterOwner): readonly Filter[] {
  if ('sceneId' in owner) return filtersOf(findScene(document, owner.sceneId));
  const source = findSource(document, owner.sourceId);
  if (source.kind !== 'video') throw refused('sourceWithoutVideo');
  return filtersOf(source);
}

/** Without filters the document is as if there never had been one. */
function withFilters(
  document: StudioDocument,
  owner: FilterOwner,
  filters: readonly Filter[],
): StudioDocument {
  if (isSameData(filters, filtersAt(document, owner))) return document;
  const kept = filters.length === 0 ? {} : { filters: [...filters] };
  if ('sceneId' in owner) {
    const { filters: _before, ...scene } = findScene(document, owner.sceneId);
    return withScene(document, { ...scene, ...kept });
  }
  const sources = document.sources.map((source) => {
    if (source.id !== owner.sourceId || source.kind !== 'video') return source;
    const { filters: _before, ...others } = source;
    return { ...others, ...kept };
  });
  return { ...document, sources };
}

/** The same filters for another owner: ids are of one filter alone. */
export function copiedFilters<T extends { readonly filters?: Filter[] | undefined }>(
  owner: T,
  makeId: MakeId,
): T {
  const { filters } = owner;
  return filters === undefined
    ? owner
    : { ...owner, filters: filters.map((filter) => ({ ...filter, id: makeId() })) };
}
