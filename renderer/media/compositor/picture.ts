/**
 * A picture in the compositor's memory: I420, BT.709 of limited range. A picture with alpha is premultiplied around black: a
 * pixel that isn't there has luma 16, chroma 128 and alpha 0. Scaling it bleeds no colour, and putting it over another is one product.
 */
import type { Size } from '../../../shared/studio/transform.ts';
import { alignUp } from './memory.ts';
import type { PlaneMemory } from './memory.ts';

export interface Plane {
  /** Of the first sample, in the memory. */
  readonly offset: number;
  /** Bytes from a row to the next. */
  readonly stride: number;
  /** Bytes from a sample to the next: 2 where Cb and Cr lie together, as in NV12; otherwise 1. */
  readonly step?: 1 | 2 | undefined;
}

/** Chroma planes have half as many samples each way, rounded up. */
export interface Picture extends Size {
  readonly y: Plane;
  readonly cb: Plane;
  readonly cr: Plane;
  /** Both or neither. Not looked at when the picture is opaque. */
  readonly alpha?: Plane | undefined;
  /** At the size of chroma: the mean of four alphas. */
  readonly alphaChroma?: Plane | undefined;
  readonly isOpaque: boolean;
  /** How large its source is, where the picture was made smaller on its way. Its place is reckoned by this size. */
  readonly sourceSize?: Size | undefined;
  /** Another number whenever the samples are others. */
  readonly revision: number;
}

/** The codes of black, which are also the codes of nothing. */
export const BLACK_LUMA = 16;
export const BLACK_CHROMA = 128;

/** Chroma samples along a side of so many pixels. */
export function halfOf(pixels: number): number {
  return Math.ceil(pixels / 2);
}

/** One block for all planes, at `y.offset`. What it shows is not defined. */
export function allocatePicture(memory: PlaneMemory, size: Size, withAlpha: boolean): Picture {
  const { width, height } = size;
  const luma = alignUp(width);
  const chroma = alignUp(halfOf(width));
  const lumaBytes = luma * height;
  const chromaBytes = chroma * halfOf(height);
  const base = memory.allocate((lumaBytes + chromaBytes) * (withAlpha ? 2 : 1) + chromaBytes);
  const behindColours = base + lumaBytes + 2 * chromaBytes;
  return {
    width,
    height,
    y: { offset: base, stride: luma },
    cb: { offset: base + lumaBytes, stride: chroma },
    cr: { offset: base + lumaBytes + chromaBytes, stride: chroma },
    ...(withAlpha && {
      alpha: { offset: behindColours, stride: luma },
      alphaChroma: { offset: behindColours + lumaBytes, stride: chroma },
    }),
    isOpaque: !withAlpha,
    revision: 0,
  };
}

/** Of a picture that `allocatePicture` made. */
export function freePicture(memory: PlaneMemory, picture: Picture): void {
  memory.free(picture.y.offset);
}

/** Every pixel is nothing, or black where there is no alpha. Of a picture that `allocatePicture` made. */
export function clearPicture(memory: PlaneMemory, { height, y, cb, cr, alpha, alphaChroma }: Picture): void {
  const fill = ({ offset, stride }: Plane, value: number, rows: number): void => {
    memory.kernels.fill(offset, stride, stride, rows, value);
  };
  const half = halfOf(height);
  fill(y, BLACK_LUMA, height);
  fill(cb, BLACK_CHROMA, half);
  fill(cr, BLACK_CHROMA, half);
  if (alpha !== undefined) fill(alpha, 0, height);
  if (alphaChroma !== undefined) fill(alphaChroma, 0, half);
}

/** How the pixels of a picture of four bytes each are meant. */
export interface PixelFormat {
  readonly order: 'RGBA' | 'BGRA';
  /** `none`: the fourth byte means nothing. */
  readonly alpha: 'none' | 'straight' | 'premultiplied';
}

const ALPHA_MODES = { none: 0, straight: 1, premultiplied: 2 } as const;

/** Bytes between rows that `convertPixels` takes: room for one pixel more where the width is odd. */
export function pixelStride(width: number): number {
  return alignUp(width * 4);
}

