/**
 * Program, preview and up to eight scenes with their names. In studio mode a click prepares a scene; a double click, or Ctrl+Enter there, puts it
 * on air.
 */
import type { CSSProperties } from 'react';
import { editedSceneOf, encodingOf, listedScenes, mainSceneOf } from '../../../shared/studio/document.ts';
import { sceneLayersOf } from '../../../shared/studio/scene-layers.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { SceneViewPicture } from '../studio-mode/index.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './Projectors.module.css';
import { hasCommandKey } from '../../ui/keyboard/shortcut-keys.ts';

const MAX_SCENES = 8;
const largeFormat = { maxWidth: 960, fps: 15 };
const cellFormat = { maxWidth: 480, fps: 10 };

export function Multiview() {
  const services = useServices();
  const studio = useSettings((settings) => settings.studio);
  const [canvas] = studio.canvases;
  const { width, height } = encodingOf(studio);
  const onAir = mainSceneOf(studio);
  const prepared = editedSceneOf(studio);
  const isStudioMode = canvas?.preview !== undefined;
  const canvasId = canvas?.id ?? '';
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const prepare = (sceneId: string) => {
    if (isStudioMode) act(services.run({ type: 'setPreviewScene', canvasId, sceneId }));
  };
  const putOnAir = (sceneId: string) => act(services.run({ type: 'switchScene', canvasId, sceneId }));
  const shape = { '--ratio': String(width / height) } as CSSProperties;
  return (
    <main className={css['multiview']} style={shape}>
      <figure className={css['large']} data-mark="preview">
        <SceneViewPicture
          label={texts.studioMode.previewOf(prepared.name)}
          layers={sceneLayersOf(studio, prepared.id)}
          format={largeFormat}
          testId="multiview-preview"
        />
        <figcaption>{texts.studioMode.previewOf(prepared.name)}</figcaption>
      </figure>
      <figure className={css['large']} data-mark="program">
        <SceneViewPicture
          label={texts.studioMode.programOf(onAir.name)}
          layers={undefined}
          format={undefined}
          testId="multiview-program"
        />
        <figcaption>{texts.studioMode.programOf(onAir.name)}</figcaption>
      </figure>
      <div className={css['cells']} role="group" aria-label={texts.projectors.cells}>
        {listedScenes(studio)
          .slice(0, MAX_SCENES)
          .map(({ id, name }, index) => (
            <button
              key={id}
              type="button"
              className={css['cell']}
              data-mark={
                id === onAir.id ? 'program' : isStudioMode && id === prepared.id ? 'preview' : undefined
              }
              aria-pressed={id === onAir.id}
              aria-label={texts.projectors.cell(name, index + 1)}
              onClick={() => prepare(id)}
              onDoubleClick={() => putOnAir(id)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && hasCommandKey(event)) putOnAir(id);
              }}
            >
              <SceneViewPicture label={name} layers={sceneLayersOf(studio, id)} format={cellFormat} />
              <span className={css['name']}>
                <bdi>{name}</bdi>
              </span>
            </button>
          ))}
      </div>
    </main>
  );
}
