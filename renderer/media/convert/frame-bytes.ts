/**
 * A VideoFrame to the bytes of the program's frame. A planar frame of the right size is copied straight to its place, of
 * another it is scaled there, black around it where the shape differs; anything else is drawn on a canvas and converted.
 * Buffers are reused: the result is valid until the next call.
 */
import type { VideoFrameMessage } from '../../../shared/media/media-port.ts';
import { fitInside, placeUnscaled } from './fit.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Placement } from './fit.ts';
import { rgbToI420 } from './rgb-to-i420.ts';
import { squeezeRange } from './squeeze-range.ts';
import { PlaneScaler } from '../compositor/plane-scaler.ts';
import type { PlanarFormat } from '../compositor/plane-scaler.ts';

export interface FrameBytes {
  readonly format: PlanarFormat;
  readonly colour: VideoFrameMessage['colour'];
  readonly data: Uint8Array<ArrayBuffer>;
}

/** What a planar frame's numbers mean. */
type PlanarColour = VideoFrameMessage['colour'] | 'bt601-full';

/** Undefined when only a canvas can convert it. Where a frame doesn't say, BT.601, as Chromium shows it: cameras and files of its test devices are so. */
export function readColour(colorSpace: VideoColorSpace): PlanarColour | undefined {
  const isFull = colorSpace.fullRange === true;
  switch (colorSpace.matrix ?? undefined) {
    case 'bt709':
      return isFull ? 'bt709-full' : 'bt709-limited';
    case undefined:
    case 'smpte170m':
    case 'bt470bg':
      return isFull ? 'bt601-full' : 'bt601-limited';
    default:
      return undefined;
  }
}

/** The part of a plane that the picture fills. Bytes, and rows. */
interface PlacedPlane {
  readonly offset: number;
  readonly stride: number;
  readonly width: number;
  readonly rows: number;
}

export class FrameConverter {
  readonly #program: Size;
  #buffer: ArrayBuffer;
  /** What surrounds the picture in `#buffer`: repainted only when it changes. */
  #surround = '';
  #canvas: OffscreenCanvasRenderingContext2D | undefined;
  #pixels: ArrayBuffer | undefined;
  #scaler: PlaneScaler | undefined;
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
    const colour = readColour(frame.colorSpace);
    const isPlanar = frame.format === 'I420' || frame.format === 'NV12';
    if (!isPlanar || rect === null || colour === undefined || rect.x % 2 !== 0 || rect.y % 2 !== 0)
      return this.#compose(frame);
    const format = frame.format;
    const shown = { width: frame.displayWidth, height: frame.displayHeight };
    const isSquare = rect.width === shown.width && rect.height === shown.height;
    const place = isSquare ? placeUnscaled(shown, this.#program) : undefined;
    if (place !== undefined) return await this.#copyPlanar(frame, format, place, colour);
    return await this.#scalePlanar(frame, format, { width: rect.width, height: rect.height }, colour);
  }

  async #copyPlanar(
    frame: VideoFrame,
    format: PlanarFormat,
    place: Placement,
    colour: PlanarColour,
  ): Promise<FrameBytes> {
    const planes = this.#paintSurround(format, place, colour);
    if (place.x === 0) {
      await frame.copyTo(this.#buffer, {
        layout: planes.map(({ offset, stride }) => ({ offset, stride })),
      });
    } else {
      // `copyTo` counts the whole last row of a plane, which would reach into the next plane.
      const size = (place.width * place.height * 3) / 2;
      if (this.#rows?.byteLength !== size) this.#rows = new ArrayBuffer(size);
      await frame.copyTo(this.#rows);
      this.#placeRows(new Uint8Array(this.#rows), planes);
    }
    return this.#finish(format, planes, colour);
  }

  async #scalePlanar(
    frame: VideoFrame,
    format: PlanarFormat,
    source: Size,
    colour: PlanarColour,
  ): Promise<FrameBytes> {
    const place = fitInside({ width: frame.displayWidth, height: frame.displayHeight }, this.#program);
    this.#scaler ??= new PlaneScaler();
    const scaled = await this.#scaler.scale(frame, format, source, place);
    const planes = this.#paintSurround('I420', place, colour);
    this.#placeRows(scaled, planes);
    return this.#finish('I420', planes, colour);
  }

  /** Rows that lie one after the other go to their places. */
  #placeRows(from: Uint8Array, planes: readonly PlacedPlane[]): void {
    const to = new Uint8Array(this.#buffer);
    let at = 0;
    for (const { offset, stride, width, rows } of planes) {
      for (let row = 0; row < rows; row += 1) {
        to.set(from.subarray(at, at + width), offset + row * stride);
        at += width;
      }
    }
  }

  /** BT.601 of full range has no name on the way to the encoder: its numbers become those of limited range. */
  #finish(format: PlanarFormat, planes: readonly PlacedPlane[], colour: PlanarColour): FrameBytes {
    if (colour !== 'bt601-full') return { format, colour, data: new Uint8Array(this.#buffer) };
    const bytes = new Uint8Array(this.#buffer);
    planes.forEach(({ offset, stride, width, rows }, index) =>
      squeezeRange(bytes, offset, stride, width, rows, index === 0 ? 'luma' : 'chroma'),
    );
    return { format, colour: 'bt601-limited', data: bytes };
  }

  /** Black where the picture is not. @returns the picture's own part of each plane. */
  #paintSurround(format: PlanarFormat, place: Placement, colour: PlanarColour): readonly PlacedPlane[] {
    const { width, height } = this.#program;
    const lumaSize = width * height;
    const black = colour === 'bt709-full' ? 0 : 16;
    const key = `${format} ${place.x} ${place.y} ${place.width} ${place.height} ${black}`;
    if (key !== this.#surround) {
      this.#surround = key;
      const bytes = new Uint8Array(this.#buffer);
      bytes.fill(black, 0, lumaSize);
      bytes.fill(128, lumaSize);
    }
    const luma = { offset: place.y * width + place.x, stride: width, width: place.width, rows: place.height };
    const half = (step: number, start: number): PlacedPlane => ({
      offset: start + (place.y / 2) * ((width / 2) * step) + (place.x / 2) * step,
      stride: (width / 2) * step,
      width: (place.width / 2) * step,
      rows: place.height / 2,
    });
    if (format === 'NV12') return [luma, half(2, lumaSize)];
    return [luma, half(1, lumaSize), half(1, lumaSize + lumaSize / 4)];
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
      // A picture that lies in the graphics card has no format of its own.
      const format = drawn.format === null ? { format: 'RGBX' as const } : {};
      await drawn.copyTo(this.#pixels, { ...format, layout: [{ offset: 0, stride: width * 4 }] });
      const isBgra = drawn.format === 'BGRA' || drawn.format === 'BGRX';
      const data = new Uint8Array(this.#buffer);
      rgbToI420(new Uint32Array(this.#pixels), isBgra, width, height, data);
      this.#surround = '';
      return { format: 'I420', colour: 'bt709-limited', data };
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
