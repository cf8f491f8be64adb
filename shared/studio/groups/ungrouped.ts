/** An item of a group as it lies in the scene once the group is gone. Pure. */
import type { Item } from '../document-schema.ts';
import { mapPoint, turnOf } from '../geometry/placement.ts';
import type { Matrix } from '../geometry/placement.ts';
import { MAX_RELATIVE, MAX_SCALE, MIN_SCALE } from '../transform-limits.ts';
import type { Size } from '../transform.ts';
import type { Alignment, Transform } from '../transform-schema.ts';
import { groupMatrix } from './group-place.ts';
import type { GroupShape } from './group-place.ts';

/**
 * Looks as before, except for what no transform can say: a turned item in a group that was stretched more one way than the other is not
 * slanted any more, and what the group's crop cut off shows.
 */
export function ungrouped(item: Item, group: Item, shape: GroupShape, canvas: Size): Item {
  return {
    ...item,
    isVisible: item.isVisible && group.isVisible,
    isLocked: item.isLocked || group.isLocked,
    opacity: item.opacity * group.opacity,
    transform: moved(item.transform, group.transform, shape, canvas),
  };
}

function moved(inner: Transform, outer: Transform, shape: GroupShape, canvas: Size): Transform {
  const matrix = groupMatrix(outer, shape, canvas);
  const { cos, sin } = turnOf(outer.rotation);
  // The matrix is the turn after the scale.
  const scale = {
    x: cos * matrix[0] + sin * matrix[1],
    y: cos * matrix[3] - sin * matrix[2],
  };
  const isMirrored = scale.x * scale.y < 0;
  const turnedSides = Math.abs(turnOf(inner.rotation).cos) < Math.SQRT1_2;
  // A mirrored turn goes the other way; of a turn on its side the lengths of the sides change places.
  const own = turnedSides ? { x: withSign(scale.y, scale.x), y: withSign(scale.x, scale.y) } : scale;
  const { bounds } = inner;
  const hasBounds = bounds.type !== 'none';
  const mirror = { x: hasBounds && own.x < 0, y: hasBounds && own.y < 0 };
  return {
    ...inner,
    position: mapPosition(inner.position, matrix, canvas),
    rotation: ((isMirrored ? -inner.rotation : inner.rotation) + outer.rotation) % 360,
    scale: { ...inner.scale, x: factor(inner.scale.x * own.x), y: factor(inner.scale.y * own.y) },
    alignment: mirrored(inner.alignment, mirror),
    bounds: {
      ...bounds,
      width: Math.min(MAX_RELATIVE, bounds.width * Math.abs(own.x)),
      height: Math.min(MAX_RELATIVE, bounds.height * Math.abs(own.y)),
      alignment: mirrored(bounds.alignment, mirror),
    },
  };
}

function mapPosition(
  position: Transform['position'],
  matrix: Matrix,
  { width, height }: Size,
): Transform['position'] {
  const before = { x: (position.x * height + width) / 2, y: ((position.y + 1) * height) / 2 };
  const { x, y } = mapPoint(matrix, before);
  return { x: within((2 * x - width) / height), y: within((2 * y) / height - 1) };
}

const opposite: ReadonlyMap<string, string> = new Map([
  ['Left', 'Right'],
  ['Right', 'Left'],
  ['left', 'right'],
  ['right', 'left'],
  ['top', 'bottom'],
  ['bottom', 'top'],
]);

/** The same corner of what is mirrored. */
function mirrored(alignment: Alignment, { x, y }: { readonly x: boolean; readonly y: boolean }): Alignment {
  const swap = (name: string, pattern: RegExp): string =>
    name.replace(pattern, (part) => opposite.get(part) ?? part);
  const across = x ? swap(alignment, /left|right/i) : alignment;
  return (y ? swap(across, /^(?:top|bottom)/) : across) as Alignment;
}

function withSign(size: number, sign: number): number {
  return sign < 0 ? -Math.abs(size) : Math.abs(size);
}

function factor(value: number): number {
  const size = Math.min(MAX_SCALE, Math.max(MIN_SCALE, Math.abs(value)));
  return value < 0 ? -size : size;
}

function within(value: number): number {
  return Math.min(MAX_RELATIVE, Math.max(-MAX_RELATIVE, value));
}
