/** The editor of the scene that is on air on the first canvas, or in its preview in studio mode. */
import { useMemo } from 'react';
import { canvasSizeOf, editedSceneOf, groupOf } from '../../../shared/studio/document.ts';
import { filteredSize } from '../../../shared/studio/filters/filtered-size.ts';
import { filtersBySource } from '../../../shared/studio/scene-layers.ts';
import { useCapture, useSettings } from '../../state/services.ts';
import { sourceSize } from '../sources/index.ts';
import { CanvasEditor } from './CanvasEditor.tsx';

export function ProgramEditor() {
  const studio = useSettings((settings) => settings.studio);
  const videos = useCapture((state) => state.videos);
  const drawnSizes = useCapture((state) => state.drawnSizes);
  const scene = editedSceneOf(studio);
  const { sources } = studio;
  const editor = useMemo(() => {
    const canvas = canvasSizeOf(studio, scene.id);
    const filters = filtersBySource(studio);
    const sizes = new Map(
      scene.items.flatMap((item) => {
        const { sourceId } = item;
        const input = sources.find(({ id }) => id === sourceId)?.input;
        const size = sourceSize(input, videos[sourceId], canvas, drawnSizes[sourceId], groupOf(studio, item));
        return size === undefined ? [] : [[sourceId, filteredSize(size, filters[sourceId])] as const];
      }),
    );
    return { scene, canvas, sources, sizes };
  }, [studio, scene, sources, videos, drawnSizes]);
  return <CanvasEditor editor={editor} />;
}
