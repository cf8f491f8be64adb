/** Commands for properties: each is made for the document that it meets, and now and then for one that it doesn't fit. */
import fc from 'fast-check';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { AudioChoice, SourceChoice, VideoInput } from '../../../shared/studio/inputs.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import type { ItemTransition, Transition } from '../../../shared/studio/transition.ts';
import { anyFilterCommands } from './any-filter-command.ts';
import { anyMixerCommands } from './any-mixer-command.ts';
import { anyTransform } from './any-transform.ts';

export type CommandFor = (document: StudioDocument) => DocumentCommand;

export const someSources: readonly SourceChoice[] = [
  { type: 'camera' },
  { type: 'camera', deviceId: 'c1' },
  { type: 'screen', sourceId: 'screen:1:0' },
  { type: 'pattern' },
  { type: 'none' },
];
export const someAudios: readonly AudioChoice[] = [
  { type: 'microphone' },
  { type: 'microphone', deviceId: 'm1' },
  { type: 'tone' },
  { type: 'source' },
  { type: 'none' },
];
export const someText: Extract<VideoInput, { type: 'text' }> = {
  ...{ type: 'text', text: 'Hello', family: 'Inter', sizePx: 64 },
  ...{ isBold: false, isItalic: false, isUnderlined: false, isStruckOut: false },
  ...{ colour: '#ffffffff', background: '#00000000', alignment: 'left', lineSpacing: 1 },
};
const someTransitions: readonly Transition[] = [
  { kind: 'cut' },
  { kind: 'fade', durationMs: 300 },
  { kind: 'slide', durationMs: 500, direction: 'left' },
];

const someItemTransitions: readonly ItemTransition[] = [
  { kind: 'fade', durationMs: 300 },
  { kind: 'slide', durationMs: 500, direction: 'up' },
];

/** What a window with one source changes. */
export function anyMainCommand(): fc.Arbitrary<DocumentCommand> {
  return fc.oneof(
    fc.constantFrom(...someSources).map((source) => ({ type: 'setVideoSource' as const, source })),
    fc.constantFrom(...someAudios).map((audio) => ({ type: 'setAudioSource' as const, audio })),
    fc
      .record({
        isMuted: fc.option(fc.boolean(), { nil: undefined }),
        gain: fc.constantFrom(undefined, 0, 0.5, 4),
      })
      .map((level) => ({ type: 'setAudioLevel' as const, ...level })),
    fc
      .record({
        videoKbps: fc.integer({ min: 300, max: 9000 }),
        width: fc.constantFrom(1280, 1920, 720),
        height: fc.constantFrom(720, 1080, 1280),
      })
      .map((change) => ({
        type: 'setEncoding' as const,
        profile: { ...defaultEncodingProfile, ...change },
      })),
  );
}

