/** What can be done to the filters of a source or a scene, and the filters that were copied. */
import { createStore } from 'zustand/vanilla';
import { filtersOf } from '../../../shared/studio/document-schema.ts';
import type { Filter, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { filterDefaults } from '../../../shared/studio/filters/filter.ts';
import type { FilterKind } from '../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';
import type { Services } from '../../state/services.ts';
import { showRemoved } from '../../state/show-removed.ts';
import { texts } from '../../../shared/text/text.ts';

/** For as long as the window lives. */
export const copiedFilters = createStore<{ readonly filters: readonly Filter[] }>(() => ({ filters: [] }));

const none: readonly Filter[] = [];

/** The same array while nothing changes. */
export function filtersAt({ sources, scenes }: StudioDocument, owner: FilterOwner): readonly Filter[] {
  const found =
    'sceneId' in owner
      ? scenes.find(({ id }) => id === owner.sceneId)
      : sources.find(({ id }) => id === owner.sourceId);
  const filters = found === undefined ? none : filtersOf(found);
  return filters.length === 0 ? none : filters;
}

export interface FilterEdits {
  /** The new filter's id. */
  add(kind: FilterKind): Promise<string | undefined>;
  setEnabled(filter: Filter, isEnabled: boolean): Promise<unknown>;
  rename(filter: Filter, name: string): Promise<unknown>;
  /** @param index in the list. */
  move(filterId: string, index: number): Promise<unknown>;
  reset(filter: Filter): Promise<unknown>;
  remove(filter: Filter): Promise<unknown>;
  /** All that was copied, at the end, as one step of undo. */
  paste(): Promise<unknown>;
}

export function filterEdits(services: Services, owner: FilterOwner): FilterEdits {
  const { run } = services;
  return {
    add: async (kind) => {
      const name = texts.filters.kinds[kind];
      const { filterId } = await run({ type: 'addFilter', owner, name, settings: filterDefaults[kind] });
      return filterId;
    },
    setEnabled: async ({ id: filterId }, isEnabled) =>
      await run({ type: 'setFilterEnabled', owner, filterId, isEnabled }),
    rename: async ({ id: filterId }, name) => await run({ type: 'renameFilter', owner, filterId, name }),
    move: async (filterId, index) => await run({ type: 'moveFilter', owner, filterId, index }),
    reset: async ({ id: filterId, settings }) => {
      const path = 'path' in settings && settings.path !== undefined ? { path: settings.path } : {};
      const plain = { ...filterDefaults[settings.kind], ...path };
      return await run({ type: 'setFilter', owner, filterId, settings: plain });
    },
    remove: async ({ id: filterId, name }) => {
      await run({ type: 'removeFilter', owner, filterId });
      showRemoved(services, texts.filters.removed(name), name);
    },
    paste: async () => {
      const gestureId = crypto.randomUUID();
      for (const { name, settings, isEnabled } of copiedFilters.getState().filters) {
        // In order: each one meets what the one before left.
        // oxlint-disable-next-line no-await-in-loop
        await run({ type: 'addFilter', owner, name, settings, isEnabled, gestureId });
      }
    },
  };
}
