/** How a new item shows its source. */
import type { VideoInput } from '../inputs.ts';
import { canvasTransform, centredTransform } from '../transform.ts';
import type { Size } from '../transform.ts';
import type { Transform } from '../transform-schema.ts';

/**
 * Cameras, screens, test pictures and media files fit the canvas. Others stand in its middle in their own size, or smaller where the canvas is.
 * @param size of the source, where it is known.
 */
export function newTransform(input: VideoInput, canvas: Size, size: Size | undefined): Transform {
  switch (input.type) {
    case 'camera':
    case 'screen':
    case 'pattern':
    case 'media':
      return canvasTransform('inner', canvas);
    case 'scene':
      return nestedTransform(canvas);
    case 'colour':
    case 'slideshow':
    case 'page':
      return ownSize(input, canvas);
    case 'image':
    case 'text':
      return size === undefined ? canvasTransform('maximum', canvas) : ownSize(size, canvas);
  }
}

/** As large as its canvas, whatever that is. */
function nestedTransform(canvas: Size): Transform {
  return { ...centredTransform(canvas), scale: { x: 1, y: 1 } };
}

function ownSize(size: Size, canvas: Size): Transform {
  const factor = Math.min(1, canvas.width / size.width, canvas.height / size.height);
  return { ...centredTransform(canvas), scale: { x: factor, y: factor, referenceHeight: canvas.height } };
}
