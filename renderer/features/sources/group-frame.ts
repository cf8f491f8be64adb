/** What the handles of a group enclose once its items lie otherwise: all of them. Pure. */
import { canvasSizeOf } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { boxOf, extentOf } from '../../../shared/studio/geometry/edit-transform.ts';
import { frameFrom } from '../../../shared/studio/groups/group-frame.ts';
import type { GroupFrame } from '../../../shared/studio/groups/group-frame-schema.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import type { CaptureState } from '../../media/capture/capture-state.ts';
import { boxAround, unionOf } from './item-layout.ts';
import { itemSize } from './source-size.ts';

/** Undefined of a scene that is no group, and as long as the size of an item isn't known. */
export function frameAfter(
  studio: StudioDocument,
  { videos, drawnSizes }: Pick<CaptureState, 'videos' | 'drawnSizes'>,
  sceneId: string,
  transforms: readonly { readonly itemId: string; readonly transform: Transform }[],
): GroupFrame | undefined {
  const scene = studio.scenes.find(({ id }) => id === sceneId);
  if (scene?.group === undefined) return undefined;
  const canvas = canvasSizeOf(studio, sceneId);
  const changed = new Map(transforms.map(({ itemId, transform }) => [itemId, transform]));
  const extents = scene.items.flatMap((item) => {
    const { sourceId } = item;
    const size = itemSize(studio, item, canvas, { video: videos[sourceId], drawn: drawnSizes[sourceId] });
    return size === undefined ? [] : [extentOf(boxOf(changed.get(item.id) ?? item.transform, size, canvas))];
  });
  const covered = extents.length < scene.items.length ? undefined : unionOf(extents);
  return covered && frameFrom(boxAround(covered), canvas);
}
