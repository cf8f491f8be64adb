/**
 * The editor of the scene that is on air on the first canvas, or in its preview in studio mode; of a group in it, while something in the
 * group is selected.
 */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { canvasSizeOf, editedSceneOf, groupOf } from '../../../shared/studio/document.ts';
import type { Item, Scene, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { mapPoint } from '../../../shared/studio/geometry/placement.ts';
import type { Point } from '../../../shared/studio/geometry/placement.ts';
import type { CaptureState } from '../../media/capture/capture-state.ts';
import { selection, selectItems } from '../../state/selection.ts';
import { useCapture, useSettings } from '../../state/services.ts';
import { itemSize } from '../sources/index.ts';
import { CanvasEditor } from './CanvasEditor.tsx';
import { editorItems, isClickable } from './editor-item.ts';
import type { EditorScene } from './editor-item.ts';
import { hitTest } from './geometry/hit-test.ts';
import { openGroup } from './open-group.ts';

/** What is known of sources. */
type Seen = Pick<CaptureState, 'videos' | 'drawnSizes'>;

export function ProgramEditor() {
  const studio = useSettings((settings) => settings.studio);
  const videos = useCapture((state) => state.videos);
  const drawnSizes = useCapture((state) => state.drawnSizes);
  const selectedId = useStore(selection, ({ sceneId }) => sceneId);
  const scene = editedSceneOf(studio);
  const found = useMemo(() => openGroup(studio, scene, selectedId), [studio, scene, selectedId]);
  const editor = useMemo(
    () => editorOf(studio, scene, found, { videos, drawnSizes }),
    [studio, scene, found, videos, drawnSizes],
  );
  /** @param point of the canvas; the frontmost item without one. */
  const enter = (item: Item, point: Point | undefined) => {
    const inner = openGroup(studio, scene, groupOf(studio, item)?.id);
    if (inner === undefined) return;
    const items = editorItems(editorOf(studio, scene, inner, { videos, drawnSizes }), {});
    const hit =
      point === undefined
        ? items.at(-1)
        : hitTest(items.filter(isClickable), mapPoint(inner.group.toGroup, point));
    selectItems(inner.scene.id, hit === undefined ? [] : [hit.id]);
  };
  /** To what lies at a point of the canvas outside of the group; to the group itself without one. */
  const leave = (point: Point | undefined) => {
    if (point === undefined) {
      if (found !== undefined) selectItems(found.place.sceneId, [found.place.itemId]);
      return;
    }
    const items = editorItems(editorOf(studio, scene, undefined, { videos, drawnSizes }), {});
    const hit = hitTest(items.filter(isClickable), point);
    selectItems(scene.id, hit === undefined ? [] : [hit.id]);
  };
  return <CanvasEditor editor={editor} onEnter={enter} onLeave={leave} />;
}

function editorOf(
  studio: StudioDocument,
  scene: Scene,
  found: ReturnType<typeof openGroup>,
  { videos, drawnSizes }: Seen,
): EditorScene {
  const canvas = canvasSizeOf(studio, scene.id);
  const edited = found?.scene ?? scene;
  const sizes = new Map(
    edited.items.flatMap((item) => {
      const { sourceId } = item;
      const seen = { video: videos[sourceId], drawn: drawnSizes[sourceId] };
      const size = itemSize(studio, item, canvas, seen);
      return size === undefined ? [] : [[sourceId, size] as const];
    }),
  );
  return { scene: edited, canvas, sources: studio.sources, sizes, group: found?.group };
}
