/** Which item lies under the pointer. Pure. */
import type { ItemBox } from '../../../../shared/studio/edit-transform.ts';
import type { Point } from '../../../../shared/studio/placement.ts';
import { isInside } from './box-points.ts';

interface Boxed {
  readonly box: ItemBox;
}

/** The frontmost of `items`, which go from back to front. A transparent picture counts with all of its box. */
export function hitTest<T extends Boxed>(items: readonly T[], point: Point): T | undefined {
  return items.findLast(({ box }) => isInside(box, point));
}
