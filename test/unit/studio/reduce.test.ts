/** What each command does to the document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import {
  audioInputOf,
  buildDocument,
  channelOf,
  defaultDocument,
  encodingOf,
  videoInputOf,
} from '../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import { placeItem } from '../../../shared/studio/geometry/placement.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';
import { centredTransform } from '../../../shared/studio/transform.ts';
import { anyMainCommand, countIds, someText } from '../../support/studio/any-command.ts';

const canvas = { width: 1280, height: 720 };
const colour: VideoInput = { type: 'colour', colour: '#112233ff', width: 200, height: 100 };

/** Ids are `made-1`, `made-2` … in the order in which they are made. */
function does(...commands: readonly DocumentCommand[]): StudioDocument {
  return doesTo(defaultDocument, ...commands);
}

function doesTo(begin: StudioDocument, ...commands: readonly DocumentCommand[]): StudioDocument {
  const makeId = countIds();
  let document = begin;
  for (const command of commands) ({ document } = reduceDocument(document, command, makeId));
  expect(studioDocumentSchema.safeParse(document).error).toBeUndefined();
  return document;
}

function reasonOf(document: StudioDocument, command: DocumentCommand): unknown {
  try {
    reduceDocument(document, command, countIds());
    return undefined;
  } catch (error) {
    const { code, details } = toAppError(error);
    expect(code).toBe('studio/refused');
    return details['reason'];
  }
}

