/** What the page asks of a picture of a scene that a window shows beside the program. */
import type { SceneLayer } from '../../../../shared/studio/scene-layers.ts';

export interface ViewFormat {
  /** The picture is no wider, and no larger than the canvas. */
  readonly maxWidth: number;
  /** At most. */
  readonly fps: number;
}

export interface ViewContent {
  /** Undefined for a picture of the program. */
  readonly layers: readonly SceneLayer[] | undefined;
  readonly isLookedAt: boolean;
}
