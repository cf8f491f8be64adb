/** Where an item lies on the canvas, in a word, and what a screen reader says of it. Pure. */
import { placeItem } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';

export type PlaceName =
  | ('whole' | 'outside')
  | ('topLeft' | 'top' | 'topRight' | 'left' | 'centre' | 'right' | 'bottomLeft' | 'bottom' | 'bottomRight');

export interface ItemPlace {
  readonly name: PlaceName;
  /** Of what it covers, in whole canvas pixels. */
  readonly width: number;
  readonly height: number;
}

const names: readonly (readonly PlaceName[])[] = [
  ['topLeft', 'top', 'topRight'],
  ['left', 'centre', 'right'],
  ['bottomLeft', 'bottom', 'bottomRight'],
];

export function placeOf(transform: Transform, source: Size, canvas: Size): ItemPlace {
  const { crop, matrix } = placeItem(transform, source, canvas);
  const [a, b, c, d, e, f] = matrix;
  const across = rangeOf(e, a * crop.width, c * crop.height);
  const down = rangeOf(f, b * crop.width, d * crop.height);
  const size = { width: Math.round(across.to - across.from), height: Math.round(down.to - down.from) };
  const isOutside =
    across.to <= 0 || down.to <= 0 || across.from >= canvas.width || down.from >= canvas.height;
  if (isOutside) return { name: 'outside', ...size };
  const isWhole =
    across.from <= 1 && down.from <= 1 && across.to >= canvas.width - 1 && down.to >= canvas.height - 1;
  if (isWhole) return { name: 'whole', ...size };
  const column = thirdOf((across.from + across.to) / 2, canvas.width);
  const row = thirdOf((down.from + down.to) / 2, canvas.height);
  return { name: names[row]?.[column] ?? 'centre', ...size };
}

function rangeOf(start: number, one: number, other: number): { readonly from: number; readonly to: number } {
  return {
    from: start + Math.min(0, one) + Math.min(0, other),
    to: start + Math.max(0, one) + Math.max(0, other),
  };
}

function thirdOf(position: number, length: number): 0 | 1 | 2 {
  if (position < length / 3) return 0;
  return position > (2 * length) / 3 ? 2 : 1;
}
