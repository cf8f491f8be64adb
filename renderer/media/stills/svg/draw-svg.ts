/**
 * Draws an SVG file. Only a document can: workers know no SVG. As the picture of an `img` it runs no script, loads nothing and answers
 * nothing (SVG 2 §2.6, secure animated mode); its animations stand at their start. It may still take for ever: see `svg-frame.ts`.
 */
import { badImage } from '../image/bad-image.ts';
import { openCanvas } from '../canvas.ts';
import type { Pixels } from '../drawn-picture.ts';

/** A longer side is drawn smaller: what has no pixels of its own is never too large. */
const MAX_SVG_SIDE = 4096;

/** @throws AppError `source/bad-image` */
export async function drawSvg(bytes: ArrayBuffer): Promise<Pixels> {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    if (naturalWidth === 0 || naturalHeight === 0) throw badImage('imageDamaged');
    const scale = Math.min(1, MAX_SVG_SIDE / naturalWidth, MAX_SVG_SIDE / naturalHeight);
    const width = Math.max(1, Math.round(naturalWidth * scale));
    const height = Math.max(1, Math.round(naturalHeight * scale));
    const canvas = openCanvas({ width, height });
    canvas.drawImage(image, 0, 0, width, height);
    return { width, height, pixels: canvas.getImageData(0, 0, width, height).data.buffer };
  } catch (error) {
    if (error instanceof DOMException) throw badImage('imageDamaged', { message: error.message }, error);
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}
