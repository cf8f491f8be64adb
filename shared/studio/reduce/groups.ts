/** Items that become a group, and a group that becomes items again. */
import { canvasSizeOf, newItem } from '../document.ts';
import type { GroupCommand } from '../document-commands.ts';
import { MAX_ITEMS, MAX_SCENES, MAX_SOURCES } from '../document-schema.ts';
import type { Item, Scene, StudioDocument, VideoSource } from '../document-schema.ts';
import { groupTransform, wholeFrame } from '../groups/group-frame.ts';
import { ungrouped } from '../groups/ungrouped.ts';
import { withSameSound } from '../mixer/channels.ts';
import { filtersOfSource } from '../scene-layers.ts';
import { findItem, findScene, findSource, refused, withScene } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { uniqueName } from './unique-name.ts';
import { withoutUnused } from './unused.ts';

/** @throws AppError `studio/refused` */
export function reduceGroups(document: StudioDocument, command: GroupCommand, makeId: MakeId): Outcome {
  return command.type === 'groupItems'
    ? groupItems(document, command, makeId)
    : { document: ungroupItem(document, command, makeId) };
}

/** The group stands where the frontmost of its items stood. */
function groupItems(
  document: StudioDocument,
  { sceneId, itemIds, name, frame }: Extract<GroupCommand, { type: 'groupItems' }>,
  makeId: MakeId,
): Outcome {
  const { sources, scenes } = document;
  const scene = findScene(document, sceneId);
  const items = new Set(itemIds.map((id) => findItem(scene, id)));
  if (scenes.length >= MAX_SCENES) throw refused('tooManyScenes', { maximum: MAX_SCENES });
  if (sources.length >= MAX_SOURCES) throw refused('tooManySources', { maximum: MAX_SOURCES });
  const canvas = canvasSizeOf(document, sceneId);
  const group = frame ?? wholeFrame(canvas);
  const inner: Scene = {
    id: makeId(),
    name: uniqueName(name, scenes),
    items: scene.items.filter((item) => items.has(item)),
    group,
  };
  const source: VideoSource = {
    id: makeId(),
    name: uniqueName(name, sources),
    ...{ kind: 'video', input: { type: 'scene', sceneId: inner.id } },
  };
  const item = newItem(makeId(), source.id, groupTransform(group, canvas));
  const last = scene.items.findLastIndex((each) => items.has(each));
  const left = scene.items.flatMap((each, index) => [
    ...(items.has(each) ? [] : [each]),
    ...(index === last ? [item] : []),
  ]);
  const next = { ...document, sources: [...sources, source], scenes: [...scenes, inner] };
  return {
    document: withScene(next, { ...scene, items: left }),
    created: { sceneId: inner.id, sourceId: source.id, itemId: item.id },
  };
}

/** Each item stays where it is on the canvas. Where the group shows elsewhere too, it goes on there. */
function ungroupItem(
  document: StudioDocument,
  { sceneId, itemId }: Extract<GroupCommand, { type: 'ungroupItem' }>,
  makeId: MakeId,
): StudioDocument {
  const scene = findScene(document, sceneId);
  const item = findItem(scene, itemId);
  const source = findSource(document, item.sourceId);
  const { input } = source;
  const inner = input.type === 'scene' ? findScene(document, input.sceneId) : undefined;
  const frame = inner?.group;
  if (inner === undefined || frame === undefined) throw refused('notAGroup');
  if (scene.items.length + inner.items.length - 1 > MAX_ITEMS)
    throw refused('tooManyItems', { maximum: MAX_ITEMS });
  const canvas = canvasSizeOf(document, sceneId);
  const shape = { frame, filters: filtersOfSource(document, source) };
  const taken = new Set(scene.items.map(({ id }) => id));
  const isShared = document.scenes.some(({ items }) =>
    items.some((each) => each.sourceId === item.sourceId && each !== item),
  );
  const freed = inner.items.map((each): Item => {
    const placed = ungrouped(each, item, shape, canvas);
    return isShared || taken.has(each.id) ? { ...placed, id: makeId() } : placed;
  });
  const index = scene.items.indexOf(item);
  const items = [...scene.items.slice(0, index), ...freed, ...scene.items.slice(index + 1)];
  const heard = withSameSound(document, inner.id, sceneId);
  return withoutUnused(withScene(heard, { ...scene, items }), [item.sourceId]);
}
