/** Filters of sources and scenes, and how items lie over others, as edits of the document. */
import { describe, expect, it } from 'vitest';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { defaultDocument } from '../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { filtersOf, studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { filterDefaults, filterKinds, filterSettingsSchema } from '../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';
import { filteredSize } from '../../../shared/studio/filters/filtered-size.ts';
import { beginHistory, edit, undo } from '../../../shared/studio/reduce/history.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';
import { countIds } from '../../support/studio/any-command.ts';

const owner = { sourceId: 'video' };
const ofScene = { sceneId: 'main' };

function does(...commands: readonly DocumentCommand[]): StudioDocument {
  const makeId = countIds();
  let document = defaultDocument;
  for (const command of commands) ({ document } = reduceDocument(document, command, makeId));
  expect(studioDocumentSchema.safeParse(document).error).toBeUndefined();
  return document;
}

function add(kind: keyof typeof filterDefaults, to: FilterOwner = owner): DocumentCommand {
  return { type: 'addFilter', owner: to, name: 'Filter', settings: filterDefaults[kind] };
}

const namesAt = ({ sources, scenes }: StudioDocument, to: FilterOwner = owner): readonly string[] => {
  const found =
    'sceneId' in to
      ? scenes.find(({ id }) => id === to.sceneId)
      : sources.find(({ id }) => id === to.sourceId);
  return found === undefined ? [] : filtersOf(found).map(({ name }) => name);
};

function refusal(document: StudioDocument, command: DocumentCommand): unknown {
  try {
    reduceDocument(document, command, countIds());
    return undefined;
  } catch (error) {
    return toAppError(error).details['reason'];
  }
}

describe('filters', () => {
  it('begin with settings that the document takes', () => {
    expect(new Set(filterKinds)).toEqual(new Set(Object.keys(filterDefaults)));
    for (const kind of filterKinds)
      expect(filterSettingsSchema.parse(filterDefaults[kind])).toEqual(filterDefaults[kind]);
  });

  it('stand in order, each with a name of its own', () => {
    const document = does(add('blur'), add('crop'), { ...add('lut'), index: 0 } as DocumentCommand);
    expect(namesAt(document)).toEqual(['Filter 3', 'Filter', 'Filter 2']);
  });

  it('of a scene and of a source are apart', () => {
    const document = does(add('blur', ofScene), add('crop'));
    expect([namesAt(document, ofScene), namesAt(document)]).toEqual([['Filter'], ['Filter']]);
    expect(filtersOf(document.scenes[0] ?? fail()).map(({ settings }) => settings.kind)).toEqual(['blur']);
  });

  it('are changed, renamed, moved, turned off and removed', () => {
    const one = { owner, filterId: 'made-1' };
    const document = does(
      add('blur'),
      add('sharpen'),
      { type: 'setFilter', ...one, settings: { kind: 'blur', form: 'box', radius: 3 } },
      { type: 'setFilterEnabled', ...one, isEnabled: false },
      { type: 'renameFilter', ...one, name: 'Filter 2' },
      { type: 'moveFilter', ...one, index: 9 },
    );
    expect(filtersOf(document.sources[0] ?? fail())).toEqual([
      { id: 'made-2', name: 'Filter 2', isEnabled: true, settings: filterDefaults.sharpen },
      {
        ...{ id: 'made-1', name: 'Filter 3', isEnabled: false },
        settings: { kind: 'blur', form: 'box', radius: 3 },
      },
    ]);
  });

  it('leave no trace once the last one is removed', () => {
    const document = does(add('blur'), { type: 'removeFilter', owner, filterId: 'made-1' });
    expect(document).toEqual(defaultDocument);
  });

  it('stay when the source shows another device', () => {
    const document = does(add('blur'), { type: 'setVideoSource', source: { type: 'pattern' } });
    expect(namesAt(document)).toEqual(['Filter']);
  });

  it('of a copied scene are copies', () => {
    const document = does(add('blur', ofScene), { type: 'duplicateScene', sceneId: 'main' });
    const [original, copy] = document.scenes.map((scene) => filtersOf(scene)[0]);
    expect(copy).toEqual({ ...original, id: expect.any(String) as string });
    expect(copy?.id).not.toBe(original?.id);
  });

  it('are one step of undo for each gesture', () => {
    let history = beginHistory(does(add('blur')));
    for (const radius of [1, 2, 3]) {
      const settings = { kind: 'blur', form: 'box', radius } as const;
      const command = { type: 'setFilter', owner, filterId: 'made-1', settings, gestureId: 'drag' } as const;
      ({ history } = edit(history, command, countIds()));
    }
    expect(undo(history).present).toEqual(does(add('blur')));
  });

  it.each<[string, DocumentCommand, string]>([
    ['no filter that is gone', { type: 'removeFilter', owner, filterId: 'gone' }, 'filterUnknown'],
    [
      'no filter as another kind',
      { type: 'setFilter', owner, filterId: 'made-1', settings: filterDefaults.crop },
      'filterUnknown',
    ],
    [
      'no filter of another source',
      { type: 'removeFilter', owner: ofScene, filterId: 'made-1' },
      'filterUnknown',
    ],
    ['no sound', add('blur', { sourceId: 'audio' }), 'sourceWithoutVideo'],
    ['no source that is gone', add('blur', { sourceId: 'gone' }), 'sourceUnknown'],
    ['no scene that is gone', add('blur', { sceneId: 'gone' }), 'sceneUnknown'],
  ])('change %s', (_what, command, reason) => {
    expect(refusal(does(add('blur')), command)).toBe(reason);
  });

  it('are at most fifty', () => {
    const many = Array.from({ length: 50 }, () => add('sharpen'));
    expect(refusal(does(...many), add('blur'))).toBe('tooManyFilters');
  });

  it('with one id twice are no document', () => {
    const [filter] = filtersOf(does(add('blur')).sources[0] ?? fail());
    if (filter === undefined) throw new Error('no filter');
    const scenes = defaultDocument.scenes.map((scene) => ({ ...scene, filters: [filter, filter] }));
    expect(studioDocumentSchema.safeParse({ ...defaultDocument, scenes }).success).toBe(false);
  });
});

