/** A stinger's source over the whole canvas, as large as fits. */
import type { SceneLayer } from '../../../../shared/studio/scene-layers.ts';
import { canvasTransform } from '../../../../shared/studio/transform.ts';
import type { Size } from '../../../../shared/studio/transform.ts';

export function stingerLayer({ sourceId }: { readonly sourceId: string }, canvas: Size): SceneLayer {
  const transform = canvasTransform('inner', canvas);
  return { id: 'stinger', sourceId, transform, outer: [], opacity: 1 };
}
