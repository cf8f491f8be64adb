/** Studio mode: the scene in the preview, which is edited, the way on air, and the program. Without studio mode, the program alone. */
import type { CSSProperties } from 'react';
import { editedSceneOf, encodingOf, mainSceneOf } from '../../../shared/studio/document.ts';
import { sceneLayersOf } from '../../../shared/studio/scene-layers.ts';
import { useSettings } from '../../state/services.ts';
import { ProgramEditor } from '../canvas-editor/index.ts';
import { Preview } from '../preview/index.ts';
import { SceneViewPicture } from './SceneViewPicture.tsx';
import { TransitionControls } from './TransitionControls.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './StudioMode.module.css';

/** Enough for half of a wide window. */
const previewFormat = { maxWidth: 960, fps: 15 };

export function StudioStage({ onUsePattern }: { readonly onUsePattern: () => void }) {
  const studio = useSettings((settings) => settings.studio);
  const [canvas] = studio.canvases;
  if (canvas?.preview === undefined) return <Preview onUsePattern={onUsePattern} />;
  const scene = editedSceneOf(studio);
  const { width, height } = encodingOf(studio);
  const shape = { '--ratio': String(width / height) } as CSSProperties;
  return (
    <div className={css['stage']}>
      <section className={css['side']} aria-label={texts.studioMode.preview} data-side="preview">
        <h2 className={css['title']}>{texts.studioMode.previewOf(scene.name)}</h2>
        <div className={css['frame']}>
          <div className={css['shape']} style={shape}>
            <SceneViewPicture
              label={texts.studioMode.previewOf(scene.name)}
              layers={sceneLayersOf(studio, scene.id)}
              format={previewFormat}
              testId="studio-preview"
            />
            <ProgramEditor />
          </div>
        </div>
      </section>
      <TransitionControls canvas={canvas} />
      <div className={css['side']} data-side="program">
        <h2 className={css['title']}>{texts.studioMode.programOf(mainSceneOf(studio).name)}</h2>
        <Preview onUsePattern={onUsePattern} isProgramOnly />
      </div>
    </div>
  );
}
