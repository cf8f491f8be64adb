/** What a collection becomes in Upcast: each of the ten is a valid document, and its report names everything. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../shared/obs-collection/json/parse-json.ts';
import { readCollection } from '../../../../shared/obs-collection/read-collection.ts';
import { toDocument } from '../../../../shared/obs-collection/to-document.ts';
import { frameOn } from '../../../../shared/studio/groups/group-frame.ts';
import { placeItem } from '../../../../shared/studio/geometry/placement.ts';
import type { Rectangle } from '../../../../shared/studio/geometry/placement.ts';
import { filtersOf, studioDocumentSchema } from '../../../../shared/studio/document-schema.ts';
import { filterDefaults, filterSettingsSchema } from '../../../../shared/studio/filters/filter.ts';
import { collection, group, item, scene, source } from './builders.ts';
import { encoding, entriesOf, imported, sceneNamed, sourceNamed } from './imported.ts';
import * as ten from './ten-collections.ts';
import { TEN_COLLECTIONS, TOKEN } from './ten-collections.ts';

describe.each(TEN_COLLECTIONS)('a collection %s', (_name, build) => {
  test('becomes a document that the studio takes, the same when it is read again', () => {
    const first = imported(build());
    expect(studioDocumentSchema.safeParse(first.document).error?.issues).toBeUndefined();
    expect(studioDocumentSchema.parse(JSON.parse(JSON.stringify(first.document)))).toEqual(first.document);
    expect(imported(build())).toEqual(first);
  });

  test('has an entry for every source, scene, filter and transition', () => {
    const read = readCollection(build());
    const { report } = toDocument(read, encoding);
    const all = [...read.sources, ...read.scenes, ...read.groups];
    const named = [...all, ...all.flatMap(({ filters }) => filters), ...read.transitions];
    for (const { name } of named) expect(report.map((entry) => entry.name)).toContain(name);
    for (const { taken, reason } of report) if (taken !== 'whole') expect(reason).toBeDefined();
  });

  test('lets no token out of its original', () => {
    const { original, ...read } = readCollection(build());
    const all = JSON.stringify([read, toDocument({ ...read, original }, encoding)]);
    expect(all).not.toContain(TOKEN);
    expect(all).not.toContain('://');
    expect(JSON.parse(build())).toEqual(original.root);
  });
});

test('shows of an address its host alone, and nothing where a password may hold a slash', () => {
  const { report } = imported(ten.pagesWithTokens());
  const hosts = report
    .filter(({ kind, reason }) => /browser|ffmpeg/.test(kind) && reason === 'kindLater')
    .map(({ details }) => details['host']);
  expect(hosts).toEqual(['', undefined, '10.0.0.7']);
});

describe('scenes', () => {
  test('stand in the order of the list, with the one on air on the canvas', () => {
    const { document } = imported(ten.nestedWithBackups());
    expect(document.scenes.map(({ name }) => name)).toEqual(['Main', 'Inner', 'Loop', 'Corner']);
    expect(document.canvases[0]?.sceneId).toBe(document.scenes.find(({ name }) => name === 'Main')?.id);
  });

  test('that contain themselves lose the item that closes the circle', () => {
    const found = imported(ten.nestedWithBackups());
    expect(sceneNamed(found, 'Loop').items).toHaveLength(1);
    expect(entriesOf(found, 'Main')).toEqual(['item not cycle', 'scene whole']);
  });

  test('of which the one on air is gone begin with the first', () => {
    const found = imported(ten.repeatedNames());
    expect(found.document.canvases[0]?.sceneId).toBe(found.document.scenes[0]?.id);
    expect(found.report.map(({ reason }) => reason)).toContain('currentSceneMissing');
  });

  test('that a collection lacks altogether leave an empty one', () => {
    const { document } = imported(collection({ sources: [] }));
    expect(studioDocumentSchema.safeParse(document).success).toBe(true);
    expect(document.scenes).toMatchObject([{ name: 'Scene', items: [] }]);
  });
});

describe('a group', () => {
  const card = { width: 200, height: 100 };
  const canvas = { width: 1280, height: 720 };

  test('becomes a scene that shows its children where they were, and their backups not again', () => {
    const found = imported(ten.nestedWithBackups());
    const [, group] = sceneNamed(found, 'Main').items;
    const [child] = sceneNamed(found, 'Corner').items;
    expect(sceneNamed(found, 'Main').items).toHaveLength(3);
    if (group === undefined || child === undefined) throw new Error('no group');
    const inside = placeItem(child.transform, card, canvas, 'none');
    // The group of 230 by 140 on 1080 lines has 153 by 93 on 720.
    const frame = frameOf(found, 'Corner');
    expect(frame).toEqual({ x: 0, y: 0, width: expect.closeTo(153.3, 1), height: expect.closeTo(93.3, 1) });
    const outside = placeItem(group.transform, frame, canvas, 'none');
    expect(through(outside.matrix, through(inside.matrix, { x: 0, y: 0 }))).toEqual(near({ x: 560, y: 480 }));
    expect(through(outside.matrix, through(inside.matrix, { x: 200, y: 100 }))).toEqual(
      near({ x: 960, y: 680 }),
    );
  });

  test('may be larger than the canvas', () => {
    const size = { width: 3000, height: 1200 };
    const found = imported(
      collection({
        sources: [
          source('color_source_v3', 'Card', card),
          scene('Main', [item('Wide', { scale: { x: 0.5, y: 0.5 }, pos: { x: 100, y: 60 } })]),
        ],
        groups: [group('Wide', size, [item('Card', { pos: { x: 2800, y: 1100 } })])],
      }),
    );
    const [outer] = sceneNamed(found, 'Main').items;
    const [child] = sceneNamed(found, 'Wide').items;
    if (outer === undefined || child === undefined) throw new Error('no group');
    const inside = placeItem(child.transform, card, canvas, 'none');
    const outside = placeItem(outer.transform, frameOf(found, 'Wide'), canvas, 'none');
    expect(through(outside.matrix, through(inside.matrix, { x: 200, y: 100 }))).toEqual(
      near({ x: 100 + 1500, y: 60 + 600 }),
    );
  });

  function frameOf(found: ReturnType<typeof imported>, name: string): Rectangle {
    const { group: frame } = sceneNamed(found, name);
    if (frame === undefined) throw new Error('no group');
    return frameOn(frame, canvas);
  }

  /** Pixels of the file's canvas, as pixels of the document's. */
  function near({ x, y }: { x: number; y: number }): unknown {
    return { x: expect.closeTo((x * 2) / 3, 1), y: expect.closeTo((y * 2) / 3, 1) };
  }

  function through(
    [a, b, c, d, e, f]: readonly [number, number, number, number, number, number],
    { x, y }: { readonly x: number; readonly y: number },
  ): { x: number; y: number } {
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }
});

