import { describe, expect, it } from 'vitest';
import { defaultDocument, newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { sceneLayersOf, wholeCanvasSource } from '../../../shared/studio/scene-layers.ts';
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
