import { describe, expect, it } from 'vitest';
import { defaultDocument, newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import {
  composedScenesOf,
  filtersBySource,
  sceneLayersOf,
  wholeCanvasSource,
} from '../../../shared/studio/scene-layers.ts';
import { filterDefaults } from '../../../shared/studio/filters/filter.ts';
import { canvasTransform, centredTransform } from '../../../shared/studio/transform.ts';

const canvas = { width: 1280, height: 720 };
const whole = canvasTransform('inner', canvas);
const colour = { type: 'colour', colour: '#ff0000ff', width: 10, height: 10 } as const;

const document: StudioDocument = {
  ...defaultDocument,
  sources: [
    { id: 'red', name: 'Red', kind: 'video', input: colour },
    { id: 'inner', name: 'Inner', kind: 'video', input: { type: 'scene', sceneId: 'inner' } },
  ],
  scenes: [
    {
      ...{ id: 'main', name: 'Main' },
      items: [
        newItem('a', 'red', whole),
        { ...newItem('b', 'red', whole), isVisible: false },
        { ...newItem('c', 'inner', centredTransform(canvas)), opacity: 0.5 },
      ],
    },
    { id: 'inner', name: 'Inner', items: [{ ...newItem('d', 'red', whole), opacity: 0.5 }] },
  ],
  channels: defaultDocument.channels.map((channel) => ({ ...channel, sourceId: 'none' })),
};

describe('the layers of a scene', () => {
  it('are its visible items, with those of nested scenes in their place', () => {
    expect(sceneLayersOf(document, 'main')).toEqual([
      { id: 'a', sourceId: 'red', transform: whole, outer: [], opacity: 1 },
      {
        ...{ id: 'c/d', sourceId: 'red', transform: whole },
        ...{ outer: [centredTransform(canvas)], opacity: 0.25 },
      },
    ]);
  });

  it('of an unknown scene are none', () => {
    expect(sceneLayersOf(document, 'gone')).toEqual([]);
  });
});

const blur = { id: 'blur', name: 'Blur', isEnabled: true, settings: filterDefaults.blur };
const withFilters = (where: 'inner scene' | 'inner source' | 'main', isEnabled = true): StudioDocument => ({
  ...document,
  sources: document.sources.map((source) =>
    source.id === 'inner' && source.kind === 'video' && where === 'inner source'
      ? { ...source, filters: [{ ...blur, isEnabled }] }
      : source,
  ),
  scenes: document.scenes.map((scene) =>
    (scene.id === 'inner' && where === 'inner scene') || scene.id === where
      ? { ...scene, filters: [{ ...blur, isEnabled }] }
      : scene,
  ),
});
const nested = { id: 'd', sourceId: 'red', transform: whole, outer: [], opacity: 0.5 };

describe('a scene with filters', () => {
  it.each(['inner scene', 'inner source'] as const)('is one picture in other scenes: of the %s', (where) => {
    const filtered = withFilters(where);
    expect(sceneLayersOf(filtered, 'main').map(({ id, sourceId }) => [id, sourceId])).toEqual([
      ['a', 'red'],
      ['c', 'inner'],
    ]);
    expect(composedScenesOf(filtered)).toContainEqual({ id: 'inner', layers: [nested] });
    expect(filtersBySource(filtered)['inner']).toEqual([blur]);
  });

  it('is one picture on the canvas', () => {
    const filtered = withFilters('main');
    const [layer, ...others] = sceneLayersOf(filtered, 'main');
    expect([layer?.sourceId, others]).toEqual(['scene:main', []]);
    expect(composedScenesOf(filtered)).toEqual([
      { id: 'scene:main', layers: sceneLayersOf(document, 'main') },
    ]);
    expect(filtersBySource(filtered)).toEqual({ 'scene:main': [blur] });
  });

  it('is as it was while they are turned off', () => {
    for (const where of ['main', 'inner scene', 'inner source'] as const) {
      const off = withFilters(where, false);
      expect(sceneLayersOf(off, 'main')).toEqual(sceneLayersOf(document, 'main'));
      expect([composedScenesOf(off), filtersBySource(off)]).toEqual([[], {}]);
    }
  });
});

describe('a nested scene', () => {
  const looking = (id: string, look: object): StudioDocument => ({
    ...document,
    scenes: document.scenes.map((scene) => ({
      ...scene,
      items: scene.items.map((item) => (item.id === id ? { ...item, ...look } : item)),
    })),
  });

  it.each([{ blendMode: 'screen' as const }, { cornerRadius: 0.1 }, { scaleFilter: 'point' as const }])(
    'whose item has %o is one picture',
    (look) => {
      const found = sceneLayersOf(looking('c', look), 'main')[1];
      expect(found).toMatchObject({ id: 'c', sourceId: 'inner', ...look });
    },
  );

  it('in which something is blended is one picture, in which corners are round is not', () => {
    expect(sceneLayersOf(looking('d', { blendMode: 'multiply' }), 'main')[1]?.sourceId).toBe('inner');
    expect(sceneLayersOf(looking('d', { cornerRadius: 0.2 }), 'main')[1]).toMatchObject({
      ...{ id: 'c/d', sourceId: 'red', cornerRadius: 0.2 },
    });
  });
});

describe('a source that fills the canvas alone', () => {
  const [first] = sceneLayersOf(document, 'main');
  if (first === undefined) throw new Error('no layer');

  it('goes straight through', () => {
    expect(wholeCanvasSource([first], canvas)).toBe('red');
    // The document's transform is relative: another size of the same shape changes nothing.
    expect(wholeCanvasSource([first], { width: 1920, height: 1080 })).toBe('red');
  });

  it.each([
    ['is half transparent', { ...first, opacity: 0.5 }],
    ['is blended', { ...first, blendMode: 'screen' as const }],
    ['has round corners', { ...first, cornerRadius: 0.1 }],
    ['is scaled by a filter', { ...first, scaleFilter: 'bicubic' as const }],
    ['stands in its own size', { ...first, transform: centredTransform(canvas) }],
    ['is stretched', { ...first, transform: canvasTransform('stretch', canvas) }],
    ['is turned', { ...first, transform: { ...whole, rotation: 90 } }],
    ['is mirrored', { ...first, transform: { ...whole, scale: { ...whole.scale, x: -1 } } }],
    ['is cropped', { ...first, transform: { ...whole, crop: { ...whole.crop, left: 2 } } }],
    ['lies in a nested scene', { ...first, outer: [whole] }],
    ['is moved', { ...first, transform: { ...whole, position: { x: 0, y: 0 } } }],
  ])('is composed when it %s', (_, layer) => {
    expect(wholeCanvasSource([layer], canvas)).toBeUndefined();
  });

  it('is composed with another layer, and nothing is no source', () => {
    expect(wholeCanvasSource([first, first], canvas)).toBeUndefined();
    expect(wholeCanvasSource([], canvas)).toBeUndefined();
  });
});