test('a nested scene keeps its scale, and its crop grows and shrinks with the canvas', () => {
  const [inner] = sceneNamed(imported(ten.nestedWithBackups()), 'Main').items;
  expect(inner?.transform.scale).toEqual({ x: 0.5, y: 0.5 });
  expect(inner?.transform.crop).toEqual({ left: 128, top: 72, right: 0, bottom: 0 });
});

describe('filters', () => {
  test('are those of the source, in order, with what OBS writes in its two versions', () => {
    const found = imported(ten.filtersAndTransitions());
    const card = sourceNamed(found, 'Card');
    const filters = filtersOf(card);
    expect(filters.map(({ name, isEnabled }) => [name, isEnabled])).toEqual([
      ...[
        ['Crop', true],
        ['Half', true],
        ['Old half', true],
        ['Key', true],
        ['Off', false],
      ],
    ]);
    const { colourCorrection, chromaKey } = filterDefaults;
    expect(filters.map(({ settings }) => settings)).toEqual([
      { kind: 'crop', left: 10, top: 20, right: 30, bottom: 0 },
      { ...colourCorrection, opacity: 0.5 },
      { ...colourCorrection, opacity: 0.5 },
      { ...chromaKey, similarity: 300 },
      { kind: 'crop', left: 99, top: 0, right: 0, bottom: 0 },
    ]);
    for (const { name } of filters) expect(entriesOf(found, name)).toEqual(['filter whole']);
  });

  const filterOf = (kind: string, settings: object) => {
    const filters = [source(kind, 'F', settings as JsonObject)];
    const found = imported(
      collection({ sources: [source('color_source_v3', 'A', {}, { filters }), scene('S', [item('A')])] }),
    );
    const [filter] = filtersOf(sourceNamed(found, 'A'));
    return { settings: filter?.settings, entries: entriesOf(found, 'F') };
  };

  test.each<[string, object, object]>([
    [
      'crop_filter',
      { relative: false, left: 4, top: 2, cx: 30, cy: 20 },
      { left: 4, size: { width: 30, height: 20 } },
    ],
    [
      'color_filter_v2',
      { color_multiply: 0xff_00_80_ff, hue_shift: 400 },
      { multiply: '#ff8000ff', hueShift: 180 },
    ],
    [
      'chroma_key_filter_v2',
      { key_color_type: 'magenta', opacity: 0.5 },
      { colour: '#ff00ffff', opacity: 0.5 },
    ],
    [
      'color_key_filter',
      { key_color_type: 'custom', key_color: 0x11_22_33, opacity: 50 },
      { colour: '#332211ff', opacity: 0.5 },
    ],
    ['luma_key_filter_v2', { luma_min: 0.2 }, { least: 0.2, most: 1 }],
    [
      'mask_filter_v2',
      { image_path: '/m.png', type: 'mask_alpha_filter.effect', stretch: true },
      { path: '/m.png', by: 'alpha', isStretched: true },
    ],
    ['clut_filter', { image_path: '/a.CUBE', clut_amount: 0.5 }, { path: '/a.CUBE', amount: 0.5 }],
    ['sharpness_filter_v2', { sharpness: 0.3 }, { sharpness: 0.3 }],
    [
      'scroll_filter',
      { speed_x: 9999, limit_cx: true, cx: 40, loop: false },
      { speedX: 500, width: 40, isLooping: false },
    ],
    ['gpu_delay', { delay_ms: 300 }, { delayMs: 300 }],
  ])('%s is taken whole', (kind, settings, wanted) => {
    const found = filterOf(kind, settings);
    expect(found.settings).toMatchObject(wanted);
    expect(filterSettingsSchema.safeParse(found.settings).success).toBe(true);
    expect(found.entries).toEqual(['filter whole']);
  });

  test.each<[string, object, string]>([
    ['async_delay_filter', { delay_ms: 9000 }, 'partly filterParts'],
    ['mask_filter_v2', { image_path: '/m.png', color: 0xff_00_00_00 }, 'partly filterParts'],
    ['mask_filter_v2', { image_path: '' }, 'not noFile'],
    ['mask_filter_v2', { image_path: '//host/m.png' }, 'not networkFile'],
    ['mask_filter_v2', { image_path: '/m.png', type: 'blend_mul_filter.effect' }, 'not kindLater'],
    ['clut_filter', { image_path: '/a.png' }, 'not kindLater'],
    ['scale_filter', {}, 'not kindLater'],
    ['gain_filter', {}, 'not filterSilent'],
    ['shader_filter', {}, 'not kindUnknown'],
  ])('%s is named with what is lost of it', (kind, settings, entry) => {
    const found = filterOf(kind, settings);
    expect(found.entries).toEqual([`filter ${entry}`]);
    expect(found.settings !== undefined).toBe(entry.startsWith('partly'));
  });

  test('of a scene are the scene’s', () => {
    const filters = [source('sharpness_filter_v2', 'Sharp', {})];
    const found = imported(collection({ sources: [scene('S', [], { filters })] }));
    expect(filtersOf(sceneNamed(found, 'S')).map(({ settings }) => settings)).toEqual([
      filterDefaults.sharpen,
    ]);
  });
});

