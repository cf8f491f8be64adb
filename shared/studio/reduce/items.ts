/** Edits of items and of the video sources that they show. */
import { isSameData } from '../../is-same-data.ts';
import { missingCase } from '../../assert.ts';
import { canvasSizeOf, newItem } from '../document.ts';
import type { CreatedIds, ItemCommand } from '../document-commands.ts';
import { MAX_ITEMS, MAX_SOURCES } from '../document-schema.ts';
import type { Item, Scene, StudioDocument, VideoSource } from '../document-schema.ts';
import { hasSound } from '../inputs.ts';
import type { VideoInput } from '../inputs.ts';
import { withSoundOf } from '../mixer/channels.ts';
import { containsScene } from '../nesting.ts';
import { newTransform } from './new-transform.ts';
import { withGroupFrame } from './group-frames.ts';
import { findItem, findScene, findSource, moved, refused, withScene } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { uniqueName } from './unique-name.ts';
import { withoutUnused } from './unused.ts';

type CommandOf<T extends ItemCommand['type']> = Extract<ItemCommand, { readonly type: T }>;

/** @throws AppError `studio/refused` */
export function reduceItems(document: StudioDocument, command: ItemCommand, makeId: MakeId): Outcome {
  switch (command.type) {
    case 'addSource':
      return addSource(document, command, makeId);
    case 'addStingerSource': {
      const { document: next, source } = withNewSource(document, command, makeId);
      const heard = withSoundOf(next, source.id, false, makeId);
      return { document: heard, created: { sourceId: source.id, ...channelIn(heard, source.id) } };
    }
    case 'addItem':
      return addItem(document, findVideo(document, command.sourceId), command, makeId);
    case 'duplicateItem':
      return duplicateItem(document, command, makeId);
    case 'removeItem':
      return { document: removeItem(document, command) };
    case 'moveItem':
      return { document: moveItem(document, command) };
    case 'setItem':
      return { document: setItem(document, command) };
    case 'setItemTransition':
      return { document: setItemTransition(document, command) };
    case 'setTransform':
      return { document: setTransform(document, command) };
    case 'setSourceInput':
      return { document: setSourceInput(document, command, makeId) };
    case 'renameSource':
      return { document: renameSource(document, command) };
    default:
      return missingCase(command);
  }
}

function addSource(document: StudioDocument, command: CommandOf<'addSource'>, makeId: MakeId): Outcome {
  const { document: next, source } = withNewSource(document, command, makeId);
  const outcome = addItem(next, source, command, makeId);
  const heard = withSoundOf(outcome.document, source.id, false, makeId);
  return {
    document: heard,
    created: { sourceId: source.id, ...outcome.created, ...channelIn(heard, source.id) },
  };
}

function withNewSource(
  document: StudioDocument,
  { name, input }: Pick<CommandOf<'addSource'>, 'name' | 'input'>,
  makeId: MakeId,
): { readonly document: StudioDocument; readonly source: VideoSource } {
  const { sources } = document;
  if (sources.length >= MAX_SOURCES) throw refused('tooManySources', { maximum: MAX_SOURCES });
  checkInput(document, input);
  const source: VideoSource = { id: makeId(), name: uniqueName(name, sources), kind: 'video', input };
  return { document: { ...document, sources: [...sources, source] }, source };
}

function channelIn({ channels }: StudioDocument, sourceId: string): Pick<CreatedIds, 'channelId'> {
  const channelId = channels.find((channel) => channel.sourceId === sourceId)?.id;
  return channelId === undefined ? {} : { channelId };
}

function addItem(
  document: StudioDocument,
  { id, input }: VideoSource,
  { sceneId, size, transform }: Pick<CommandOf<'addItem'>, 'sceneId' | 'size' | 'transform'>,
  makeId: MakeId,
): Outcome {
  const scene = findScene(document, sceneId);
  const canvas = canvasSizeOf(document, sceneId);
  const item = newItem(makeId(), id, transform ?? newTransform(input, canvas, size));
  return withNewItem(document, scene, item, scene.items.length, input);
}

function duplicateItem(
  document: StudioDocument,
  { sceneId, itemId }: CommandOf<'duplicateItem'>,
  makeId: MakeId,
): Outcome {
  const scene = findScene(document, sceneId);
  const original = findItem(scene, itemId);
  const { input } = findVideo(document, original.sourceId);
  const copy = { ...original, id: makeId() };
  return withNewItem(document, scene, copy, scene.items.indexOf(original) + 1, input);
}

function withNewItem(
  document: StudioDocument,
  scene: Scene,
  item: Item,
  index: number,
  input: VideoInput,
): Outcome {
  const { items } = scene;
  if (items.length >= MAX_ITEMS) throw refused('tooManyItems', { maximum: MAX_ITEMS });
  checkNesting(document, scene.id, input);
  const next = { ...scene, items: [...items.slice(0, index), item, ...items.slice(index)] };
  return { document: withScene(document, next), created: { itemId: item.id } };
}

