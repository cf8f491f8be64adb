/** An image file as a slide: its first picture, in the slide show's size. */
import type { Size } from '../../../../shared/studio/transform.ts';
import type { Pixels } from '../drawn-picture.ts';
import { badImage } from '../image/bad-image.ts';
import { openImage } from '../image/image-source.ts';
import type { ImageSurroundings } from '../image/image-source.ts';
import { fitPixels } from './fit-pixels.ts';

/** @throws AppError `source/bad-image` */
export async function loadSlide(
  bytes: ArrayBuffer,
  size: Size,
  surroundings: ImageSurroundings,
): Promise<Pixels> {
  const source = await openImage(bytes, 0, surroundings);
  try {
    const picture = source.pictureAt(0);
    if (picture === undefined) throw badImage('imageDamaged');
    return fitPixels(picture, size);
  } finally {
    source.end();
  }
}
