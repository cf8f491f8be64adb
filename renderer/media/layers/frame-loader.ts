/**
 * Brings frames of cameras and screens into the compositor's memory. A planar frame of the canvas's colours is copied straight to its
 * place, pixels are converted there; anything else is drawn on a canvas first.
 */
import type { Size } from '../../../shared/studio/transform.ts';
import { readColour } from '../convert/frame-bytes.ts';
import { toOwnColours } from '../compositor/colours.ts';
import { allocatePicture, convertPixels, freePicture, pixelStride } from '../compositor/picture.ts';
import type { PixelFormat, Picture, Plane } from '../compositor/picture.ts';
import { alignUp } from '../compositor/memory.ts';
import type { PlaneMemory } from '../compositor/memory.ts';

/** Frames of devices are opaque, whatever stands in their fourth byte. */
const pixelOrders: Readonly<Partial<Record<VideoPixelFormat, PixelFormat['order']>>> = {
  RGBA: 'RGBA',
  RGBX: 'RGBA',
  BGRA: 'BGRA',
  BGRX: 'BGRA',
};

/** Loads one frame at a time. */
export class FrameLoader {
  readonly #memory: PlaneMemory;
  #context: OffscreenCanvasRenderingContext2D | undefined;
  /** Where pixels lie while they are converted, for as long as there are pictures. */
  #staging: { readonly offset: number; readonly bytes: number } | undefined;
  #pictures = 0;

  constructor(memory: PlaneMemory) {
    this.#memory = memory;
  }

  /** The frame stays the caller's. @param before takes its place where the shape is the same, or is freed. */
  async load(frame: VideoFrame, before: Picture | undefined): Promise<Picture> {
    const rect = frame.visibleRect;
    const isSquare =
      rect !== null && rect.width === frame.displayWidth && rect.height === frame.displayHeight;
    const { format } = frame;
    if (isSquare && (format === 'I420' || format === 'NV12')) {
      const isEven = rect.x % 2 === 0 && rect.y % 2 === 0;
      const colour = readColour(frame.colorSpace);
      if (isEven && colour !== undefined && colour !== 'rgb-full') {
        const picture = await this.#loadPlanes(frame, format, rect, before);
        toOwnColours(this.#memory, picture, colour);
        return picture;
      }
    }
    const order = orderOf(format);
    if (isSquare && order !== undefined) return await this.#loadPixels(frame, order, rect, before);
    return await this.#loadDrawn(frame, before);
  }

  /** I420 of the canvas's colours, without padding. */
  store(planes: Uint8Array, size: Size, before: Picture | undefined): Picture {
    const picture = this.#placeFor(before, size, 'I420');
    const { bytes } = this.#memory;
    let at = 0;
    const place = ({ offset, stride }: Plane, width: number, height: number): void => {
      for (let row = 0; row < height; row += 1) {
        bytes.set(planes.subarray(at, at + width), offset + row * stride);
        at += width;
      }
    };
    place(picture.y, size.width, size.height);
    place(picture.cb, Math.ceil(size.width / 2), Math.ceil(size.height / 2));
    place(picture.cr, Math.ceil(size.width / 2), Math.ceil(size.height / 2));
    return this.#replace(before, { ...picture, revision: picture.revision + 1 });
  }

  free(picture: Picture): void {
    freePicture(this.#memory, picture);
    this.#pictures -= 1;
    if (this.#pictures === 0) this.#freeStaging();
  }

  async #loadPlanes(
    frame: VideoFrame,
    format: 'I420' | 'NV12',
    size: Size,
    before: Picture | undefined,
  ): Promise<Picture> {
    const picture = this.#placeFor(before, size, format);
    const planes = format === 'NV12' ? [picture.y, picture.cb] : [picture.y, picture.cb, picture.cr];
    await this.#copy(frame, planes, before, picture);
    return this.#replace(before, { ...picture, revision: picture.revision + 1 });
  }

  async #loadPixels(
    frame: VideoFrame,
    order: PixelFormat['order'],
    size: Size,
    before: Picture | undefined,
  ): Promise<Picture> {
    const picture = this.#placeFor(before, size, 'I420');
    const stride = pixelStride(size.width);
    const pixels = this.#stagingOf(stride * size.height);
    await this.#copy(frame, [{ offset: pixels, stride }], before, picture);
    return this.#replace(before, convertPixels(this.#memory, pixels, { order, alpha: 'none' }, picture));
  }

  /** The picture before stays whole where the frame can't be read: its room is another one's unless the shape is the same. */
  async #copy(
    frame: VideoFrame,
    layout: readonly PlaneLayout[],
    before: Picture | undefined,
    picture: Picture,
  ): Promise<void> {
    try {
      await frame.copyTo(this.#memory.bytes, {
        layout: layout.map(({ offset, stride }) => ({ offset, stride })),
      });
    } catch (error) {
      if (!isSameRoom(before, picture)) this.free(picture);
      throw error;
    }
  }

  #replace(before: Picture | undefined, picture: Picture): Picture {
    if (before !== undefined && !isSameRoom(before, picture)) this.free(before);
    return picture;
  }

  /** Room for so many bytes: of the frame before, where there was as much. */
  #stagingOf(bytes: number): number {
    if (this.#staging !== undefined && this.#staging.bytes >= bytes) return this.#staging.offset;
    this.#freeStaging();
    this.#staging = { offset: this.#memory.allocate(bytes), bytes };
    return this.#staging.offset;
  }

  #freeStaging(): void {
    if (this.#staging !== undefined) this.#memory.free(this.#staging.offset);
    this.#staging = undefined;
  }

  async #loadDrawn(frame: VideoFrame, before: Picture | undefined): Promise<Picture> {
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    const context = this.#contextOf(size);
    context.drawImage(frame, 0, 0, size.width, size.height);
    const drawn = new VideoFrame(context.canvas, { timestamp: frame.timestamp });
    try {
      return await this.#loadPixels(drawn, orderOf(drawn.format) ?? 'RGBA', size, before);
    } finally {
      drawn.close();
    }
  }

  #contextOf({ width, height }: Size): OffscreenCanvasRenderingContext2D {
    if (this.#context?.canvas.width === width && this.#context.canvas.height === height) return this.#context;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error('no 2D canvas in the worker');
    this.#context = context;
    return context;
  }

  /** Where a picture of this shape goes: the room of the one before where that fits. */
  #placeFor(before: Picture | undefined, size: Size, format: 'I420' | 'NV12'): Picture {
    const isNv12 = before?.cb.step === 2;
    const revision = before?.revision ?? 0;
    if (before?.width === size.width && before.height === size.height && isNv12 === (format === 'NV12'))
      return before;
    this.#pictures += 1;
    if (format === 'I420') return { ...allocatePicture(this.#memory, size, false), revision };
    const luma = alignUp(size.width);
    const chroma = alignUp(2 * Math.ceil(size.width / 2));
    const base = this.#memory.allocate(luma * size.height + chroma * Math.ceil(size.height / 2));
    const both = base + luma * size.height;
    return {
      ...size,
      y: { offset: base, stride: luma },
      cb: { offset: both, stride: chroma, step: 2 },
      cr: { offset: both + 1, stride: chroma, step: 2 },
      isOpaque: true,
      revision,
    };
  }
}

function isSameRoom(before: Picture | undefined, picture: Picture): boolean {
  return before?.y.offset === picture.y.offset;
}

function orderOf(format: VideoFrame['format']): PixelFormat['order'] | undefined {
  return format === null ? undefined : pixelOrders[format];
}
