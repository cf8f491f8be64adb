/** How much of each sample of a region a layer fills, 0 to 255: what is left out at odd edges, by opacity and at slanted edges. */
import type { Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { Corners, FreePath } from './compile.ts';
import { lengthOf } from './length.ts';
import { inverseOf } from './sampling/grids.ts';

export interface Mask {
  readonly bytes: Uint8Array;
  /** Bytes from a row to the next: 0 where all rows are alike. */
  readonly stride: number;
}

/** The chroma samples that a region of luma touches. */
export function chromaBox({ x, y, width, height }: Rectangle): Rectangle {
  const left = x >> 1;
  const top = y >> 1;
  return { x: left, y: top, width: ((x + width + 1) >> 1) - left, height: ((y + height + 1) >> 1) - top };
}

/** The same everywhere; undefined when nothing is left out. */
export function evenMask({ width }: Rectangle, opacity: number): Mask | undefined {
  return opacity === 255 ? undefined : { bytes: new Uint8Array(width).fill(opacity), stride: 0 };
}

/** For chroma, of a region that is filled evenly: its samples at odd edges are filled by half. Undefined when nothing is left out. */
export function edgeMask(region: Rectangle, stride: number, opacity: number): Mask | undefined {
  const box = chromaBox(region);
  const columns = overlaps(region.x, region.width, box.x, box.width);
  const rows = overlaps(region.y, region.height, box.y, box.height);
  const isEven = rows.every((each) => each === 2);
  if (isEven && opacity === 255 && columns.every((each) => each === 2)) return undefined;
  const lines = [1, 2].map((share) => columns.map((each) => Math.round((each * share * opacity) / 4)));
  if (isEven) return { bytes: Uint8Array.from(lines[1] ?? []), stride: 0 };
  const bytes = new Uint8Array(stride * box.height);
  rows.forEach((share, row) => bytes.set(lines[share - 1] ?? [], row * stride));
  return { bytes, stride };
}

/** Pixels of each chroma sample that lie in the region, along one side: 1 or 2. */
function overlaps(start: number, length: number, chromaStart: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => {
    const first = 2 * (chromaStart + at);
    return Math.min(first + 2, start + length) - Math.max(first, start);
  });
}

/** Of a picture that lies slanted: each pixel by how far it lies within the picture's four edges, half a pixel to both sides. */
export function slantMask({ placement }: FreePath, region: Rectangle, stride: number, opacity: number): Mask {
  const { ux, uy, vx, vy, at } = inverseOf(placement);
  const [u, v] = at(region.x + 0.5, region.y + 0.5);
  const { width, height } = placement.crop;
  const columns = strip(u, ux, uy, width);
  const rows = strip(v, vx, vy, height);
  const bytes = new Uint8Array(stride * region.height);
  for (let y = 0; y < region.height; y += 1) {
    const line = bytes.subarray(y * stride, y * stride + region.width);
    const inner = intersection(reach(columns, y, 0.5), reach(rows, y, 0.5), region.width);
    const outer = intersection(reach(columns, y, -0.5), reach(rows, y, -0.5), region.width);
    for (let x = outer.from; x < outer.to; x += 1) {
      if (x === inner.from && inner.to > inner.from) {
        line.fill(opacity, inner.from, inner.to);
        x = inner.to - 1;
      } else {
        line[x] = Math.round(filled(columns, x, y) * filled(rows, x, y) * opacity);
      }
    }
  }
  return { bytes, stride };
}

/** The picture between two of its edges: the distance of the first pixel from the first edge, and how it changes. Canvas pixels. */
interface Strip {
  readonly start: number;
  readonly across: number;
  readonly down: number;
  readonly length: number;
}

function strip(start: number, across: number, down: number, length: number): Strip {
  const slope = lengthOf(across, down);
  return { start: start / slope, across: across / slope, down: down / slope, length: length / slope };
}

function filled({ start, across, down, length }: Strip, x: number, y: number): number {
  const distance = start + across * x + down * y;
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return Math.max(0, clamp(distance + 0.5) + clamp(length - distance + 0.5) - 1);
}

/** The positions in a row that lie within both edges by so much. */
function reach({ start, across, down, length }: Strip, y: number, margin: number): readonly [number, number] {
  const low = margin - start - down * y;
  const high = length - margin - start - down * y;
  if (Math.abs(across) < Number.EPSILON) return low <= 0 && high >= 0 ? [-Infinity, Infinity] : [0, -1];
  return across > 0 ? [low / across, high / across] : [high / across, low / across];
}

function intersection(
  one: readonly [number, number],
  other: readonly [number, number],
  width: number,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.ceil(Math.max(one[0], other[0])));
  return { from, to: Math.max(from, Math.min(width, Math.floor(Math.min(one[1], other[1])) + 1)) };
}

/** A mask with a byte for each pixel, to be changed. */
export function fullMask({ height }: Rectangle, stride: number, opacity: number): Mask {
  return { bytes: new Uint8Array(stride * height).fill(opacity), stride };
}

/** Takes the corners of a placed picture out of its mask, in place. */
export function roundCorners(
  { bytes, stride }: Mask,
  region: Rectangle,
  { placement, radius }: Corners,
): void {
  const { crop, matrix } = placement;
  const [a, b, c, d] = matrix;
  // In canvas pixels along the picture's sides.
  const across = lengthOf(a, b);
  const down = lengthOf(c, d);
  const [width, height] = [crop.width * across, crop.height * down];
  const round = Math.min(radius, width / 2, height / 2);
  const { at } = inverseOf(placement);
  for (let y = 0; y < region.height; y += 1)
    for (let x = 0; x < region.width; x += 1) {
      const [u, v] = at(region.x + x + 0.5, region.y + y + 0.5);
      const beyondX = Math.max(round - u * across, u * across - width + round);
      const beyondY = Math.max(round - v * down, v * down - height + round);
      if (beyondX <= 0 || beyondY <= 0) continue;
      const share = round + 0.5 - lengthOf(beyondX, beyondY);
      const index = y * stride + x;
      bytes[index] = Math.round((bytes[index] ?? 0) * Math.min(1, Math.max(0, share)));
    }
}

/** For chroma: the mean of four pixels' masks, those outside the region being 0. */
export function meanMask({ bytes, stride }: Mask, region: Rectangle, chromaStride: number): Mask {
  const box = chromaBox(region);
  const means = new Uint8Array(chromaStride * box.height);
  const at = (x: number, y: number): number => {
    const isInside = x >= 0 && y >= 0 && x < region.width && y < region.height;
    return isInside ? (bytes[y * stride + x] ?? 0) : 0;
  };
  for (let row = 0; row < box.height; row += 1) {
    const y = 2 * (box.y + row) - region.y;
    for (let column = 0; column < box.width; column += 1) {
      const x = 2 * (box.x + column) - region.x;
      const sum = at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1);
      means[row * chromaStride + column] = (sum + 2) >> 2;
    }
  }
  return { bytes: means, stride: chromaStride };
}
