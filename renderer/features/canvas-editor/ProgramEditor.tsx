/** The editor of the scene that is on air on the first canvas, or in its preview in studio mode. */
import { useMemo } from 'react';
import { canvasSizeOf, editedSceneOf } from '../../../shared/studio/document.ts';
import { useCapture, useSettings } from '../../state/services.ts';
import { itemSize } from '../sources/index.ts';
import { CanvasEditor } from './CanvasEditor.tsx';

export function ProgramEditor() {
  const studio = useSettings((settings) => settings.studio);
  const videos = useCapture((state) => state.videos);
  const drawnSizes = useCapture((state) => state.drawnSizes);
  const scene = editedSceneOf(studio);
  const { sources } = studio;
  const editor = useMemo(() => {
    const canvas = canvasSizeOf(studio, scene.id);
    const sizes = new Map(
      scene.items.flatMap((item) => {
        const { sourceId } = item;
        const seen = { video: videos[sourceId], drawn: drawnSizes[sourceId] };
        const size = itemSize(studio, item, canvas, seen);
        return size === undefined ? [] : [[sourceId, size] as const];
      }),
    );
    return { scene, canvas, sources, sizes };
  }, [studio, scene, sources, videos, drawnSizes]);
  return <CanvasEditor editor={editor} />;
}
