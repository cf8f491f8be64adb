/** The transforms that new items begin with. Pure, and without the schema: the capture worker uses it. */
import type { Transform } from './transform-schema.ts';

export const NO_CROP: Transform['crop'] = { left: 0, top: 0, right: 0, bottom: 0 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The source in its own size in the canvas's middle. */
export function centredTransform(canvas: Size): Transform {
  return {
    position: { x: 0, y: 0 },
    scale: { x: 1, y: 1, referenceHeight: canvas.height },
    rotation: 0,
    crop: NO_CROP,
    alignment: 'centre',
    bounds: { type: 'none', width: 0, height: 0, alignment: 'centre', isCropped: false },
  };
}

/** The source as large as the canvas allows: `inner` shows it whole, `maximum` never makes it larger than it is. */
export function canvasTransform(type: 'inner' | 'stretch' | 'maximum', canvas: Size): Transform {
  return {
    ...centredTransform(canvas),
    position: { x: -canvas.width / canvas.height, y: -1 },
    alignment: 'topLeft',
    bounds: { type, ...canvasBox(canvas), alignment: 'centre', isCropped: false },
  };
}

/** The whole canvas in relative units. */
export function canvasBox({ width, height }: Size): Size {
  return { width: (2 * width) / height, height: 2 };
}