export function anyCommand(): fc.Arbitrary<CommandFor> {
  const index = fc.nat(5);
  const gestureId = fc.constantFrom(undefined, undefined, 'one', 'two');
  const name = fc.constantFrom('Camera', 'Camera 2', 'Scene', 'x'.repeat(100));
  const transition = fc.constantFrom(...someTransitions);
  const some = fc.record({ scene: index, item: index, source: index });
  type Some = { scene: number; item: number; source: number };
  const on = <T extends object>(
    what: fc.Arbitrary<T>,
    build: (document: StudioDocument, some: Some, what: T) => DocumentCommand,
  ): fc.Arbitrary<CommandFor> =>
    fc
      .tuple(some, what, gestureId)
      .map(([picked, each, gesture]) => (document: StudioDocument): DocumentCommand => ({
        ...build(document, picked, each),
        gestureId: gesture,
      }));
  const level = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
  const flag = fc.option(fc.boolean(), { nil: undefined });
  const look = {
    blendMode: fc.constantFrom(undefined, 'normal' as const, 'screen' as const),
    cornerRadius: fc.constantFrom(undefined, 0, 0.1),
    scaleFilter: fc.constantFrom(undefined, 'auto' as const, 'bicubic' as const),
  };
  const maybeTransition = fc.option(transition, { nil: undefined });
  const canvasId = 'main';
  return fc.oneof(
    { weight: 4, arbitrary: anyMainCommand().map((command) => () => command) },
    on(fc.record({ name }), (_document, _some, what) => ({ type: 'addScene', ...what })),
    on(fc.record({}), (document, { scene }) => ({
      ...{ type: 'duplicateScene', sceneId: sceneAt(document, scene) },
    })),
    on(fc.record({ name }), (document, { scene }, what) => ({
      ...{ type: 'renameScene', sceneId: sceneAt(document, scene), ...what },
    })),
    on(fc.record({ index }), (document, { scene }, what) => ({
      ...{ type: 'moveScene', sceneId: sceneAt(document, scene), ...what },
    })),
    on(fc.record({}), (document, { scene }) => ({
      ...{ type: 'removeScene', sceneId: sceneAt(document, scene) },
    })),
    on(fc.record({ transition: maybeTransition }), (document, { scene }, what) => ({
      ...{ type: 'switchScene', canvasId, sceneId: sceneAt(document, scene), ...what },
    })),
    on(fc.record({ isForScene: fc.boolean() }), (document, { scene, source }, { isForScene }) => {
      const sourceId = sourceAt(document, source);
      const transition: Transition = { kind: 'stinger', sourceId, cutMs: 500, durationMs: 1000 };
      return isForScene
        ? { type: 'setSceneTransition', sceneId: sceneAt(document, scene), transition }
        : { type: 'setTransition', canvasId, transition };
    }),
    on(fc.record({ isOn: flag, isSwapping: flag }), (_document, _some, what) => ({
      ...{ type: 'setStudioMode', canvasId, ...what },
    })),
    on(fc.record({}), (document, { scene }) => ({
      ...{ type: 'setPreviewScene', canvasId, sceneId: sceneAt(document, scene) },
    })),
    on(fc.record({ transition: maybeTransition }), (_document, _some, what) => ({
      ...{ type: 'transition', canvasId, ...what },
    })),
    on(fc.record({ position: fc.constantFrom(0, 0.25, 0.5, 1) }), (_document, _some, what) => ({
      ...{ type: 'setTransitionPosition', canvasId, ...what },
    })),
    on(fc.record({ quickTransitions: fc.array(transition, { maxLength: 3 }) }), (_document, _some, what) => ({
      type: 'setQuickTransitions',
      canvasId,
      ...what,
    })),
    on(
      fc.record({
        when: fc.constantFrom('show' as const, 'hide' as const),
        transition: fc.option(fc.constantFrom(...someItemTransitions), { nil: undefined }),
      }),
      (document, { scene, item }, what) => ({
        ...{ type: 'setItemTransition', ...itemAt(document, scene, item), ...what },
      }),
    ),
    on(fc.record({ transition }), (_document, _some, what) => ({
      ...{ type: 'setTransition', canvasId: 'main', ...what },
    })),
    on(fc.record({ transition: maybeTransition }), (document, { scene }, what) => ({
      ...{ type: 'setSceneTransition', sceneId: sceneAt(document, scene), ...what },
    })),
    {
      weight: 4,
      arbitrary: on(fc.record({ name, kind: fc.nat(13) }), (document, { scene, source }, what) => ({
        ...{ type: 'addSource', sceneId: sceneAt(document, scene), name: what.name },
        input: inputAt(document, what.kind, source),
      })),
    },
    on(fc.record({}), (document, { scene, source }) => ({
      ...{ type: 'addItem', sceneId: sceneAt(document, scene), sourceId: sourceAt(document, source) },
    })),
    on(fc.record({}), (document, { scene, item }) => ({
      ...{ type: 'duplicateItem', ...itemAt(document, scene, item) },
    })),
    on(fc.record({}), (document, { scene, item }) => ({
      ...{ type: 'removeItem', ...itemAt(document, scene, item) },
    })),
    on(fc.record({ index }), (document, { scene, item }, what) => ({
      ...{ type: 'moveItem', ...itemAt(document, scene, item), ...what },
    })),
    on(
      fc.record({ isVisible: flag, isLocked: flag, opacity: level, ...look }),
      (document, { scene, item }, what) => ({
        ...{ type: 'setItem', ...itemAt(document, scene, item), ...what },
      }),
    ),
    {
      weight: 4,
      arbitrary: on(
        fc.record({ transform: anyTransform(), growth: fc.double({ min: 0.5, max: 2, noNaN: true }) }),
        (document, { scene, item }, { transform, growth }) => {
          const { sceneId, itemId } = itemAt(document, scene, item);
          const group = document.scenes.find(({ id }) => id === sceneId)?.group;
          const frame = group && { ...group, width: Math.min(4, group.width * growth), x: group.x / 2 };
          const transforms = [{ itemId, transform }];
          return { type: 'setTransform', sceneId, transforms, ...(frame && { frame }) };
        },
      ),
    },
    fc.constant(() => ({
      ...{ type: 'addStingerSource' as const, name: 'Stinger' },
      input: { ...newMedia, paths: ['/stinger.webm'] },
    })),
    on(fc.record({ kind: fc.nat(13) }), (document, { source, scene }, { kind }) => ({
      ...{ type: 'setSourceInput', sourceId: sourceAt(document, source) },
      input: inputAt(document, kind, scene),
    })),
    ...anyFilterCommands().map((arbitrary) => ({ weight: 2, arbitrary })),
    ...anyMixerCommands().map((arbitrary) => ({ weight: 2, arbitrary })),
    {
      weight: 3,
      arbitrary: on(
        fc.record({ name, others: fc.array(index, { maxLength: 3 }) }),
        (document, { scene, item }, what) => {
          const { sceneId, itemId } = itemAt(document, scene, item);
          const others = what.others.map((other) => itemAt(document, scene, other).itemId);
          const itemIds = [itemId, ...others.filter((id) => id !== 'nobody')];
          return { type: 'groupItems', sceneId, itemIds, name: what.name };
        },
      ),
    },
    on(fc.record({}), (document, { scene, item }) => ({
      ...{ type: 'ungroupItem', ...itemAt(document, scene, item) },
    })),
    on(fc.record({ name }), (document, { source }, what) => ({
      ...{ type: 'renameSource', sourceId: sourceAt(document, source), ...what },
    })),
  );
}

