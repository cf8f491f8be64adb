/** Scales a picture into another's size, whole and centred, transparent around it. */
import type { Size } from '../../../../shared/studio/transform.ts';
import type { Pixels } from '../drawn-picture.ts';
import { openCanvas } from '../canvas.ts';

export function fitPixels(picture: Pixels, size: Size): Pixels {
  if (picture.width === size.width && picture.height === size.height) return picture;
  const stored = openCanvas(picture);
  stored.putImageData(
    new ImageData(new Uint8ClampedArray(picture.pixels), picture.width, picture.height),
    0,
    0,
  );
  const scale = Math.min(size.width / picture.width, size.height / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const fitted = openCanvas(size);
  fitted.imageSmoothingQuality = 'high';
  const x = Math.floor((size.width - width) / 2);
  const y = Math.floor((size.height - height) / 2);
  fitted.drawImage(stored.canvas, x, y, width, height);
  return { ...size, pixels: fitted.getImageData(0, 0, size.width, size.height).data.buffer };
}
