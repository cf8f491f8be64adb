/**
 * Sound that comes with a captured picture is a source of its own with us, heard where the picture shows: it has the picture's name, its
 * level and its filters of sound. Pure.
 */
import { isSoundFilter } from './to-sound-filters.ts';
import type { ObsCollection, ObsSource } from '../collection.ts';

export function withOwnSounds(collection: ObsCollection): ObsCollection {
  return { ...collection, sources: collection.sources.flatMap(partsOf) };
}

function partsOf(source: ObsSource): readonly ObsSource[] {
  const { ownSound, key, filters } = source;
  if (ownSound === undefined || ownSound.type === 'lost') return [source];
  return [
    { ...source, filters: filters.filter((filter) => !isSoundFilter(filter)) },
    {
      ...{ ...source, key: `${key}-sound`, pictureKey: key, ownSound: undefined },
      input: ownSound,
      filters: filters.filter(isSoundFilter),
    },
  ];
}
