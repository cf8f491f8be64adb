/** A picture of one colour, two pixels each way, to be scaled to any size. */
import { allocatePicture, convertPixels, pixelStride } from '../compositor/picture.ts';
import type { Picture } from '../compositor/picture.ts';
import type { PlaneMemory } from '../compositor/memory.ts';

const SIDE = 2;

/** @param colour `#rrggbb` or `#rrggbbaa`. */
export function drawColour(memory: PlaneMemory, colour: string): Picture {
  const [red = 0, green = 0, blue = 0, alpha = 255] = (colour.slice(1).match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  const stride = pixelStride(SIDE);
  const rows = new Uint8Array(stride * SIDE);
  for (let row = 0; row < SIDE; row += 1)
    for (let column = 0; column < SIDE; column += 1)
      rows.set([red, green, blue, alpha], row * stride + 4 * column);
  const pixels = memory.place(rows);
  const picture = allocatePicture(memory, { width: SIDE, height: SIDE }, true);
  const drawn = convertPixels(memory, pixels, { order: 'RGBA', alpha: 'straight' }, picture);
  memory.free(pixels);
  return drawn;
}
