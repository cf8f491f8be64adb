import { describe, expect, test } from 'vitest';
import { readCollection } from '../../../../shared/obs-collection/read-collection.ts';
import type { ObsCollection, ObsFilter } from '../../../../shared/obs-collection/collection.ts';
import type { JsonObject } from '../../../../shared/obs-collection/json/parse-json.ts';
import { collection, item, oldCollection, scene, source } from './builders.ts';
import { allBounds, oldAbsolute, pagesWithTokens, plugIns } from './ten-collections.ts';

function named({ sources }: ObsCollection, name: string): ObsCollection['sources'][number] {
  const found = sources.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no source ${name}`);
  return found;
}

test('old files have kinds without a version, groups among the sources, and no uuid', () => {
  const read = readCollection(oldAbsolute(), { width: 1280, height: 720 });
  expect(named(read, 'Ground').input).toEqual({
    type: 'colour',
    colour: '#ff0000ff',
    width: 1280,
    height: 720,
  });
  expect(read.groups).toMatchObject([{ name: 'Corner', size: { width: 400, height: 300 } }]);
  const names = new Map([...read.sources, ...read.groups].map(({ key, name }) => [key, name]));
  expect(read.scenes[0]?.items.map(({ sourceKey }) => names.get(sourceKey))).toEqual(['Ground', 'Corner']);
  expect(read.notes).toEqual([]);
});

test('an item finds its source by uuid before it does by name', () => {
  const read = readCollection(
    collection({
      sources: [
        source('color_source_v3', 'A', {}, { uuid: 'one' }),
        source('color_source_v3', 'B', {}, { uuid: 'two' }),
        scene('Main', [{ name: 'A', source_uuid: 'two' }, { name: 'A', source_uuid: 'gone' }, { name: 'A' }]),
      ],
    }),
  );
  const [one, two] = read.sources.map(({ key }) => key);
  expect(read.scenes[0]?.items.map(({ sourceKey }) => sourceKey)).toEqual([two, one, one]);
});

test('items keep how their box is filled, where the picture stands in it, and whether it is cut', () => {
  const items = readCollection(allBounds()).scenes.flatMap((each) => each.items);
  const bounds = items.map(({ transform }) => transform.bounds);
  expect([...new Set(bounds.map(({ type }) => type))]).toEqual([
    ...['none', 'stretch', 'inner', 'outer', 'width', 'height', 'maximum'],
  ]);
  expect([...new Set(bounds.map(({ alignment }) => alignment))]).toEqual([
    ...['topLeft', 'top', 'topRight', 'left', 'centre', 'right', 'bottomLeft', 'bottom', 'bottomRight'],
  ]);
  expect(bounds.slice(0, 4).map(({ isCropped }) => isCropped)).toEqual([true, false, true, false]);
});

describe('sound', () => {
  const read = readCollection(plugIns());

  test('of every scene comes from the members for it, behind the other sources', () => {
    const global = read.sources.filter(({ isGlobalAudio }) => isGlobalAudio);
    expect(global.map(({ name, input, place }) => [name, input.type, place.member])).toEqual([
      ['Desktop Audio', 'systemSound', 'DesktopAudioDevice1'],
      ['Mic/Aux', 'microphone', 'AuxAudioDevice1'],
    ]);
  });

  test('has its offset in milliseconds, and its tracks by number', () => {
    expect(named(read, 'Guest').audio).toEqual({
      ...{ gain: 9, isMuted: false, balance: 0.5, syncOffsetMs: 20, tracks: [2], monitoring: 'off' },
      ...{ isMono: false, pushKey: undefined },
    });
    expect(readCollection(collection({ sources: [{}] })).sources[0]?.audio.tracks).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });
});

describe('filters', () => {
  const filter = (kind: string, settings: JsonObject, more: JsonObject = {}): ObsFilter | undefined =>
    readCollection(
      collection({
        sources: [source('image_source', 'A', {}, { filters: [source(kind, 'F', settings, more)] })],
      }),
    ).sources[0]?.filters[0];

  test('have every setting of their kind, with OBS’s default where the file has none', () => {
    expect(filter('compressor_filter', { ratio: 4, release_time: 'soon' })).toMatchObject({
      ...{ family: 'compressor', isEnabled: true },
      settings: {
        ...{ ratio: 4, threshold: -18, attack_time: 6, release_time: 60, output_gain: 0 },
        sidechain_source: 'none',
      },
    });
    expect(filter('expander_filter', {})?.settings).toMatchObject({ ratio: 2, release_time: 50 });
    expect(filter('expander_filter', { presets: 'gate' })?.settings).toMatchObject({
      ratio: 10,
      release_time: 125,
    });
    expect(filter('expander_filter', { presets: 'gate', ratio: 3 })?.settings).toMatchObject({ ratio: 3 });
    expect(filter('color_filter', {})?.settings).toMatchObject({ opacity: 100 });
    expect(filter('color_filter_v2', {})?.settings).toMatchObject({ opacity: 1 });
    expect(filter('sharpness_filter_v7', {})).toMatchObject({
      family: 'sharpen',
      settings: { sharpness: 0.08 },
    });
  });

  test('of a plug-in have a name and a kind alone', () => {
    const found = filter('shader_filter', { url: 'https://example.com' }, { enabled: false });
    expect(found).toMatchObject({ kind: 'shader_filter', family: 'unknown', isEnabled: false, settings: {} });
  });
});

describe('the transition', () => {
  const currentOf = (members: JsonObject): ObsCollection =>
    readCollection(collection({ sources: [scene('Main', [])], ...members }));
  const quick = [
    { name: 'Schnitt', id: 1, fade_to_black: false },
    { name: 'Überblende', id: 2, fade_to_black: false },
    { name: 'Überblende', id: 3, fade_to_black: true },
  ];

  test.each([
    ['Cut', [], 'cut', 0],
    ['Fade', [], 'fade', 0],
    ['', [], 'fade', 0],
    ['Schnitt', quick, 'cut', 0],
    ['Überblende', quick, 'fade', 0],
    ['Schnitt', [], 'fade', 1],
  ])('%j without settings is known by its name, or by the quick transitions', (name, list, family, notes) => {
    const read = currentOf({ current_transition: name, quick_transitions: list });
    expect(read.currentTransition.family).toBe(family);
    expect(read.notes.filter(({ reason }) => reason === 'transitionGuessed')).toHaveLength(notes);
  });

  test('of a scene has a length of its own, and OBS’s usual one where there is none', () => {
    const read = readCollection(
      collection({
        sources: [
          scene('A', [], { private_settings: { transition: 'Dip', transition_duration: 800 } }),
          scene('B', [], { private_settings: { transition: 'Gone' } }),
          scene('C', []),
        ],
        transitions: [source('fade_to_color_transition', 'Dip', {})],
        transition_duration: 0,
      }),
    );
    const [dip] = read.transitions;
    expect(read.scenes.map(({ transitionOverride }) => transitionOverride)).toEqual([
      { transitionKey: dip?.key, durationMs: 800 },
      { transitionKey: undefined, durationMs: 300 },
      undefined,
    ]);
    expect(read.currentTransition.durationMs).toBe(300);
  });
});

test('scenes within scenes go sixteen levels deep', () => {
  const chain = Array.from({ length: 20 }, (_none, index) => scene(`${index}`, [item(`${index + 1}`)]));
  const read = readCollection(collection({ sources: [...chain, source('image_source', '20')] }));
  expect(read.scenes.filter(({ items }) => items.length === 0).map(({ name }) => name)).toEqual(['15']);
  expect(read.notes).toMatchObject([{ name: '16', reason: 'tooDeep', details: { scene: '15' } }]);
});

test('scenes of another canvas say which', () => {
  const read = readCollection(
    collection({
      sources: [
        scene('Wide', []),
        scene('Tall', [], { canvas_uuid: 'v' }),
        scene('Odd', [], { canvas_uuid: 'gone' }),
      ],
      canvases: [{ info: { name: 'Vertical', uuid: 'v' } }],
    }),
  );
  expect(read.scenes.map(({ canvasName }) => canvasName)).toEqual([undefined, 'Vertical', undefined]);
});

test('a file of a newer OBS is read as far as it is known, which is noted', () => {
  const read = readCollection(collection({ sources: [scene('Main', [])], version: 3 }));
  expect(read.notes).toMatchObject([{ taken: 'partly', reason: 'newerVersion', details: { version: 3 } }]);
  expect(read.scenes).toHaveLength(1);
});

test('state of the window, scripts and hotkeys are named', () => {
  const hotkeys = { 'libobs.mute': [{ key: 'OBS_KEY_M' }], 'libobs.unmute': [] };
  const members = { saved_projectors: [], modules: { 'output-timer': {} }, 'virtual-camera': { type2: 3 } };
  const read = readCollection(
    collection({ sources: [source('image_source', 'A', {}, { hotkeys })], ...members }),
  );
  expect(read.notes.map(({ name, reason }) => [name, reason])).toEqual([
    ['modules', 'notOurs'],
    ['virtual-camera', 'notOurs'],
    ['hotkeys', 'notOurs'],
  ]);
  const without = collection({
    sources: [source('image_source', 'A', {}, { hotkeys: { 'libobs.unmute': [] } })],
  });
  expect(readCollection(without).notes).toEqual([]);
});

test('everything stays in the original, at the place that each source names', () => {
  const text = pagesWithTokens();
  const { original, sources } = readCollection(text);
  expect(original).toEqual({ isSecret: true, root: JSON.parse(text) as unknown });
  for (const { place, kind } of sources) {
    const list = original.root[place.member] as readonly JsonObject[];
    expect(list[place.index ?? -1]?.['versioned_id']).toBe(kind);
  }
});

test('an item that is shown with a blend, a scale filter or transitions of its own says so', () => {
  const more = { blend_type: 'Screen', scale_filter: 'AREA', hide_transition: { id: 'fade_transition' } };
  const read = readCollection(
    oldCollection({ sources: [source('image_source', 'A'), scene('Main', [item('A', more), item('A')])] }),
  );
  expect(read.scenes[0]?.items).toMatchObject([
    {
      blendMode: 'screen',
      scaleFilter: 'area',
      showTransition: undefined,
      hideTransition: { family: 'fade', durationMs: 300 },
    },
    { blendMode: 'normal', scaleFilter: 'disable', showTransition: undefined, hideTransition: undefined },
  ]);
});
