/** What capture is to do of a studio document: the sources to open and the scene to show. */
import { canvasSizeOf, mainSceneOf, mainVideoOf } from '../../shared/studio/document.ts';
import type { StudioDocument } from '../../shared/studio/document-schema.ts';
import { isCaptured, isDrawn, isFromFile } from '../../shared/studio/inputs.ts';
import { sceneLayersOf, wholeCanvasSource } from '../../shared/studio/scene-layers.ts';
import type { WantedFile } from '../media/capture/files/file-sources.ts';
import type { CapturedSource, DrawnSource, StudioView } from '../media/capture/video-sources.ts';

/** @param canGoStraight a single source may go out as it is: the encoder takes another format now. */
export function viewOf(studio: StudioDocument, canGoStraight: boolean): StudioView {
  const scene = mainSceneOf(studio);
  const layers = sceneLayersOf(studio, scene.id);
  const [canvas] = studio.canvases;
  const sources = studio.sources.flatMap((source): readonly CapturedSource[] =>
    source.kind === 'video' && isCaptured(source.input) ? [{ id: source.id, input: source.input }] : [],
  );
  const drawn = studio.sources.flatMap((source): readonly DrawnSource[] =>
    source.kind === 'video' && isDrawn(source.input) ? [{ id: source.id, input: source.input }] : [],
  );
  const files = studio.sources.flatMap((source): readonly WantedFile[] =>
    source.kind === 'video' && isFromFile(source.input) ? [{ id: source.id, input: source.input }] : [],
  );
  // With more scenes the format must stay the same from scene to scene.
  const whole =
    studio.scenes.length === 1 ? wholeCanvasSource(layers, canvasSizeOf(studio, scene.id)) : undefined;
  const straight = canGoStraight ? sources.find(({ id }) => id === whole) : undefined;
  return {
    sources,
    drawn,
    files,
    mainId: mainVideoOf(studio)?.id,
    scene: {
      sceneId: scene.id,
      layers,
      transition: scene.transition ?? canvas?.transition ?? { kind: 'cut' },
      ...(straight && { straightSourceId: straight.id }),
    },
  };
}
