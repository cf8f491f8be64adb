/** Edits of filters. */
import { isSameData } from '../../is-same-data.ts';
import { missingCase } from '../../assert.ts';
import { filtersOf, sideChannelOf, soundFiltersOf } from '../document-schema.ts';
import type { Filter, SoundFilter, StudioDocument } from '../document-schema.ts';
import { MAX_FILTERS } from '../filters/filter.ts';
import type { ChannelOwner, FilterCommand, FilterOwner } from '../filters/filter-commands.ts';
import { withChannel } from '../mixer/channels.ts';
import { findChannel, findScene, findSource, moved, refused, withScene } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { uniqueName } from './unique-name.ts';

type CommandOf<T extends FilterCommand['type']> = Extract<FilterCommand, { readonly type: T }>;

type Owner = FilterOwner | ChannelOwner;
type AnyFilter = Filter | SoundFilter;
type AnySettings = AnyFilter['settings'];

/** @throws AppError `studio/refused` */
export function reduceFilters(document: StudioDocument, command: FilterCommand, makeId: MakeId): Outcome {
  const { owner } = command;
  const filters = filtersAt(document, owner);
  if (command.type === 'addFilter') return addFilter(document, filters, command, makeId);
  const filter = filters.find(({ id }) => id === command.filterId);
  if (filter === undefined) throw refused('filterUnknown');
  const change = (
    next: Partial<Omit<AnyFilter, 'settings'>> & { readonly settings?: AnySettings },
  ): Outcome => ({
    document: withFilters(
      document,
      owner,
      filters.map((each) => (each === filter ? ({ ...filter, ...next } as AnyFilter) : each)),
    ),
  });
  switch (command.type) {
    case 'setFilter':
      if (kindOf(command.settings) !== kindOf(filter.settings)) throw refused('filterUnknown');
      checkSettings(document, owner, command.settings);
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
  filters: readonly AnyFilter[],
  { owner, name, settings, isEnabled = true, index = filters.length }: CommandOf<'addFilter'>,
  makeId: MakeId,
): Outcome {
  if (filters.length >= MAX_FILTERS) throw refused('tooManyFilters', { maximum: MAX_FILTERS });
  checkSettings(document, owner, settings);
  const filter = { id: makeId(), name: uniqueName(name, filters), isEnabled, settings } as AnyFilter;
  return {
    document: withFilters(document, owner, [...filters.slice(0, index), filter, ...filters.slice(index)]),
    created: { filterId: filter.id },
  };
}

/** Of a filter of the picture or of the sound. */
function kindOf(settings: AnySettings): string {
  return 'kind' in settings ? `video ${settings.kind}` : `audio ${settings.type}`;
}

/** @throws AppError `studio/refused` */
function checkSettings({ channels }: StudioDocument, owner: Owner, settings: AnySettings): void {
  if ('kind' in settings === 'channelId' in owner) throw refused('filterMisplaced');
  const side = 'kind' in settings ? undefined : sideChannelOf(settings);
  if (side === undefined) return;
  const isOwn = 'channelId' in owner && owner.channelId === side;
  if (isOwn || channels.every(({ id }) => id !== side)) throw refused('channelUnknown');
}

/** @throws AppError `studio/refused` */
function filtersAt(document: StudioDocument, owner: Owner): readonly AnyFilter[] {
  if ('channelId' in owner) return soundFiltersOf(findChannel(document, owner.channelId));
  if ('sceneId' in owner) return filtersOf(findScene(document, owner.sceneId));
  const source = findSource(document, owner.sourceId);
  if (source.kind !== 'video') throw refused('sourceWithoutVideo');
  return filtersOf(source);
}

/** Without filters the document is as if there never had been one. */
function withFilters(document: StudioDocument, owner: Owner, filters: readonly AnyFilter[]): StudioDocument {
  if (isSameData(filters, filtersAt(document, owner))) return document;
  if ('channelId' in owner) {
    const channel = findChannel(document, owner.channelId);
    return withChannel(document, { ...channel, filters: filters.filter(isOfSound) });
  }
  return withPictureFilters(document, owner, filters.filter(isOfPicture));
}

function isOfSound(filter: AnyFilter): filter is SoundFilter {
  return 'type' in filter.settings;
}

function isOfPicture(filter: AnyFilter): filter is Filter {
  return 'kind' in filter.settings;
}

function withPictureFilters(
  document: StudioDocument,
  owner: FilterOwner,
  filters: readonly Filter[],
): StudioDocument {
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
