/** A group whose frame is another: whatever shows the group goes on showing everything where it is. */
import { isSameData } from '../../is-same-data.ts';
import { canvasSizeOf } from '../document.ts';
import type { Item, StudioDocument } from '../document-schema.ts';
import type { GroupFrame } from '../groups/group-frame-schema.ts';
import { withOtherFrame } from '../groups/group-place.ts';
import { filtersOfSource } from '../scene-layers.ts';
import { findScene, refused } from './outcome.ts';

/** @throws AppError `studio/refused` */
export function withGroupFrame(document: StudioDocument, sceneId: string, frame: GroupFrame): StudioDocument {
  const { group } = findScene(document, sceneId);
  if (group === undefined) throw refused('notAGroup');
  if (isSameData(group, frame)) return document;
  const shown = document.sources.filter(({ input }) => input.type === 'scene' && input.sceneId === sceneId);
  const place = (item: Item, canvasOf: string): Item => {
    const source = shown.find(({ id }) => id === item.sourceId);
    if (source === undefined) return item;
    const filters = filtersOfSource(document, source);
    const canvas = canvasSizeOf(document, canvasOf);
    const [before, after] = [
      { frame: group, filters },
      { frame, filters },
    ];
    return { ...item, transform: withOtherFrame(item.transform, before, after, canvas) };
  };
  return {
    ...document,
    scenes: document.scenes.map((scene) => {
      if (scene.id === sceneId) return { ...scene, group: frame };
      const items = scene.items.map((item) => place(item, scene.id));
      return items.every((item, at) => item === scene.items[at]) ? scene : { ...scene, items };
    }),
    canvases: document.canvases.map((canvas) => {
      const { preview } = canvas;
      if (preview?.itemsOnAir === undefined) return canvas;
      const itemsOnAir = preview.itemsOnAir.map((item) => place(item, canvas.sceneId));
      return { ...canvas, preview: { ...preview, itemsOnAir } };
    }),
  };
}
