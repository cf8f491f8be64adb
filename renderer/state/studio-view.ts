/** What capture is to do of a studio document: the sources to open and the scene to show. */
import { canvasSizeOf, listedScenes, mainSceneOf, mainVideoOf } from '../../shared/studio/document.ts';
import type { StudioDocument } from '../../shared/studio/document-schema.ts';
import { isCaptured, isDrawn, isFromFile, isMedia } from '../../shared/studio/inputs.ts';
import type { VideoInput } from '../../shared/studio/inputs.ts';
import { allFilterFiles } from '../../shared/studio/filters/filter-files.ts';
import {
  composedScenesOf,
  filtersBySource,
  sceneLayersOf,
  wholeCanvasSource,
} from '../../shared/studio/scene-layers.ts';
import { pagesOf } from '../../shared/studio/shown-sources.ts';
import type { StudioView } from '../media/capture/video-sources.ts';

/** @param canGoStraight a single source may go out as it is: the encoder takes another format now. */
export function viewOf(studio: StudioDocument, canGoStraight: boolean): StudioView {
  const scene = mainSceneOf(studio);
  const layers = sceneLayersOf(studio, scene.id);
  const [canvas] = studio.canvases;
  const sources = inputsOf(studio, isCaptured);
  // With more scenes the format must stay the same from scene to scene.
  const whole =
    listedScenes(studio).length === 1 ? wholeCanvasSource(layers, canvasSizeOf(studio, scene.id)) : undefined;
  const filters = filtersBySource(studio);
  const canPass = canGoStraight && whole !== undefined && filters[whole] === undefined;
  const straight = canPass ? sources.find(({ id }) => id === whole) : undefined;
  const composed = composedScenesOf(studio);
  return {
    sources,
    drawn: inputsOf(studio, isDrawn),
    files: inputsOf(studio, isFromFile),
    filterFiles: allFilterFiles(studio),
    media: inputsOf(studio, isMedia),
    pages: pagesOf(studio).map(({ id }) => id),
    mainId: mainVideoOf(studio)?.id,
    scene: {
      sceneId: scene.id,
      layers,
      ...(composed.length > 0 && { composed }),
      ...(Object.keys(filters).length > 0 && { filters }),
      transition: scene.transition ?? canvas?.transition ?? { kind: 'cut' },
      ...(straight && { straightSourceId: straight.id }),
    },
  };
}

function inputsOf<T extends VideoInput>(
  { sources }: StudioDocument,
  isOfKind: (input: VideoInput) => input is T,
): readonly { readonly id: string; readonly input: T }[] {
  return sources.flatMap((source) =>
    source.kind === 'video' && isOfKind(source.input) ? [{ id: source.id, input: source.input }] : [],
  );
}
