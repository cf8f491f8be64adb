/** The group whose items are edited: the one that something is selected in, where the scene shows it. Pure. */
import { canvasSizeOf } from '../../../shared/studio/document.ts';
import type { Scene, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { frameOn } from '../../../shared/studio/groups/group-frame.ts';
import { groupPlaceIn } from '../../../shared/studio/groups/group-place.ts';
import type { GroupPlace } from '../../../shared/studio/groups/group-place.ts';
import { inverse } from '../../../shared/studio/geometry/placement.ts';
import type { OpenGroup } from './editor-item.ts';

export interface FoundGroup {
  readonly scene: Scene;
  readonly place: GroupPlace;
  readonly group: OpenGroup;
}

/** @param groupId any scene's; undefined unless it is a group in `scene` that has items and shows them. */
export function openGroup(
  studio: StudioDocument,
  scene: Scene,
  groupId: string | undefined,
): FoundGroup | undefined {
  const inner = studio.scenes.find(({ id }) => id === groupId);
  if (inner?.group === undefined || inner.items.length === 0) return undefined;
  const place = groupPlaceIn(studio, scene, inner.id);
  const toGroup = place === undefined ? undefined : inverse(place.matrix);
  if (place === undefined || toGroup === undefined) return undefined;
  const frame = { ...frameOn(inner.group, canvasSizeOf(studio, scene.id)), rotation: 0 };
  const { matrix, isLocked } = place;
  return { scene: inner, place, group: { name: inner.name, matrix, toGroup, frame, isLocked } };
}
