/** What is in the open projectors. */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { sceneLayersOf } from '../../../shared/studio/scene-layers.ts';
import { sourceLayersOf } from '../../../shared/studio/studio-mode/source-layers.ts';
import { editedSceneOf, encodingOf } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { useSettings } from '../../state/services.ts';
import { SceneViewPicture } from '../studio-mode/index.ts';
import { Multiview } from './Multiview.tsx';
import { openProjectors } from './projector-store.ts';
import type { OpenProjector, ProjectorContent } from './projector-store.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './Projectors.module.css';

/** As large as the canvas. */
const wholeFormat = { maxWidth: 3840, fps: 30 };

export function Projectors() {
  const { list } = useStore(openProjectors);
  return list.map((projector) =>
    createPortal(
      <Projector projector={projector} />,
      projector.window.document.body,
      String(projector.number),
    ),
  );
}

function Projector({ projector: { content, window } }: { readonly projector: OpenProjector }) {
  const studio = useSettings((settings) => settings.studio);
  const title = titleOf(content, studio);
  useEffect(() => {
    nameWindow(window, `${texts.projectors.title}: ${title}`);
  }, [window, title]);
  if (content.type === 'multiview') return <Multiview />;
  const layers = layersOf(content, studio);
  return (
    <main className={css['whole']}>
      <SceneViewPicture
        label={title}
        layers={layers}
        format={layers === undefined ? undefined : wholeFormat}
        testId="projector"
      />
    </main>
  );
}

function nameWindow({ document }: Window, name: string): void {
  document.title = name;
}

/** Undefined for the program. */
function layersOf(content: Exclude<ProjectorContent, { type: 'multiview' }>, studio: StudioDocument) {
  switch (content.type) {
    case 'program':
      return undefined;
    case 'preview':
      return sceneLayersOf(studio, editedSceneOf(studio).id);
    case 'scene':
      return sceneLayersOf(studio, content.sceneId);
    case 'source':
      return sourceLayersOf(studio, content.sourceId, encodingOf(studio));
  }
}

function titleOf(content: ProjectorContent, { scenes, sources }: StudioDocument): string {
  if (content.type === 'scene')
    return scenes.find(({ id }) => id === content.sceneId)?.name ?? texts.projectors.scene;
  if (content.type === 'source')
    return sources.find(({ id }) => id === content.sourceId)?.name ?? texts.projectors.source;
  return texts.projectors[content.type];
}
