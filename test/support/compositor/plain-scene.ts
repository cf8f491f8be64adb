/**
 * Scenes by plain arithmetic, one sample after the other: what the compositor must give, byte for byte. Only the weights of
 * scaled samples come from the product.
 */
import type { Layer } from '../../../renderer/media/compositor/compositor.ts';
import type { PlaneMemory } from '../../../renderer/media/compositor/memory.ts';
import { allocatePicture } from '../../../renderer/media/compositor/picture.ts';
import type { Picture, Plane } from '../../../renderer/media/compositor/picture.ts';
import type { Sampling } from '../../../renderer/media/compositor/sampling/taps.ts';
import { tapList } from './tap-list.ts';
import type { Tap } from './tap-list.ts';
import { noise } from './test-planes.ts';

export interface PlainPlane {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

export type PlaneName = 'y' | 'cb' | 'cr' | 'alpha' | 'alphaChroma';
export type PlainPicture = Readonly<Partial<Record<PlaneName, PlainPlane>>>;

const NAMES: readonly PlaneName[] = ['y', 'cb', 'cr', 'alpha', 'alphaChroma'];
const BLACKS = { y: 16, cb: 128, cr: 128, alpha: 0, alphaChroma: 0 } as const;

export function emptyPlanes(width: number, height: number, withAlpha: boolean): PlainPicture {
  const names = NAMES.filter((name) => withAlpha || !name.startsWith('alpha'));
  return Object.fromEntries(
    names.map((name) => {
      const isLuma = name === 'y' || name === 'alpha';
      const size = isLuma ? [width, height] : [Math.ceil(width / 2), Math.ceil(height / 2)];
      const [across = 0, down = 0] = size;
      const samples = new Uint8Array(across * down).fill(BLACKS[name]);
      return [name, { width: across, height: down, samples }];
    }),
  );
}

/** A picture of noise, premultiplied where it has alpha. `isTogether`: Cb and Cr as in NV12. */
export function placeNoise(
  memory: PlaneMemory,
  width: number,
  height: number,
  seed: number,
  kind: 'opaque' | 'alpha' | 'together',
): Picture {
  const picture = allocatePicture(memory, { width, height }, kind === 'alpha');
  const [across, down] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  let planes: Picture = picture;
  if (kind === 'together') {
    const stride = 2 * across + 3;
    const offset = memory.allocate(stride * down);
    const cb = { offset, stride, step: 2 } as const;
    planes = { ...picture, cb, cr: { ...cb, offset: offset + 1 } };
  }
  const fill = (
    plane: Plane | undefined,
    columns: number,
    rows: number,
    at: number,
    from?: Plane,
    black = 0,
  ): void => {
    if (plane === undefined) return;
    const samples = noise(columns * rows, seed + at);
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < columns; x += 1) {
        const value = samples[y * columns + x] ?? 0;
        const alpha = from === undefined ? 255 : (memory.bytes[from.offset + y * from.stride + x] ?? 0);
        const shown = Math.round(((value - black) * alpha) / 255) + black;
        memory.bytes[plane.offset + y * plane.stride + x * (plane.step ?? 1)] = shown;
      }
  };
  fill(planes.alpha, width, height, 1);
  fill(planes.alphaChroma, across, down, 2);
  fill(planes.y, width, height, 3, planes.alpha, 16);
  fill(planes.cb, across, down, 4, planes.alphaChroma, 128);
  fill(planes.cr, across, down, 5, planes.alphaChroma, 128);
  return planes;
}

export function readPicture(memory: PlaneMemory, picture: Picture): PlainPicture {
  const half = [Math.ceil(picture.width / 2), Math.ceil(picture.height / 2)] as const;
  const whole = [picture.width, picture.height] as const;
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const plane = picture[name];
      if (plane === undefined) return [];
      const [width, height] = name === 'y' || name === 'alpha' ? whole : half;
      const samples = new Uint8Array(width * height);
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          samples[y * width + x] = memory.bytes[plane.offset + y * plane.stride + x * (plane.step ?? 1)] ?? 0;
      return [[name, { width, height, samples }]];
    }),
  );
}

/** Layers back to front, upright, mirrored or turned by quarters. */
export function composePlainly(
  memory: PlaneMemory,
  layers: readonly Layer[],
  width: number,
  height: number,
  withAlpha: boolean,
): PlainPicture {
  const canvas = emptyPlanes(width, height, withAlpha);
  layers.forEach((layer, at) => {
    const isHidden = layers.slice(at + 1).some((upper) => covers(upper, layer, width, height));
    if (!layer.isVisible || isHidden) return;
    const picture = readPicture(memory, layer.picture);
    if (isTurned(layer)) drawLayer(canvas, upright(layer), transposed(picture));
    else drawLayer(canvas, layer, picture);
  });
  return canvas;
}

