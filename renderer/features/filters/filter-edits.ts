/** What can be done to the filters of a source, a scene or a channel, and the filters that were copied. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { filtersOf } from '../../../shared/studio/document-schema.ts';
import type { Filter, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { filterDefaults } from '../../../shared/studio/filters/filter.ts';
import type {
  ChannelOwner,
  FilterCommand,
  FilterOwner,
} from '../../../shared/studio/filters/filter-commands.ts';
import type { Services } from '../../state/services.ts';
import { showRemoved } from '../../state/show-removed.ts';
import { texts } from '../../../shared/text/text.ts';

type AnySettings = Extract<FilterCommand, { readonly type: 'setFilter' }>['settings'];

/** One that changes pictures, or one that changes sound. */
export interface ListedFilter {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly settings: AnySettings;
}

/** For as long as the window lives. */
export type CopiedFilters<F extends ListedFilter = ListedFilter> = StoreApi<{
  readonly filters: readonly F[];
}>;

export const copiedFilters: CopiedFilters<Filter> = createStore<{ readonly filters: readonly Filter[] }>(
  () => ({ filters: [] }),
);

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

/** A filter before it has an id. */
export type NewFilter<F extends ListedFilter> = Pick<F, 'name' | 'isEnabled' | 'settings'>;

/** What a list of filters does. */
export interface FilterEdits<F extends ListedFilter = ListedFilter> {
  /** The new filter's id. */
  add(name: string, settings: AnySettings): Promise<string | undefined>;
  set(filterId: string, settings: AnySettings): Promise<unknown>;
  setEnabled(filter: ListedFilter, isEnabled: boolean): Promise<unknown>;
  rename(filter: ListedFilter, name: string): Promise<unknown>;
  /** @param index in the list. */
  move(filterId: string, index: number): Promise<unknown>;
  remove(filter: ListedFilter): Promise<unknown>;
  /** All of them, at the end, as one step of undo. */
  paste(filters: readonly NewFilter<F>[]): Promise<unknown>;
}

export function filterEdits(services: Services, owner: FilterOwner | ChannelOwner): FilterEdits {
  const { run } = services;
  return {
    add: async (name, settings) => (await run({ type: 'addFilter', owner, name, settings })).filterId,
    set: async (filterId, settings) => await run({ type: 'setFilter', owner, filterId, settings }),
    setEnabled: async ({ id: filterId }, isEnabled) =>
      await run({ type: 'setFilterEnabled', owner, filterId, isEnabled }),
    rename: async ({ id: filterId }, name) => await run({ type: 'renameFilter', owner, filterId, name }),
    move: async (filterId, index) => await run({ type: 'moveFilter', owner, filterId, index }),
    remove: async ({ id: filterId, name }) => {
      await run({ type: 'removeFilter', owner, filterId });
      showRemoved(services, texts.filters.removed(name), name);
    },
    paste: async (filters) => {
      const gestureId = crypto.randomUUID();
      for (const { name, settings, isEnabled } of filters) {
        // In order: each one meets what the one before left.
        // oxlint-disable-next-line no-await-in-loop
        await run({ type: 'addFilter', owner, name, settings, isEnabled, gestureId });
      }
    },
  };
}

/** A filter's file stays. */
export function plainSettings({ settings }: Filter): Filter['settings'] {
  const path = 'path' in settings && settings.path !== undefined ? { path: settings.path } : {};
  return { ...filterDefaults[settings.kind], ...path };
}