function names(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

function itemIds(document: StudioDocument, scene = 0): readonly string[] {
  return document.scenes[scene]!.items.map(({ id }) => id);
}

const addScene = (name: string): DocumentCommand => ({ type: 'addScene', name });
const addColour = (sceneId: string, name = 'Colour'): DocumentCommand => ({
  ...{ type: 'addSource', sceneId, name, input: colour },
});
const nest = (sceneId: string, shown: string): DocumentCommand => ({
  ...{ type: 'addSource', sceneId, name: 'Nested', input: { type: 'scene', sceneId: shown } },
});

describe('scenes', () => {
  it('are added at the end, with a name of their own', () => {
    const document = does(addScene('Scene'), addScene('Scene'), addScene('Scene 2'), addScene('Other'));
    expect(names(document.scenes)).toEqual(['Scene', 'Scene 2', 'Scene 3', 'Scene 4', 'Other']);
    const { created } = reduceDocument(defaultDocument, addScene('x'), countIds());
    expect(created).toEqual({ sceneId: 'made-1' });
  });

  it('keep a long name within its bounds when a number is added', () => {
    const long = 'x'.repeat(100);
    expect(names(does(addScene(long), addScene(long)).scenes)[2]).toBe(`${'x'.repeat(98)} 2`);
    const flags = '🏳️‍🌈'.repeat(16);
    const made = names(does(addScene(flags), addScene(flags)).scenes)[2]!;
    expect(made).toBe(`${'🏳️‍🌈'.repeat(16)} 2`);
  });

  it('are duplicated behind the original, with items of their own of the same sources', () => {
    const document = does(addScene('Other'), { type: 'duplicateScene', sceneId: 'main' });
    expect(names(document.scenes)).toEqual(['Scene', 'Scene 2', 'Other']);
    const [original, copy] = document.scenes;
    expect(copy!.items).toEqual([{ ...original!.items[0], id: 'made-3' }]);
    expect(document.sources).toEqual(defaultDocument.sources);
    expect(names(does({ type: 'duplicateScene', sceneId: 'main', name: 'Copy' }).scenes)[1]).toBe('Copy');
  });

  it('are renamed, moved, and keep their place when moved too far', () => {
    const document = does(addScene('B'), addScene('C'), { type: 'moveScene', sceneId: 'main', index: 1 });
    expect(names(document.scenes)).toEqual(['B', 'Scene', 'C']);
    const far = doesTo(document, { type: 'moveScene', sceneId: 'made-1', index: 99 });
    expect(names(far.scenes)).toEqual(['Scene', 'C', 'B']);
    const renamed = doesTo(document, { type: 'renameScene', sceneId: 'made-1', name: 'C' });
    expect(names(renamed.scenes)).toEqual(['C 2', 'Scene', 'C']);
  });

  it('go with their items, their unused sources and the items that show them', () => {
    const begin = does(addScene('B'), addColour('made-1'), nest('main', 'made-1'));
    expect(begin.sources).toHaveLength(4);
    const document = doesTo(begin, { type: 'removeScene', sceneId: 'made-1' });
    expect(document).toEqual(defaultDocument);
  });

  it('leave the sources that another scene shows', () => {
    const begin = does({ type: 'duplicateScene', sceneId: 'main' });
    expect(doesTo(begin, { type: 'removeScene', sceneId: 'main' }).sources).toEqual(defaultDocument.sources);
  });

  it('leave their canvas to the scene before them, or to the first one', () => {
    const three = does(addScene('B'), addScene('C'));
    const shown = (show: string) =>
      doesTo(
        three,
        { type: 'switchScene', canvasId: 'main', sceneId: show },
        { type: 'removeScene', sceneId: show },
      ).canvases[0]!.sceneId;
    expect([shown('made-2'), shown('made-1'), shown('main')]).toEqual(['made-1', 'main', 'made-1']);
  });

  it('have a transition of their own, or the canvas’s', () => {
    const cut = { kind: 'cut' } as const;
    const document = does(
      { type: 'setSceneTransition', sceneId: 'main', transition: cut },
      { type: 'setTransition', canvasId: 'main', transition: { kind: 'fade', durationMs: 700 } },
    );
    expect(document.scenes[0]!.transition).toEqual(cut);
    expect(document.canvases[0]!.transition).toEqual({ kind: 'fade', durationMs: 700 });
    const without = doesTo(document, { type: 'setSceneTransition', sceneId: 'main' });
    expect(without.scenes).toEqual(defaultDocument.scenes);
  });
});

describe('items', () => {
  it('are added in front, moved, duplicated and removed', () => {
    const begin = does(addColour('main'), addColour('main'));
    expect(itemIds(begin)).toEqual(['item-video', 'made-2', 'made-4']);
    expect(names(begin.sources)).toEqual(['Video', 'Audio', 'Colour', 'Colour 2']);
    const moved = doesTo(begin, { type: 'moveItem', sceneId: 'main', itemId: 'made-4', index: 0 });
    expect(itemIds(moved)).toEqual(['made-4', 'item-video', 'made-2']);
    const doubled = doesTo(moved, { type: 'duplicateItem', sceneId: 'main', itemId: 'made-4' });
    expect(itemIds(doubled)).toEqual(['made-4', 'made-1', 'item-video', 'made-2']);
    const remove = (document: StudioDocument, itemId: string) =>
      doesTo(document, { type: 'removeItem', sceneId: 'main', itemId });
    const one = remove(doubled, 'made-4');
    expect(one.sources).toHaveLength(4);
    expect(names(remove(one, 'made-1').sources)).toEqual(['Video', 'Audio', 'Colour']);
  });

  it('answer with the ids that were made', () => {
    const makeId = countIds();
    const first = reduceDocument(defaultDocument, addColour('main'), makeId);
    expect(first.created).toEqual({ sourceId: 'made-1', itemId: 'made-2' });
    const command: DocumentCommand = { type: 'addItem', sceneId: 'main', sourceId: 'made-1' };
    expect(reduceDocument(first.document, command, makeId).created).toEqual({ itemId: 'made-3' });
  });

  it('silence a channel when their source goes', () => {
    const beeps = buildDocument({
      ...{ source: { type: 'pattern' }, audio: { type: 'source' }, isMuted: true, gain: 2 },
      encoding: defaultEncodingProfile,
    });
    const document = doesTo(beeps, { type: 'removeItem', sceneId: 'main', itemId: 'item-video' });
    expect(document.channels).toEqual([{ id: 'main', sourceId: 'none', isMuted: true, gain: 2 }]);
  });

  it('are hidden, locked and made transparent, each by itself', () => {
    const item = defaultDocument.scenes[0]!.items[0]!;
    const on = { type: 'setItem', sceneId: 'main', itemId: 'item-video' } as const;
    const set = (change: object) => does({ ...on, ...change }).scenes[0]!.items[0];
    expect(set({ isVisible: false })).toEqual({ ...item, isVisible: false });
    expect(set({ isLocked: true })).toEqual({ ...item, isLocked: true });
    expect(set({ opacity: 0.5 })).toEqual({ ...item, opacity: 0.5 });
    expect(reduceDocument(defaultDocument, on, countIds()).document).toBe(defaultDocument);
  });

  it('get their transforms several at once', () => {
    const transform = centredTransform(canvas);
    const document = does(addColour('main'), {
      ...{ type: 'setTransform', sceneId: 'main' },
      transforms: ['item-video', 'made-2'].map((itemId) => ({ itemId, transform })),
    });
    expect(document.scenes[0]!.items.map((item) => item.transform)).toEqual([transform, transform]);
  });

  it('begin as suits their source', () => {
    const size = { width: 200, height: 100 };
    const place = (input: VideoInput, source: { width: number; height: number }, known?: typeof size) => {
      const command: DocumentCommand = {
        type: 'addSource',
        sceneId: 'main',
        name: 'New',
        input,
        size: known,
      };
      const item = does(addScene('Other'), command).scenes[0]!.items[1]!;
      return placeItem(item.transform, source, canvas).matrix;
    };
    const large = { width: 2560, height: 720 };
    const image: VideoInput = { type: 'image', path: '/a.png' };
    expect(place({ type: 'camera' }, { width: 640, height: 480 })).toEqual([1.5, 0, 0, 1.5, 160, 0]);
    expect(place({ type: 'screen' }, large)).toEqual([0.5, 0, 0, 0.5, 0, 180]);
    expect(place(colour, size)).toEqual([1, 0, 0, 1, 540, 310]);
    expect(place({ ...colour, ...large }, large)).toEqual([0.5, 0, 0, 0.5, 0, 180]);
    for (const input of [image, someText]) {
      expect(place(input, size)).toEqual([1, 0, 0, 1, 540, 310]);
      expect(place(input, size, size)).toEqual([1, 0, 0, 1, 540, 310]);
      expect(place(input, large)).toEqual([0.5, 0, 0, 0.5, 0, 180]);
      expect(place(input, large, large)).toEqual([0.5, 0, 0, 0.5, 0, 180]);
    }
    expect(place({ type: 'scene', sceneId: 'made-1' }, canvas)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('begin as their sender says, where the sender does', () => {
    const transform = centredTransform({ width: 1, height: 1 });
    const document = does({ type: 'addItem', sceneId: 'main', sourceId: 'video', transform });
    expect(document.scenes[0]!.items[1]!.transform).toEqual(transform);
  });
});

describe('sources', () => {
  it('change their input and their name', () => {
    const document = does(
      { type: 'setSourceInput', sourceId: 'video', input: { type: 'pattern' } },
      { type: 'renameSource', sourceId: 'video', name: 'Audio' },
      { type: 'renameSource', sourceId: 'audio', name: 'Mic' },
    );
    expect(names(document.sources)).toEqual(['Audio 2', 'Mic']);
    expect(videoInputOf(document)).toEqual({ type: 'pattern' });
  });
});

describe('what is refused', () => {
  const two = does(addScene('B'));
  const chain = does(addScene('B'), addScene('C'), nest('made-1', 'made-2'), addColour('main'));
  const full = (count: number, command: (index: number) => DocumentCommand) =>
    does(...Array.from({ length: count }, (_, index) => command(index)));

  it.each<[string, StudioDocument, DocumentCommand, string]>([
    ['the last scene', defaultDocument, { type: 'removeScene', sceneId: 'main' }, 'lastScene'],
    ['a scene in itself', two, nest('main', 'main'), 'sceneInItself'],
    ['a scene in one that it contains', chain, nest('made-2', 'made-1'), 'sceneInItself'],
    [
      'an input that puts a scene into itself',
      chain,
      { type: 'setSourceInput', sourceId: 'made-5', input: { type: 'scene', sceneId: 'main' } },
      'sceneInItself',
    ],
    [
      'an item that puts a scene into itself',
      chain,
      { type: 'addItem', sceneId: 'made-2', sourceId: 'made-3' },
      'sceneInItself',
    ],
    ['a nested scene that isn’t there', two, nest('main', 'nobody'), 'sceneUnknown'],
    [
      'an input of a scene that isn’t there',
      two,
      { type: 'setSourceInput', sourceId: 'video', input: { type: 'scene', sceneId: 'nobody' } },
      'sceneUnknown',
    ],
    ['an item of sound', two, { type: 'addItem', sceneId: 'main', sourceId: 'audio' }, 'sourceWithoutVideo'],
    [
      'a picture for a source of sound',
      two,
      { type: 'setSourceInput', sourceId: 'audio', input: colour },
      'sourceWithoutVideo',
    ],
    ['an unknown scene', two, { type: 'moveScene', sceneId: 'nobody', index: 0 }, 'sceneUnknown'],
    ['an unknown item', two, { type: 'removeItem', sceneId: 'main', itemId: 'nobody' }, 'itemUnknown'],
    [
      'an item of another scene',
      two,
      { type: 'setItem', sceneId: 'made-1', itemId: 'item-video' },
      'itemUnknown',
    ],
    ['an unknown source', two, { type: 'renameSource', sourceId: 'nobody', name: 'x' }, 'sourceUnknown'],
    ['an unknown canvas', two, { type: 'switchScene', canvasId: 'nobody', sceneId: 'main' }, 'canvasUnknown'],
    ['the 101st scene', full(99, (index) => addScene(`S${index}`)), addScene('x'), 'tooManyScenes'],
    ['the 201st source', full(198, () => addColour('main')), addColour('main'), 'tooManySources'],
    [
      'the 201st item',
      full(199, () => ({ type: 'addItem', sceneId: 'main', sourceId: 'video' })),
      { type: 'duplicateItem', sceneId: 'main', itemId: 'item-video' },
      'tooManyItems',
    ],
  ])('%s', (_what, document, command, reason) => {
    expect(reasonOf(document, command)).toBe(reason);
  });
});

describe('a window with one source', () => {
  it('keeps the document valid and does what each command says', () => {
    fc.assert(
      fc.property(fc.array(anyMainCommand(), { maxLength: 30 }), (commands) => {
        const makeId = countIds();
        let document = defaultDocument;
        for (const each of commands) {
          ({ document } = reduceDocument(document, each, makeId));
          expect(studioDocumentSchema.safeParse(document).success).toBe(true);
          if (each.type === 'setVideoSource') expect(videoInputOf(document)).toEqual(each.source);
          if (each.type === 'setEncoding') expect(encodingOf(document)).toEqual(each.profile);
          if (each.type === 'setAudioLevel' && each.gain !== undefined)
            expect(channelOf(document).gain).toBe(each.gain);
          if (each.type === 'setAudioSource') {
            const isSilent = each.audio.type === 'source' && videoInputOf(document).type === 'none';
            expect(audioInputOf(document)).toEqual(isSilent ? { type: 'none' } : each.audio);
          }
          // The one source goes on filling the frame, whatever becomes of either.
          const { width, height } = encodingOf(document);
          for (const { transform } of document.scenes[0]!.items)
            expect(placeItem(transform, { width, height }, { width, height }).matrix).toEqual([
              ...[1, 0],
              ...[0, 1, 0, 0],
            ]);
        }
      }),
    );
  });

  it('changes the source of the scene on the canvas, behind what stands there', () => {
    const document = does(
      addScene('B'),
      addColour('made-1'),
      { type: 'switchScene', canvasId: 'main', sceneId: 'made-1' },
      { type: 'setVideoSource', source: { type: 'pattern' } },
    );
    expect(document.scenes[0]!.items).toEqual(defaultDocument.scenes[0]!.items);
    expect(itemIds(document, 1)).toEqual(['made-5', 'made-3']);
    expect(names(document.sources)).toEqual(['Video', 'Audio', 'Colour', 'Video 2']);
  });

  it('gives the same document back when nothing changes', () => {
    const command: DocumentCommand = { type: 'setVideoSource', source: { type: 'camera' } };
    expect(reduceDocument(defaultDocument, command, countIds()).document).toBe(defaultDocument);
  });

  it('leaves an item that was moved as it is on a canvas of other proportions', () => {
    const transform = centredTransform(canvas);
    const moved = does({
      ...{ type: 'setTransform', sceneId: 'main', transforms: [{ itemId: 'item-video', transform }] },
    });
    const profile = { ...defaultEncodingProfile, width: 720, height: 1280 };
    const upright = doesTo(moved, { type: 'setEncoding', profile });
    expect(upright.scenes).toEqual(moved.scenes);
  });
});
