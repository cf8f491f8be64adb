/** A picture of one colour, two pixels each way, to be scaled to any size. */
import { allocatePicture, storePixels } from '../compositor/picture.ts';
import type { Picture } from '../compositor/picture.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import { readColour } from '../stills/colour.ts';

const SIDE = 2;

/** @param colour `#rrggbb` or `#rrggbbaa`. */
export function drawColour(memory: PlaneMemory, colour: string): Picture {
  const { red, green, blue, alpha } = readColour(colour);
  const pixels = Array.from({ length: SIDE * SIDE }, () => [red, green, blue, alpha]).flat();
  const picture = allocatePicture(memory, { width: SIDE, height: SIDE }, true);
  return storePixels(memory, Uint8Array.from(pixels), { order: 'RGBA', alpha: 'straight' }, picture);
}
