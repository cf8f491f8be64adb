/**
 * The program and the scenes with their names. A click puts a scene on air; in studio mode the preview is beside the program, a click prepares
 * a scene, and a double click, or Ctrl+Enter, puts it on air.
 */
import type { CSSProperties } from 'react';
import { editedSceneOf, encodingOf, listedScenes, mainSceneOf } from '../../../shared/studio/document.ts';
import { sceneLayersOf } from '../../../shared/studio/scene-layers.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { SceneViewPicture } from '../studio-mode/index.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './Projectors.module.css';
import { hasCommandKey } from '../../ui/keyboard/shortcut-keys.ts';

/** More can't be told apart on a display. */
const MAX_SCENES = 32;
/** Cells in a row, each as wide as half the window's height has room for: twice as many as there are rows. */
const rows = [4, 6, 8] as const;
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
  const scenes = listedScenes(studio).slice(0, MAX_SCENES);
  const columns = rows.find((count) => (count * count) / 2 >= scenes.length) ?? 8;
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const putOnAir = (sceneId: string) => act(services.run({ type: 'switchScene', canvasId, sceneId }));
  const choose = (sceneId: string) => {
    if (isStudioMode) act(services.run({ type: 'setPreviewScene', canvasId, sceneId }));
    else putOnAir(sceneId);
  };
  const shape = { '--ratio': String(width / height) } as CSSProperties;
  return (
    <main className={css['multiview']} style={shape}>
      {isStudioMode ? (
        <figure className={css['large']} data-mark="preview">
          <SceneViewPicture
            label={texts.studioMode.previewOf(prepared.name)}
            layers={sceneLayersOf(studio, prepared.id)}
            format={largeFormat}
            testId="multiview-preview"
          />
          <figcaption>
            <bdi>{texts.studioMode.previewOf(prepared.name)}</bdi>
          </figcaption>
        </figure>
      ) : undefined}
      <figure className={css['large']} data-mark="program" data-alone={!isStudioMode}>
        <SceneViewPicture
          label={texts.studioMode.programOf(onAir.name)}
          layers={undefined}
          format={undefined}
          testId="multiview-program"
        />
        <figcaption>
          <bdi>{texts.studioMode.programOf(onAir.name)}</bdi>
        </figcaption>
      </figure>
      <div
        className={css['cells']}
        role="group"
        aria-label={texts.projectors.cells}
        style={{ '--columns': columns, '--rows': columns / 2 } as CSSProperties}
      >
        {scenes.map(({ id, name }, index) => (
          <button
            key={id}
            type="button"
            className={css['cell']}
            data-mark={
              id === onAir.id ? 'program' : isStudioMode && id === prepared.id ? 'preview' : undefined
            }
            aria-pressed={id === onAir.id}
            aria-label={texts.projectors.cell(name, index + 1)}
            title={isStudioMode ? texts.projectors.cellHint : texts.projectors.cellOnAirHint}
            onClick={() => choose(id)}
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