describe('an item', () => {
  type Look = Pick<
    Extract<DocumentCommand, { type: 'setItem' }>,
    'blendMode' | 'cornerRadius' | 'scaleFilter'
  >;
  const set = (change: Look): DocumentCommand => ({
    ...{ type: 'setItem', sceneId: 'main', itemId: 'item-video' },
    ...change,
  });
  const look = { blendMode: 'screen', cornerRadius: 0.1, scaleFilter: 'point' } as const;

  it('lies over others by a blend mode, with round corners, scaled by a filter', () => {
    expect(does(set(look)).scenes[0]?.items[0]).toMatchObject(look);
  });

  it('is plain again as it was before', () => {
    const plain = { blendMode: 'normal', cornerRadius: 0, scaleFilter: 'auto' } as const;
    expect(does(set(look), set(plain))).toEqual(defaultDocument);
    expect(does(set(plain))).toEqual(defaultDocument);
  });
});

describe('the size of a filtered picture', () => {
  const size = { width: 100, height: 50 };
  const crop = { kind: 'crop', left: 10, top: -4, right: 20, bottom: 0 } as const;

  it('is what a crop leaves', () => {
    expect(filteredSize(size, [{ isEnabled: true, settings: crop }])).toEqual({ width: 70, height: 54 });
    expect(filteredSize(size, [{ isEnabled: false, settings: crop }])).toEqual(size);
    const sized = { ...crop, size: { width: 33, height: 7 } };
    expect(filteredSize(size, [{ isEnabled: true, settings: sized }])).toEqual({ width: 33, height: 7 });
    const much = { ...crop, left: 500 };
    expect(filteredSize(size, [{ isEnabled: true, settings: much }]).width).toBe(1);
  });

  it('is that of the part that scrolls', () => {
    const scroll = { ...filterDefaults.scroll, width: 40 };
    expect(filteredSize(size, [{ isEnabled: true, settings: scroll }])).toEqual({ width: 40, height: 50 });
  });
});

function fail(): never {
  throw new Error('not there');
}