test('items are blended and scaled as in OBS, lanczos by the nearest', () => {
  const found = imported(ten.filtersAndTransitions());
  expect(sceneNamed(found, 'Main').items[0]).toMatchObject({ blendMode: 'multiply', scaleFilter: 'bicubic' });
  expect(found.report).toContainEqual({
    ...{ subject: 'item', name: 'Card', kind: '', taken: 'partly', reason: 'scaleFilter' },
    details: { filter: 'lanczos' },
  });
  const [plain] = sceneNamed(found, 'Second').items;
  expect([plain?.blendMode, plain?.scaleFilter]).toEqual([undefined, undefined]);
});

test('transitions are those that look the same', () => {
  const found = imported(ten.filtersAndTransitions());
  expect(found.document.canvases[0]?.transition).toEqual({
    kind: 'slide',
    durationMs: 450,
    direction: 'right',
  });
  expect(sceneNamed(found, 'Main').transition).toEqual({ kind: 'push', durationMs: 700, direction: 'up' });
  const told = found.report.filter(({ subject }) => subject === 'transition');
  const lostSettings = told.filter(({ reason }) => reason === 'transitionSettings');
  expect(lostSettings.map(({ name }) => name)).toEqual(['Early dip', 'Stinger']);
  expect(told.map(({ name, taken, details }) => [name, taken, details['as']])).toEqual([
    ['Up', 'whole', undefined],
    ['In', 'whole', undefined],
    ['Out', 'partly', 'wipe'],
    ['Dip', 'whole', undefined],
    ['Early dip', 'partly', 'fadeToColour'],
    ['Edge', 'whole', undefined],
    ['Clock', 'whole', undefined],
    ['Burst', 'not', 'fade'],
    ['Stinger', 'partly', 'stinger'],
    ['Move', 'not', 'fade'],
  ]);
});

