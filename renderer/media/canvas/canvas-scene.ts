/** What a canvas is to show: a scene of the studio document as the worker needs it. */
import type { Filter } from '../../../shared/studio/document-schema.ts';
import type { ComposedScene, SceneLayer } from '../../../shared/studio/scene-layers.ts';
import type { Transition } from '../../../shared/studio/transition.ts';

export interface CanvasScene {
  readonly sceneId: string;
  /** The visible ones, from back to front. */
  readonly layers: readonly SceneLayer[];
  /** Of all scenes of the document. */
  readonly composed?: readonly ComposedScene[];
  /** Enabled ones, by source or composed scene. */
  readonly filters?: Readonly<Record<string, readonly Filter[]>>;
  /** How the scene before gives way to this one, where it is another. */
  readonly transition: Transition;
  /** The one source that fills the canvas and may go out as it is, in its own format. */
  readonly straightSourceId?: string;
}