function removeItem(document: StudioDocument, { sceneId, itemId }: CommandOf<'removeItem'>): StudioDocument {
  const scene = findScene(document, sceneId);
  const item = findItem(scene, itemId);
  const items = scene.items.filter((each) => each !== item);
  return withoutUnused(withScene(document, { ...scene, items }), [item.sourceId]);
}

function moveItem(
  document: StudioDocument,
  { sceneId, itemId, index }: CommandOf<'moveItem'>,
): StudioDocument {
  const scene = findScene(document, sceneId);
  findItem(scene, itemId);
  const items = moved(scene.items, itemId, index);
  return items === scene.items ? document : withScene(document, { ...scene, items });
}

function setItem(document: StudioDocument, command: CommandOf<'setItem'>): StudioDocument {
  const scene = findScene(document, command.sceneId);
  const item = findItem(scene, command.itemId);
  const { isVisible = item.isVisible, isLocked = item.isLocked, opacity = item.opacity } = command;
  const { blendMode, cornerRadius, scaleFilter, ...plain } = item;
  const look = lookOf({
    blendMode: command.blendMode ?? blendMode,
    cornerRadius: command.cornerRadius ?? cornerRadius,
    scaleFilter: command.scaleFilter ?? scaleFilter,
  });
  return withItems(document, scene, [{ ...plain, isVisible, isLocked, opacity, ...look }]);
}

type Look = Pick<Item, 'blendMode' | 'cornerRadius' | 'scaleFilter'>;

/** Without what is usual: an item that is plain again is as it was before. */
function lookOf({ blendMode = 'normal', cornerRadius = 0, scaleFilter = 'auto' }: Look): Look {
  return {
    ...(blendMode !== 'normal' && { blendMode }),
    ...(cornerRadius > 0 && { cornerRadius }),
    ...(scaleFilter !== 'auto' && { scaleFilter }),
  };
}

function setItemTransition(
  document: StudioDocument,
  { sceneId, itemId, when, transition }: CommandOf<'setItemTransition'>,
): StudioDocument {
  const scene = findScene(document, sceneId);
  const { [`${when}Transition` as const]: _before, ...item } = findItem(scene, itemId);
  return withItems(document, scene, [{ ...item, ...(transition && { [`${when}Transition`]: transition }) }]);
}

function setTransform(
  document: StudioDocument,
  { sceneId, transforms, frame }: CommandOf<'setTransform'>,
): StudioDocument {
  const scene = findScene(document, sceneId);
  const changed = transforms.map(({ itemId, transform }) => ({ ...findItem(scene, itemId), transform }));
  const moved = withItems(document, scene, changed);
  return frame === undefined ? moved : withGroupFrame(moved, sceneId, frame);
}

/** Of two items with one id the later one counts. */
function withItems(document: StudioDocument, scene: Scene, changed: readonly Item[]): StudioDocument {
  const next = new Map(changed.map((item) => [item.id, item]));
  const items = scene.items.map((item) => next.get(item.id) ?? item);
  return isSameData(items, scene.items) ? document : withScene(document, { ...scene, items });
}

function setSourceInput(
  document: StudioDocument,
  { sourceId, input }: CommandOf<'setSourceInput'>,
  makeId: MakeId,
): StudioDocument {
  const source = findVideo(document, sourceId);
  if (isSameData(source.input, input)) return document;
  checkInput(document, input);
  for (const { id, items } of document.scenes)
    if (items.some((item) => item.sourceId === sourceId)) checkNesting(document, id, input);
  return withSoundOf(withSource(document, { ...source, input }), sourceId, hasSound(source.input), makeId);
}

function renameSource(
  document: StudioDocument,
  { sourceId, name: wanted }: CommandOf<'renameSource'>,
): StudioDocument {
  const source = findSource(document, sourceId);
  const others = document.sources.filter((each) => each !== source);
  const name = uniqueName(wanted, others);
  if (name === source.name) return document;
  const named = withSource(document, { ...source, name });
  const { input } = source;
  const group = input.type === 'scene' ? findScene(document, input.sceneId) : undefined;
  if (group?.group === undefined) return named;
  const scenes = document.scenes.filter((each) => each !== group);
  return withScene(named, { ...group, name: uniqueName(name, scenes) });
}

function withSource(document: StudioDocument, source: StudioDocument['sources'][number]): StudioDocument {
  return {
    ...document,
    sources: document.sources.map((each) => (each.id === source.id ? source : each)),
  };
}

function findVideo(document: StudioDocument, sourceId: string): VideoSource {
  const source = findSource(document, sourceId);
  if (source.kind !== 'video') throw refused('sourceWithoutVideo');
  return source;
}

function checkInput(document: StudioDocument, input: VideoInput): void {
  if (input.type === 'scene') findScene(document, input.sceneId);
}

function checkNesting(document: StudioDocument, sceneId: string, input: VideoInput): void {
  if (input.type === 'scene' && containsScene(document, input.sceneId, sceneId))
    throw refused('sceneInItself');
}
