/** Turning a box about its middle. Pure. */
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import { boxWith, middle, pointIn } from './box-points.ts';

/** Degrees, while Ctrl is held and for each key press. */
export const TURN_STEP = 15;
/** An item that is nearly upright stands upright. */
const UPRIGHT_WITHIN = 2;
/** Steps of a tenth of a degree. */
const FINEST = 10;

export function turnBox(box: ItemBox, rotation: number): ItemBox {
  return boxWith(pointIn(box, middle), middle, box, normalTurn(rotation));
}

/** The rotation that a box gets when what was grabbed at one point is dragged to another. */
export function turnTo(box: ItemBox, grabbed: Point, point: Point, isStepped: boolean): number {
  const centre = pointIn(box, middle);
  const rotation = box.rotation + angleOf(centre, point) - angleOf(centre, grabbed);
  if (isStepped) return normalTurn(Math.round(rotation / TURN_STEP) * TURN_STEP);
  const upright = Math.round(rotation / 90) * 90;
  if (Math.abs(rotation - upright) < UPRIGHT_WITHIN) return normalTurn(upright);
  return normalTurn(Math.round(rotation * FINEST) / FINEST);
}

/** Over −180 up to 180. */
export function normalTurn(degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360;
  return Math.round((turn > 180 ? turn - 360 : turn) * 1e6) / 1e6;
}

/** Degrees clockwise from straight up. */
function angleOf(centre: Point, point: Point): number {
  return (Math.atan2(point.x - centre.x, centre.y - point.y) * 180) / Math.PI;
}