/** A layer that one other covers leaves nothing behind, not even in the chroma that it shares with what is beside it. */
function covers(upper: Layer, lower: Layer, width: number, height: number): boolean {
  if (!upper.isVisible || !upper.picture.isOpaque || upper.opacity !== 1) return false;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (coverage(upright(lower), x, y, 1) > 0 && coverage(upright(upper), x, y, 1) === 0) return false;
  return true;
}

function isTurned({ placement }: Layer): boolean {
  return placement.matrix[0] === 0;
}

/** A layer whose picture has its rows as columns. */
function upright(layer: Layer): Layer {
  if (!isTurned(layer)) return layer;
  const { crop, matrix } = layer.placement;
  const [, b, c, , e, f] = matrix;
  return {
    ...layer,
    placement: {
      crop: { x: crop.y, y: crop.x, width: crop.height, height: crop.width },
      matrix: [c, 0, 0, b, e, f],
    },
  };
}

function transposed(picture: PlainPicture): PlainPicture {
  return Object.fromEntries(
    Object.entries(picture).map(([name, { width, height, samples }]) => {
      const turned = Uint8Array.from(
        samples,
        (_, at) => samples[(at % height) * width + Math.floor(at / height)] ?? 0,
      );
      return [name, { width: height, height: width, samples: turned }];
    }),
  );
}

const blend = (one: number, other: number, weight: number): number =>
  Math.round((one * weight + other * (255 - weight)) / 255);

function drawLayer(canvas: PlainPicture, layer: Layer, picture: PlainPicture): void {
  const opacity = Math.round(layer.opacity * 255);
  const hasAlpha = picture.alpha !== undefined && !layer.picture.isOpaque;
  for (const name of NAMES) {
    const target = canvas[name];
    if (target === undefined) continue;
    const isLuma = name === 'y' || name === 'alpha';
    const part = isLuma ? 1 : 2;
    const source = hasAlpha || !name.startsWith('alpha') ? picture[name] : undefined;
    const alphas = hasAlpha ? picture[isLuma ? 'alpha' : 'alphaChroma'] : undefined;
    for (let y = 0; y < target.height; y += 1) {
      for (let x = 0; x < target.width; x += 1) {
        const share = coverage(layer, x, y, part);
        if (share === 0) continue;
        const mask = Math.round(share * opacity);
        const black = BLACKS[name];
        const at = y * target.width + x;
        const before = target.samples[at] ?? 0;
        const alpha = alphas === undefined ? 255 : blend(sample(alphas, layer, x, y, part), 0, mask);
        if (alphas === undefined) {
          const value = source === undefined ? 255 : sample(source, layer, x, y, part);
          target.samples[at] = blend(value, before, mask);
        } else if (source !== undefined && alpha > 0) {
          const value = blend(sample(source, layer, x, y, part), black, mask);
          const sum = value + blend(black, before, alpha) - black;
          target.samples[at] = Math.min(255, Math.max(0, sum));
        }
      }
    }
  }
}

/** The share of a sample's pixels that have their middle in the layer's place. */
function coverage({ placement }: Layer, x: number, y: number, part: number): number {
  const { crop, matrix } = placement;
  const [a, , , d, e, f] = matrix;
  const isIn = (middle: number, one: number, other: number): boolean =>
    middle >= Math.min(one, other) - 1e-9 && middle < Math.max(one, other) - 1e-9;
  let count = 0;
  for (let row = 0; row < part; row += 1)
    for (let column = 0; column < part; column += 1) {
      const isAcross = isIn(x * part + column + 0.5, e, e + a * crop.width);
      if (isAcross && isIn(y * part + row + 0.5, f, f + d * crop.height)) count += 1;
    }
  return count / (part * part);
}

/** The canvas's point in the source, where nothing is turned. */
function toSource({ crop, matrix }: Layer['placement'], x: number, y: number): readonly [number, number] {
  const [a, , , d, e, f] = matrix;
  return [(x - e) / a + crop.x, (y - f) / d + crop.y];
}

/** Rows first, rounded, then columns. */
function sample(plane: PlainPlane, { placement }: Layer, x: number, y: number, part: number): number {
  const [a, , , d] = placement.matrix;
  const { crop } = placement;
  const middle = part === 1 ? 0.5 : 1;
  const [u, v] = toSource(placement, x * part + middle, y * part + middle);
  const one = (first: number, length: number, centre: number, scale: number): Sampling => ({
    first: Math.floor(first / part),
    end: Math.ceil((first + length) / part),
    count: 1,
    centre: centre / part,
    scale,
  });
  const [across = []] = tapList(one(crop.x, crop.width, u, 1 / a));
  const [down = []] = tapList(one(crop.y, crop.height, v, 1 / d));
  const mix = (taps: readonly Tap[], of: (index: number) => number): number =>
    (taps.reduce((sum, { index, weight }) => sum + (of(index) - 128) * weight, 64) >> 7) + 128;
  return mix(across, (column) => mix(down, (row) => plane.samples[row * plane.width + column] ?? 0));
}
