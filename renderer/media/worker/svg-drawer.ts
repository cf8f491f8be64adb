/** The page draws an SVG before it hands the file over. */
import type { Pixels } from '../stills/drawn-picture.ts';
import { badImage } from '../stills/image/bad-image.ts';
import type { ImageSurroundings } from '../stills/image/image-source.ts';

export function svgDrawer(drawing: Pixels | undefined): ImageSurroundings {
  return {
    drawSvg: async () => {
      if (drawing === undefined) throw badImage('imageUnknown');
      return await Promise.resolve(drawing);
    },
  };
}
