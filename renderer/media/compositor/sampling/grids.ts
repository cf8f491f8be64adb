/** From a draw to the samples that its region shows, for the planes of luma's size and for those of chroma's. */
import type { ScaleFilter } from '../../../../shared/studio/filters/look.ts';
import type { Placement, Rectangle } from '../../../../shared/studio/geometry/placement.ts';
import type { AxisPath, FreePath, Line } from '../compile.ts';
import { lengthOf } from '../length.ts';
import { placeWeights } from './place-weights.ts';
import type { FreeGrid, Grid } from './sample-makers.ts';
import type { Sampling } from './taps.ts';

/** 1 for luma; 2 for chroma, whose samples are as far apart as two of luma, and lie in the middle of four. */
export type Part = 1 | 2;

/** Below this scale a free path goes by a smaller picture, so that no pixel is left out. */
const SMALL = 0.75;
/** Of a pixel: a rounding error makes no picture larger. */
const TOLERANCE = 1e-6;

/** @param box the region in samples. */
export function axisGrid(
  { columns, rows }: AxisPath,
  { x, y, width, height }: Rectangle,
  part: Part,
  filter?: ScaleFilter,
): Grid {
  return {
    columns: samplingOf(columns, x, width, part, filter),
    rows: samplingOf(rows, y, height, part, filter),
  };
}

function samplingOf(
  { origin, scale, first, end }: Line,
  start: number,
  count: number,
  part: Part,
  filter: ScaleFilter | undefined,
): Sampling {
  return {
    filter,
    first: Math.floor(first / part),
    end: Math.ceil(end / part),
    count,
    centre: (origin + scale * (start + 0.5) * part) / part,
    scale,
  };
}

/** @param box the region in samples. */
export function freeGrid(
  { placement }: FreePath,
  box: Rectangle,
  part: Part,
  filter?: ScaleFilter,
): FreeGrid {
  const { crop, matrix } = placement;
  const [a, b, c, d] = matrix;
  const width = smallerSide(crop.width, lengthOf(a, b));
  const height = smallerSide(crop.height, lengthOf(c, d));
  const isSmaller = width < crop.width || height < crop.height;
  // Where it was scaled before, the crop is the whole of the scaled picture.
  const area = isSmaller ? { x: 0, y: 0, width, height } : crop;
  const before = isSmaller
    ? {
        columns: wholeOf(crop.x, crop.width, width, part, filter),
        rows: wholeOf(crop.y, crop.height, height, part, filter),
      }
    : undefined;
  const { ux, uy, vx, vy, at } = inverseOf(placement, width / crop.width, height / crop.height, area);
  /** Samples of a side from one canvas pixel to the next. */
  const spans = { across: width / crop.width / lengthOf(a, b), down: height / crop.height / lengthOf(c, d) };
  const [u, v] = at((box.x + 0.5) * part, (box.y + 0.5) * part);
  return {
    width: box.width,
    height: box.height,
    before,
    isNearest: filter === 'point',
    weights:
      filter === 'bicubic' || filter === 'area'
        ? { across: placeWeights(filter, spans.across), down: placeWeights(filter, spans.down) }
        : undefined,
    first: [Math.floor(area.x / part), Math.floor(area.y / part)],
    end: [Math.ceil((area.x + area.width) / part), Math.ceil((area.y + area.height) / part)],
    start: [u / part - 0.5, v / part - 0.5],
    across: [ux, vx],
    down: [uy, vy],
  };
}

function smallerSide(pixels: number, scale: number): number {
  return scale < SMALL ? Math.max(1, Math.ceil(pixels * scale - TOLERANCE)) : pixels;
}

/** A whole side of a crop, in fewer samples. */
function wholeOf(
  start: number,
  length: number,
  pixels: number,
  part: Part,
  filter: ScaleFilter | undefined,
): Sampling {
  const scale = length / pixels;
  const line = { origin: start, scale, first: start, end: start + length };
  return samplingOf(line, 0, Math.ceil(pixels / part), part, filter);
}

export interface Inverse {
  /** How a canvas pixel to the right (x) and downwards (y) changes the picture's place. */
  readonly ux: number;
  readonly uy: number;
  readonly vx: number;
  readonly vy: number;
  /** The picture's place at a point of the canvas. */
  at(x: number, y: number): readonly [u: number, v: number];
}

/** @param across,down by how much the picture was scaled already. @param start where its crop begins now. */
export function inverseOf(
  { matrix }: Placement,
  across = 1,
  down = 1,
  start: { readonly x: number; readonly y: number } = { x: 0, y: 0 },
): Inverse {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  const ux = (d / determinant) * across;
  const uy = (-c / determinant) * across;
  const vx = (-b / determinant) * down;
  const vy = (a / determinant) * down;
  return {
    ...{ ux, uy, vx, vy },
    at: (x, y) => [ux * (x - e) + uy * (y - f) + start.x, vx * (x - e) + vy * (y - f) + start.y],
  };
}