function sceneAt({ scenes }: StudioDocument, index: number): string {
  return scenes[index % (scenes.length + 1)]?.id ?? 'nobody';
}

function sourceAt({ sources }: StudioDocument, index: number): string {
  return sources[index % (sources.length + 1)]?.id ?? 'nobody';
}

function itemAt(document: StudioDocument, scene: number, item: number) {
  const sceneId = sceneAt(document, scene);
  const items = document.scenes.find(({ id }) => id === sceneId)?.items ?? [];
  return { sceneId, itemId: items[item % (items.length + 1)]?.id ?? 'nobody' };
}

function inputAt(document: StudioDocument, kind: number, scene: number): VideoInput {
  const inputs: readonly VideoInput[] = [
    { type: 'camera', deviceId: 'c2' },
    { type: 'screen' },
    { type: 'pattern' },
    { type: 'colour', colour: '#112233ff', width: 2000, height: 100 },
    { type: 'image', path: '/pictures/a.png' },
    { ...someText, content: { type: 'file', path: '/texts/a.txt', lastLines: 3 } },
    {
      ...{ type: 'slideshow', paths: ['/pictures/a.png', '/pictures/b.png'], width: 64, height: 36 },
      ...{ slideMs: 1000, fadeMs: 100, order: 'loop' },
    },
    someText,
    { type: 'screen', hasSound: true },
    { ...newMedia, paths: ['/videos/a.mp4'] },
  ];
  return inputs[kind] ?? { type: 'scene', sceneId: sceneAt(document, scene) };
}

/** Ids in a row. */
export function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `made-${count}`;
  };
}