/** As `convertPixels`, of pixels that lie elsewhere. @param pixels rows without padding. */
export function storePixels(
  memory: PlaneMemory,
  pixels: Uint8Array,
  format: PixelFormat,
  target: Picture,
): Picture {
  const { width, height } = target;
  const stride = pixelStride(width);
  const row = 4 * width;
  const place = memory.allocate(stride * height);
  const { bytes } = memory;
  if (stride === row) bytes.set(pixels, place);
  else
    for (let y = 0; y < height; y += 1)
      bytes.set(pixels.subarray(row * y, row * (y + 1)), place + stride * y);
  const converted = convertPixels(memory, place, format, target);
  memory.free(place);
  return converted;
}

/**
 * Pixels in the memory to a picture there.
 * @param pixels at the memory's offset, rows as `pixelStride` says; a last pixel may be written beyond each row.
 * @param target of `allocatePicture`, with alpha unless the format has none.
 * @returns the target with its next revision, opaque when every pixel is.
 */
export function convertPixels(
  memory: PlaneMemory,
  pixels: number,
  format: PixelFormat,
  target: Picture,
): Picture {
  const isOpaque = convertPlanes(memory, pixels, format, {
    ...target,
    pixelStride: pixelStride(target.width),
  });
  return { ...target, isOpaque, revision: target.revision + 1 };
}

interface ConvertedPlanes extends Size, Pick<Picture, 'y' | 'cb' | 'cr' | 'alpha' | 'alphaChroma'> {
  readonly pixelStride: number;
}

/** Whether every pixel is opaque. */
function convertPlanes(
  memory: PlaneMemory,
  pixels: number,
  format: PixelFormat,
  { width, height, pixelStride: stride, y, cb, cr, alpha, alphaChroma }: ConvertedPlanes,
): boolean {
  const mode = alpha === undefined ? ALPHA_MODES.none : ALPHA_MODES[format.alpha];
  const hasAlpha = memory.kernels.rgba(
    ...[pixels, stride, width, height, format.order === 'BGRA' ? 1 : 0, mode],
    ...[y.offset, y.stride, cb.offset, cr.offset, cb.stride],
    ...[alpha?.offset ?? 0, alpha?.stride ?? 0, alphaChroma?.offset ?? 0, alphaChroma?.stride ?? 0],
  );
  return hasAlpha === 0;
}

/** Whole pixels of a picture. */
export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** Samples that the kernel writes at a time. */
const BLOCK = 8;

/**
 * The same as `convertPixels` where only an area of the pixels has changed. The target keeps all else, and counts as opaque only
 * when it did before.
 * @param area within the picture; a little more around it may be converted again.
 */
export function convertArea(
  memory: PlaneMemory,
  pixels: number,
  format: PixelFormat,
  target: Picture,
  area: Area,
): Picture {
  const { y, cb, cr, alpha, alphaChroma } = target;
  const left = Math.floor(area.x / BLOCK) * BLOCK;
  const top = Math.floor(area.y / 2) * 2;
  const width = Math.min(target.width, Math.ceil((area.x + area.width) / BLOCK) * BLOCK) - left;
  const height = Math.min(target.height, Math.ceil((area.y + area.height) / 2) * 2) - top;
  if (width === target.width && height === target.height)
    return convertPixels(memory, pixels, format, target);
  const at = ({ offset, stride }: Plane, share: 1 | 2): Plane => ({
    offset: offset + (top / share) * stride + left / share,
    stride,
  });
  const converted = convertPlanes(memory, pixels + top * pixelStride(target.width) + 4 * left, format, {
    ...{ width, height, pixelStride: pixelStride(target.width) },
    ...{ y: at(y, 1), cb: at(cb, 2), cr: at(cr, 2) },
    ...(alpha && alphaChroma && { alpha: at(alpha, 1), alphaChroma: at(alphaChroma, 2) }),
  });
  return { ...target, isOpaque: target.isOpaque && converted, revision: target.revision + 1 };
}
