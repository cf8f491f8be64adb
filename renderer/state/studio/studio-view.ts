/** What capture is to do of a studio document: the sources to open and the scene to show. */
import { assert } from '../../../shared/assert.ts';
import { canvasSizeOf, listedScenes, mainSceneOf, mainVideoOf } from '../../../shared/studio/document.ts';
import type { Canvas, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { isCaptured, isDrawn, isFromFile, isMedia } from '../../../shared/studio/inputs.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import { allFilterFiles } from '../../../shared/studio/filters/filter-files.ts';
import {
  composedScenesOf,
  filtersBySource,
  layersOnAir,
  sceneLayersOf,
  wholeCanvasSource,
} from '../../../shared/studio/scene-layers.ts';
import { sceneSoundsOf } from './sound-view.ts';
import { pagesOf } from '../../../shared/studio/pages/shown-sources.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import type { ComingScene } from '../../media/canvas/canvas-scene.ts';
import type { StudioView } from '../../media/capture/video-sources.ts';

/** @param canGoStraight a single source may go out as it is: the encoder takes another format now. */
export function viewOf(studio: StudioDocument, canGoStraight: boolean): StudioView {
  const scene = mainSceneOf(studio);
  const [canvas] = studio.canvases;
  assert(canvas !== undefined, 'a document has a canvas');
  const layers = layersOnAir(studio, canvas);
  const sources = inputsOf(studio, isCaptured);
  // With more scenes the format must stay the same from scene to scene.
  const whole =
    listedScenes(studio).length === 1 && canvas.preview === undefined
      ? wholeCanvasSource(layers, canvasSizeOf(studio, scene.id))
      : undefined;
  const filters = filtersBySource(studio);
  const canPass = canGoStraight && whole !== undefined && filters[whole] === undefined;
  const straight = canPass ? sources.find(({ id }) => id === whole) : undefined;
  const composed = composedScenesOf(studio);
  const coming = comingOf(studio, canvas);
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
      sounds: sceneSoundsOf(studio),
      ...(composed.length > 0 && { composed }),
      ...(Object.keys(filters).length > 0 && { filters }),
      arrival: canvas.arrival?.number,
      transition: canvas.arrival?.transition ?? scene.transition ?? canvas.transition,
      coming,
      ...(straight && { straightSourceId: straight.id }),
    },
  };
}

/** What the T-bar brings. */
function comingOf(studio: StudioDocument, { transition, preview }: Canvas): ComingScene | undefined {
  if (preview?.position === undefined) return undefined;
  const scene = studio.scenes.find(({ id }) => id === preview.sceneId);
  return {
    layers: sceneLayersOf(studio, preview.sceneId),
    transition: byHand(scene?.transition ?? transition),
    share: preview.position,
  };
}

/** What has no middle fades. */
function byHand(transition: Transition): ComingScene['transition'] {
  return transition.kind === 'cut' || transition.kind === 'stinger'
    ? { kind: 'fade', durationMs: 300 }
    : transition;
}

function inputsOf<T extends VideoInput>(
  { sources }: StudioDocument,
  isOfKind: (input: VideoInput) => input is T,
): readonly { readonly id: string; readonly input: T }[] {
  return sources.flatMap((source) =>
    source.kind === 'video' && isOfKind(source.input) ? [{ id: source.id, input: source.input }] : [],
  );
}
