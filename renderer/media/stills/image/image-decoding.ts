/** Image files to pixels, by the browser's own decoder. What its header says is checked before, what comes out after. */
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { openCanvas } from '../canvas.ts';
import { MAX_PIXELS, MAX_SIDE } from '../drawn-picture.ts';
import type { Pixels } from '../drawn-picture.ts';
import { LEAST_WINDOW_FRAMES, MAX_ANIMATION_BYTES } from './animation-frames.ts';
import type { DecodedFrame, FrameDecoder } from './animation-frames.ts';
import { badImage } from './bad-image.ts';
import type { RasterType } from './header/image-header.ts';
import type { ImageSize } from './header/image-size.ts';
import { orientPixels } from './orient-pixels.ts';
import { isPixelOrder, orderPixels } from './pixel-order.ts';
import type { PixelOrder } from './pixel-order.ts';

/** An hour at 10 frames a second. */
const MAX_FRAMES = 36_000;

/** @throws AppError where a picture of that size isn't shown */
export function checkSize(width: number, height: number, most = MAX_PIXELS): void {
  if (width * height <= most && width <= MAX_SIDE && height <= MAX_SIDE) return;
  throw badImage('imageTooLarge', { width, height });
}

export interface OpenDecoder extends FrameDecoder {
  readonly frameCount: number;
  /** 1 or more, or Infinity. */
  readonly plays: number;
}

/**
 * Opens a file whose header was read. The caller closes what it gets.
 * @throws AppError `source/bad-image`
 */
export async function openDecoder(
  data: ArrayBuffer,
  header: ImageSize & { readonly type: RasterType },
): Promise<OpenDecoder> {
  checkSize(header.width, header.height);
  const decoder = new ImageDecoder({ data, type: header.type });
  try {
    await decoder.tracks.ready;
    const track = decoder.tracks.selectedTrack;
    if (track === null || track.frameCount < 1) throw badImage('imageDamaged');
    if (track.frameCount > MAX_FRAMES) throw badImage('imageTooManyFrames', { frames: track.frameCount });
    const isAnimated = track.frameCount > 1;
    if (isAnimated) checkSize(header.width, header.height, MAX_ANIMATION_BYTES / 4 / LEAST_WINDOW_FRAMES);
    return {
      frameCount: track.frameCount,
      plays: track.repetitionCount + 1,
      decode: async (index) => {
        const frame = await decodeFrame(decoder, index, header);
        return frame ?? { picture: await drawFile(data, header.type), durationUs: 0 };
      },
      close: () => decoder.close(),
    };
  } catch (error) {
    decoder.close();
    throw asBadImage(error);
  }
}

/** Undefined for a still picture that lies in planes: its colours have fewer samples than it has pixels. */
async function decodeFrame(
  decoder: ImageDecoder,
  index: number,
  header: ImageSize,
): Promise<DecodedFrame | undefined> {
  const { image } = await decoder.decode({ frameIndex: index }).catch((error: unknown) => {
    throw asBadImage(error);
  });
  try {
    const { width, height } = header;
    // A file may say one size and hold another: the decoder's buffers are what its header said, or it isn't shown.
    if (image.codedWidth !== width || image.codedHeight !== height) throw badImage('imageDamaged');
    const { format } = image;
    if (!isPixelOrder(format)) return undefined;
    return {
      picture: orientPixels(await readPixels(image, format), header.orientation),
      durationUs: image.duration ?? 0,
    };
  } finally {
    image.close();
  }
}

/** The frame stays the caller's to close. */
async function readPixels(image: VideoFrame, format: PixelOrder): Promise<Pixels> {
  const { codedWidth: width, codedHeight: height } = image;
  const pixels = new ArrayBuffer(width * height * 4);
  const place = { rect: { x: 0, y: 0, width, height }, layout: [{ offset: 0, stride: width * 4 }] };
  if (isSrgb(image.colorSpace)) {
    // As they are: a conversion would multiply colours by alpha and divide again.
    await image.copyTo(pixels, place);
    orderPixels(pixels, format);
  } else {
    await image.copyTo(pixels, { ...place, format: 'RGBA', colorSpace: 'srgb' });
  }
  return { width, height, pixels };
}

/** As the browser draws it, which is smoother between samples of colour than a frame's conversion. Turned as the file says. */
async function drawFile(data: ArrayBuffer, type: RasterType): Promise<Pixels> {
  const bitmap = await createImageBitmap(new Blob([data], { type })).catch((error: unknown) => {
    throw asBadImage(error);
  });
  try {
    const { width, height } = bitmap;
    checkSize(width, height);
    const canvas = openCanvas(bitmap);
    canvas.drawImage(bitmap, 0, 0);
    return { width, height, pixels: canvas.getImageData(0, 0, width, height).data.buffer };
  } finally {
    bitmap.close();
  }
}

function isSrgb({ primaries, transfer }: VideoColorSpace): boolean {
  return primaries === 'bt709' && transfer === 'iec61966-2-1';
}

function asBadImage(error: unknown): AppError {
  const known = toAppError(error);
  return known.code === 'source/bad-image'
    ? known
    : badImage('imageDamaged', { message: known.message }, error);
}
