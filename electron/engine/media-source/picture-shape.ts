/** In which size and format the pictures of a file come from ffmpeg. Pure. */
import { MAX_MEDIA_PIXELS } from '../../../shared/media/media-source-port.ts';
import type { MediaPassBegan } from '../../../shared/media/media-source-port.ts';
import type { FileFacts } from './file-facts.ts';

export type PictureShape = Pick<
  MediaPassBegan,
  'width' | 'height' | 'pictureWidth' | 'pictureHeight' | 'format' | 'pictureBytes'
>;

/** A larger limit is none. */
const MAX_CANVAS_SIDE = 16_384;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A file of sound alone shows nothing, as large as the canvas. */
export const NOTHING_BYTES = 16;

export function shapeOfNothing(limit: Size): PictureShape {
  const isKnown = limit.width <= MAX_CANVAS_SIDE && limit.height <= MAX_CANVAS_SIDE;
  const { width, height } = isKnown ? limit : { width: 1280, height: 720 };
  const picture = { pictureWidth: 2, pictureHeight: 2, pictureBytes: NOTHING_BYTES };
  return { width, height, ...picture, format: 'RGBA' };
}

/** @param limit a box that pictures fit in; smaller ones stay as they are. */
export function shapeOf({ width, height, hasAlpha }: FileFacts, limit: Size): PictureShape {
  const largest = Math.sqrt(MAX_MEDIA_PIXELS / (width * height));
  const factor = Math.min(1, largest, limit.width / width, limit.height / height);
  const sideOf = (pixels: number): number =>
    factor === 1 ? pixels : Math.max(1, Math.floor(pixels * factor + 1e-9));
  const picture = { pictureWidth: sideOf(width), pictureHeight: sideOf(height) };
  const { pictureWidth, pictureHeight } = picture;
  const isReduced = pictureWidth !== width || pictureHeight !== height;
  if (hasAlpha) {
    const format = isReduced ? 'premultipliedRGBA' : 'RGBA';
    return { width, height, ...picture, format, pictureBytes: 4 * pictureWidth * pictureHeight };
  }
  const chroma = Math.ceil(pictureWidth / 2) * Math.ceil(pictureHeight / 2);
  return {
    width,
    height,
    ...picture,
    format: 'I420',
    pictureBytes: pictureWidth * pictureHeight + 2 * chroma,
  };
}
