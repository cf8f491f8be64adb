/** The files that filters need, by the studio document alone. */
import { filtersOf } from '../document-schema.ts';
import type { Filter, StudioDocument } from '../document-schema.ts';
import { filterFileOf } from './filter.ts';
import type { FilterSettings } from './filter.ts';
import type { FilterOwner } from './filter-commands.ts';

export interface FilterFilePlace {
  readonly filterId: string;
}

export interface FilterFile extends FilterFilePlace {
  readonly settings: FilterSettings;
  readonly path: string;
}

/** Of all sources and scenes. */
export function allFilters({ sources, scenes }: StudioDocument): readonly Filter[] {
  return [...sources, ...scenes].flatMap(filtersOf);
}

export function allFilterFiles(document: StudioDocument): readonly FilterFile[] {
  return allFilters(document).flatMap(({ id: filterId, settings }) => {
    const path = filterFileOf(settings);
    return path === undefined ? [] : [{ filterId, settings, path }];
  });
}

export function filterFileAt(
  document: StudioDocument,
  { filterId }: FilterFilePlace,
): FilterFile | undefined {
  return allFilterFiles(document).find((file) => file.filterId === filterId);
}

export function findFilter(
  { sources, scenes }: StudioDocument,
  filterId: string,
): { readonly owner: FilterOwner; readonly filter: Filter } | undefined {
  for (const source of sources)
    for (const filter of filtersOf(source))
      if (filter.id === filterId) return { owner: { sourceId: source.id }, filter };
  for (const scene of scenes)
    for (const filter of filtersOf(scene))
      if (filter.id === filterId) return { owner: { sceneId: scene.id }, filter };
  return undefined;
}