test('quick transitions and those of items are taken, each with its own duration', () => {
  const found = imported(ten.filtersAndTransitions());
  expect(found.document.canvases[0]?.quickTransitions).toEqual([
    { kind: 'cut' },
    { kind: 'fade', durationMs: 250 },
    { kind: 'fadeToColour', durationMs: 1000, colour: '#000000ff' },
    { kind: 'push', durationMs: 400, direction: 'up' },
    { kind: 'lumaWipe', durationMs: 600, pattern: 'clock', softness: 0.03, isInverted: false },
    { kind: 'stinger', sourceId: expect.any(String) as string, cutMs: 700, durationMs: 1400 },
  ]);
  const stinger = found.document.sources.find(({ name }) => name === 'Stinger');
  expect(stinger?.input).toMatchObject({ type: 'media', paths: ['/stinger.webm'], whenHidden: 'restart' });
  const [item] = sceneNamed(found, 'Second').items;
  expect(item?.showTransition).toEqual({ kind: 'fade', durationMs: 350 });
  expect(item?.hideTransition).toEqual({ kind: 'slide', durationMs: 300, direction: 'up' });
  // A swipe out of an item has no counterpart but the nearest.
  expect(entriesOf(found, 'Card')).toContain('item partly ownTransitions');
});

test('repeated and empty names are made unique, and items find the source that they meant', () => {
  const found = imported(ten.repeatedNames());
  expect(found.document.sources.map(({ name }) => name)).toEqual(['Same', 'Same 2', 'Source', 'Source 2']);
  const [main] = found.document.scenes;
  const widths = main?.items.map(({ sourceId }) => {
    const input = found.document.sources.find(({ id }) => id === sourceId)?.input;
    return input?.type === 'colour' ? input.width : undefined;
  });
  expect(widths).toEqual([1, 2, 3]);
});

test('more than a document holds is cut, and said', () => {
  const names = Array.from({ length: 300 }, (_none, index) => `Card ${index}`);
  const found = imported(
    collection({
      sources: [
        ...names.map((name) => source('color_source_v3', name, {})),
        ...names.map((name) => scene(`Scene of ${name}`, [item(name)])),
        scene(
          'All',
          Array.from({ length: 250 }, () => item('Card 0')),
        ),
      ],
      scene_order: [{ name: 'All' }],
    }),
  );
  expect(studioDocumentSchema.safeParse(found.document).success).toBe(true);
  const tooMany = found.report.filter(({ reason }) => reason === 'tooMany');
  expect(new Set(tooMany.map(({ subject }) => subject))).toEqual(new Set(['item', 'scene', 'source']));
});
