/** In which size and format the pictures of a file come from ffmpeg. Pure. */
import { MAX_MEDIA_PIXELS } from '../../../shared/media/media-source-port.ts';
import type { MediaPassBegan } from '../../../shared/media/media-source-port.ts';
import type { FileFacts } from './file-facts.ts';

export type PictureShape = Pick<
  MediaPassBegan,
  'width' | 'height' | 'pictureWidth' | 'pictureHeight' | 'format' | 'pictureBytes'
>;

interface Size {
  readonly width: number;
  readonly height: number;
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
