/** Commands for the filters of the document that they meet, and now and then for none that it has. */
import fc from 'fast-check';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { filtersOf } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { filterDefaults, filterKinds } from '../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';

type CommandFor = (document: StudioDocument) => DocumentCommand;
type About = { readonly owner: FilterOwner; readonly gestureId: string | undefined };

export function anyFilterCommands(): readonly fc.Arbitrary<CommandFor>[] {
  const gestureId = fc.constantFrom(undefined, undefined, 'one', 'two');
  const at = fc.tuple(fc.nat(5), fc.nat(3), gestureId);
  const index = fc.nat(4);
  const kind = fc.constantFrom(...filterKinds);
  const name = fc.constantFrom('Blur', 'Blur 2', 'Key');
  const on = <T>(
    what: fc.Arbitrary<T>,
    build: (about: About, filterId: string, what: T) => DocumentCommand,
  ): fc.Arbitrary<CommandFor> =>
    fc.tuple(at, what).map(([[owner, filter, gesture], each]) => (document: StudioDocument) => {
      const owners = [...document.sources, ...document.scenes];
      const found = owners[owner % (owners.length + 1)];
      const filters = found === undefined ? [] : filtersOf(found);
      const filterId = filters[filter % (filters.length + 1)]?.id ?? 'nobody';
      const id = found?.id ?? 'nobody';
      const about = { owner: found !== undefined && 'items' in found ? { sceneId: id } : { sourceId: id } };
      return build({ ...about, gestureId: gesture }, filterId, each);
    });
  return [
    on(fc.record({ name, kind, index: fc.option(index, { nil: undefined }) }), (about, _id, what) => ({
      ...{ type: 'addFilter', ...about, name: what.name, index: what.index },
      settings: filterDefaults[what.kind],
    })),
    on(kind, (about, filterId, each) => ({
      ...{ type: 'setFilter', ...about, filterId, settings: filterDefaults[each] },
    })),
    on(fc.boolean(), (about, filterId, isEnabled) => ({
      ...{ type: 'setFilterEnabled', ...about, filterId, isEnabled },
    })),
    on(name, (about, filterId, each) => ({ type: 'renameFilter', ...about, filterId, name: each })),
    on(index, (about, filterId, each) => ({ type: 'moveFilter', ...about, filterId, index: each })),
    on(fc.constant(0), (about, filterId) => ({ type: 'removeFilter', ...about, filterId })),
  ];
}
