import { describe, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import {
  audioInputOf,
  buildDocument,
  canvasSizeOf,
  channelOf,
  defaultDocument,
  encodingOf,
  newItem,
  videoInputOf,
} from '../../../shared/studio/document.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { placeItem } from '../../../shared/studio/geometry/placement.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import { someAudios, someSources, someText } from '../../support/studio/any-command.ts';

const transform = canvasTransform('inner', { width: 1280, height: 720 });

/** Scenes `a`, `b` and `c`, each with the nested scenes that are named. */
function nesting(inside: Readonly<Record<string, readonly string[]>>): unknown {
  const names = ['a', 'b', 'c'];
  return {
    ...defaultDocument,
    sources: [
      ...defaultDocument.sources,
      ...names.map((sceneId) => ({
        ...{ id: `show-${sceneId}`, name: `Show ${sceneId}`, kind: 'video' },
        input: { type: 'scene', sceneId },
      })),
    ],
    scenes: [
      ...defaultDocument.scenes,
      ...names.map((id) => ({
        id,
        name: id,
        items: (inside[id] ?? []).map((each) => newItem(`item-${each}`, `show-${each}`, transform)),
      })),
    ],
  };
}

function isValid(document: unknown): boolean {
  return studioDocumentSchema.safeParse(document).success;
}

describe('buildDocument', () => {
  it('keeps every choice of today’s window', () => {
    for (const source of someSources)
      for (const audio of someAudios) {
        const document = buildDocument({
          source,
          audio,
          isMuted: true,
          gain: 2,
          encoding: defaultEncodingProfile,
        });
        expect(isValid(document)).toBe(true);
        expect(videoInputOf(document)).toEqual(source);
        const isLost = audio.type === 'source' && source.type === 'none';
        expect(audioInputOf(document)).toEqual(isLost ? { type: 'none' } : audio);
        expect(channelOf(document)).toMatchObject({ isMuted: true, gain: 2 });
        expect(encodingOf(document)).toEqual(defaultEncodingProfile);
      }
  });

  it('shows a source that fits the frame over the whole of it', () => {
    const [item] = defaultDocument.scenes[0]!.items;
    const canvas = canvasSizeOf(defaultDocument, 'main');
    expect(placeItem(item!.transform, canvas, canvas)).toEqual({
      crop: { x: 0, y: 0, ...canvas },
      matrix: [1, 0, 0, 1, 0, 0],
    });
  });

  it('is read as the same objects each time, so that a view of it stays still', () => {
    const silent = buildDocument({
      ...{ source: { type: 'none' }, audio: { type: 'none' }, isMuted: false, gain: 1 },
      encoding: defaultEncodingProfile,
    });
    expect(videoInputOf(silent)).toBe(videoInputOf(silent));
    expect(audioInputOf(silent)).toBe(audioInputOf(silent));
    expect(channelOf(silent)).toBe(channelOf(silent));
    expect(encodingOf(silent)).toBe(encodingOf(silent));
  });
});

describe('videoInputOf', () => {
  it('is the rearmost captured source of the scene on the first canvas', () => {
    const video = (id: string, input: object) => ({ id, name: id, kind: 'video', input });
    const document = {
      ...defaultDocument,
      sources: [
        video('words', someText),
        video('one', { type: 'pattern' }),
        video('other', { type: 'camera', label: 'Other' }),
      ],
      channels: [{ id: 'main', sourceId: 'none', isMuted: false, gain: 1 }],
      scenes: [
        { id: 'main', name: 'Scene', items: [newItem('i1', 'one', transform)] },
        {
          ...{ id: 'second', name: 'Second' },
          items: [newItem('i1', 'words', transform), newItem('i2', 'other', transform)],
        },
      ],
    } as StudioDocument;
    expect(isValid(document)).toBe(true);
    expect(videoInputOf(document)).toEqual({ type: 'pattern' });
    const [canvas] = document.canvases;
    const switched = { ...document, canvases: [{ ...canvas!, sceneId: 'second' }] };
    expect(videoInputOf(switched)).toEqual({ type: 'camera', label: 'Other' });
  });
});

describe('the document’s schema', () => {
  const [item] = defaultDocument.scenes[0]!.items;
  const [scene] = defaultDocument.scenes;
  const withItem = (change: object): unknown => ({
    ...defaultDocument,
    scenes: [{ ...scene, items: [{ ...item, ...change }] }],
  });
  const withInput = (input: object): unknown => ({
    ...defaultDocument,
    sources: [{ id: 'video', name: 'Video', kind: 'video', input }, ...defaultDocument.sources.slice(1)],
  });

  it.each<[string, unknown]>([
    ['an item of a source that isn’t there', { ...defaultDocument, sources: [] }],
    ['an item id that stands twice', { ...defaultDocument, scenes: [{ ...scene, items: [item, item] }] }],
    ['an item of an audio source', withItem({ sourceId: 'audio' })],
    ['two scenes of one name', { ...defaultDocument, scenes: [scene, { ...scene, id: 'second' }] }],
    [
      'two sources of one name',
      { ...defaultDocument, sources: defaultDocument.sources.map((each) => ({ ...each, name: 'Same' })) },
    ],
    ['an opacity above 1', withItem({ opacity: 1.01 })],
    ['a scale of nothing', withItem({ transform: { ...transform, scale: { x: 0, y: 1 } } })],
    ['a position that is no number', withItem({ transform: { ...transform, position: { x: NaN, y: 0 } } })],
    [
      'a crop of half a pixel',
      withItem({ transform: { ...transform, crop: { ...transform.crop, left: 0.5 } } }),
    ],
    ['a nested scene that isn’t there', withInput({ type: 'scene', sceneId: 'nobody' })],
    ['a scene that shows itself', withInput({ type: 'scene', sceneId: 'main' })],
    ['an image at no absolute path', withInput({ type: 'image', path: 'pictures/a.png' })],
    ['an image on a Windows share', withInput({ type: 'image', path: '\\\\server\\share\\a.png' })],
    ['an image on a share with other slashes', withInput({ type: 'image', path: '//server/share/a.png' })],
    ['an image at a device of Windows', withInput({ type: 'image', path: '\\\\.\\pipe\\a' })],
    ['an image path with a zero in it', withInput({ type: 'image', path: '/a\0b' })],
    ['an image path that is too long', withInput({ type: 'image', path: `/${'a'.repeat(4096)}` })],
    ['a text of 10,001 characters', withInput({ ...someText, text: 'x'.repeat(10_001) })],
    ['a colour without an alpha', withInput({ type: 'colour', colour: '#112233', width: 1, height: 1 })],
    ['a picture of no width', withInput({ type: 'colour', colour: '#112233ff', width: 0, height: 1 })],
    [
      'too many items',
      { ...defaultDocument, scenes: [{ ...scene, items: Array.from({ length: 201 }, () => item) }] },
    ],
    [
      'a transition of 49 ms',
      {
        ...defaultDocument,
        canvases: [{ ...defaultDocument.canvases[0], transition: { kind: 'fade', durationMs: 49 } }],
      },
    ],
    ['a scene in itself by way of another', nesting({ a: ['b'], b: ['a'] })],
    ['a scene in itself by way of two others', nesting({ a: ['b'], b: ['c'], c: ['a'] })],
  ])('refuses %s', (_what, document) => {
    expect(isValid(document)).toBe(false);
  });

  it.each<[string, unknown]>([
    ['a scene that stands in two others', nesting({ a: ['b', 'c'], b: ['c'] })],
    ['an image on Windows', withInput({ type: 'image', path: 'C:\\Users\\me\\a.png' })],
    [
      'a text with everything',
      withInput({
        ...someText,
        ...{ wrapWidth: 600, outline: { widthPx: 2, colour: '#000000ff' } },
        shadow: { offsetX: 2, offsetY: 2, blurPx: 4, colour: '#00000080' },
      }),
    ],
    ['an empty text', withInput({ ...someText, text: '' })],
  ])('accepts %s', (_what, document) => {
    expect(isValid(document)).toBe(true);
  });

  it('checks the largest document in time, however its scenes stand in each other', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `s${index}`);
    const document = {
      ...defaultDocument,
      sources: [
        ...defaultDocument.sources,
        ...ids.map((sceneId) => ({
          ...{ id: `show-${sceneId}`, name: `show ${sceneId}`, kind: 'video' },
          input: { type: 'scene', sceneId },
        })),
      ],
      scenes: ids.map((id, index) => ({
        id,
        name: id,
        items: ids.slice(index + 1).map((each) => newItem(`item-${each}`, `show-${each}`, transform)),
      })),
      canvases: [{ ...defaultDocument.canvases[0], sceneId: 's0' }],
    };
    expect(isValid(document)).toBe(true);
  });
});
