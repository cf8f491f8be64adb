/**
 * A VideoFrame to the bytes of the program's frame. A planar frame of the right size is copied straight to its place,
 * black around it where the shape differs; anything else is drawn on a canvas and converted. Buffers are reused: the
 * result is valid until the next call.
 */
import type { VideoFrameMessage } from '../../../shared/media/media-port.ts';
import { fitInside, placeUnscaled } from './fit.ts';
import type { Placement, Size } from './fit.ts';
import { rgbToI420 } from './rgb-to-i420.ts';
import { squeezeRange } from './squeeze-range.ts';

type PlanarFormat = 'I420' | 'NV12';

export interface FrameBytes {
  readonly format: PlanarFormat;
  readonly colour: VideoFrameMessage['colour'];
  readonly data: ArrayBuffer;
}

/** What a planar frame's numbers mean; `undefined` when only a canvas can convert it. */
type PlanarColour = VideoFrameMessage['colour'] | 'bt601-full' | undefined;

function readColour(colorSpace: VideoColorSpace): PlanarColour {
  const isFull = colorSpace.fullRange === true;
  switch (colorSpace.matrix ?? null) {
    case null:
    case 'bt709':
      return isFull ? 'bt709-full' : 'bt709-limited';
    case 'smpte170m':
    case 'bt470bg':
      return isFull ? 'bt601-full' : 'bt601-limited';
    default:
      return undefined;
  }
}

export class FrameConverter {
  readonly #program: Size;
  #buffer: ArrayBuffer;
  /** What surrounds the picture in `#buffer`: repainted only when it changes. */
  #surround = '';
  #canvas: OffscreenCanvasRenderingContext2D | undefined;
  #pixels: ArrayBuffer | undefined;
  /** A picture on its own, before its rows go to their places. */
  #rows: ArrayBuffer | undefined;
  #drawn = '';

  constructor(program: Size) {
    this.#program = program;
    this.#buffer = new ArrayBuffer((program.width * program.height * 3) / 2);
  }

  /** The frame stays the caller's to close. */
  async convert(frame: VideoFrame): Promise<FrameBytes> {
    const rect = frame.visibleRect;
    const isPlanar = frame.format === 'I420' || frame.format === 'NV12';
    const isSquare =
      rect !== null && rect.width === frame.displayWidth && rect.height === frame.displayHeight;
    if (isPlanar && isSquare && rect.x % 2 === 0 && rect.y % 2 === 0) {
      const place = placeUnscaled({ width: rect.width, height: rect.height }, this.#program);
      const colour = readColour(frame.colorSpace);
      if (place !== undefined && colour !== undefined) {
        return this.#copyPlanar(frame, frame.format, place, colour);
      }
    }
    return this.#compose(frame);
  }

  async #copyPlanar(
    frame: VideoFrame,
    format: PlanarFormat,
    place: Placement,
    colour: Exclude<PlanarColour, undefined>,
  ): Promise<FrameBytes> {
    const { width, height } = this.#program;
    this.#paintSurround(format, place, colour === 'bt709-full' ? 0 : 16);
    const lumaSize = width * height;
    const luma = { offset: place.y * width + place.x, stride: width };
    const chromaStride = format === 'NV12' ? width : width / 2;
    const chromaStart = (place.y / 2) * chromaStride + (format === 'NV12' ? place.x : place.x / 2);
    const cb = { offset: lumaSize + chromaStart, stride: chromaStride };
    const cr = { offset: lumaSize + lumaSize / 4 + chromaStart, stride: chromaStride };
    const planes = format === 'NV12' ? [luma, cb] : [luma, cb, cr];
    if (place.x === 0) await frame.copyTo(this.#buffer, { layout: planes });
    else await this.#copyRows(frame, format, place, planes);
    if (colour !== 'bt601-full') return { format, colour, data: this.#buffer };
    const bytes = new Uint8Array(this.#buffer);
    squeezeRange(bytes, luma.offset, width, place.width, place.height, 'luma');
    if (format === 'NV12') {
      squeezeRange(bytes, cb.offset, width, place.width, place.height / 2, 'chroma');
    } else {
      squeezeRange(bytes, cb.offset, width / 2, place.width / 2, place.height / 2, 'chroma');
      squeezeRange(bytes, cr.offset, width / 2, place.width / 2, place.height / 2, 'chroma');
    }
    return { format, colour: 'bt601-limited', data: this.#buffer };
  }

  /** With black at its sides: `copyTo` counts the whole last row of a plane, which would reach into the next plane. */
  async #copyRows(
    frame: VideoFrame,
    format: PlanarFormat,
    place: Placement,
    planes: readonly PlaneLayout[],
  ): Promise<void> {
    const size = (place.width * place.height * 3) / 2;
    if (this.#rows?.byteLength !== size) this.#rows = new ArrayBuffer(size);
    const chromaWidth = format === 'NV12' ? place.width : place.width / 2;
    let start = 0;
    const tight = planes.map((_, index) => {
      const stride = index === 0 ? place.width : chromaWidth;
      const rows = index === 0 ? place.height : place.height / 2;
      const plane = { offset: start, stride, rows };
      start += stride * rows;
      return plane;
    });
    await frame.copyTo(this.#rows, {
      layout: tight.map(({ offset, stride }) => ({ offset, stride })),
    });
    const from = new Uint8Array(this.#rows);
    const to = new Uint8Array(this.#buffer);
    for (const [index, { offset, stride, rows }] of tight.entries()) {
      const target = planes[index] as PlaneLayout;
      for (let row = 0; row < rows; row++) {
        const at = offset + row * stride;
        to.set(from.subarray(at, at + stride), target.offset + row * target.stride);
      }
    }
  }

  #paintSurround(format: PlanarFormat, place: Placement, black: number): void {
    const key = `${format} ${place.x} ${place.y} ${place.width} ${place.height} ${black}`;
    if (key === this.#surround) return;
    this.#surround = key;
    const bytes = new Uint8Array(this.#buffer);
    const lumaSize = this.#program.width * this.#program.height;
    bytes.fill(black, 0, lumaSize);
    bytes.fill(128, lumaSize);
  }

  async #compose(frame: VideoFrame): Promise<FrameBytes> {
    const { width, height } = this.#program;
    const context = this.#openCanvas();
    const place = fitInside({ width: frame.displayWidth, height: frame.displayHeight }, this.#program);
    const key = `${place.x} ${place.y} ${place.width} ${place.height}`;
    if (key !== this.#drawn) {
      this.#drawn = key;
      context.fillStyle = '#000';
      context.fillRect(0, 0, width, height);
    }
    context.drawImage(frame, place.x, place.y, place.width, place.height);
    const drawn = new VideoFrame(context.canvas, { timestamp: frame.timestamp });
    try {
      this.#pixels ??= new ArrayBuffer(width * height * 4);
      await drawn.copyTo(this.#pixels, { layout: [{ offset: 0, stride: width * 4 }] });
      const isBgra = drawn.format === 'BGRA' || drawn.format === 'BGRX';
      rgbToI420(new Uint32Array(this.#pixels), isBgra, width, height, new Uint8Array(this.#buffer));
      this.#surround = '';
      return { format: 'I420', colour: 'bt709-limited', data: this.#buffer };
    } finally {
      drawn.close();
    }
  }

  #openCanvas(): OffscreenCanvasRenderingContext2D {
    if (this.#canvas !== undefined) return this.#canvas;
    const canvas = new OffscreenCanvas(this.#program.width, this.#program.height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error('no 2D canvas in the worker');
    this.#canvas = context;
    return context;
  }
}
