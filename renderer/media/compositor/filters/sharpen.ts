/** Makes a picture's brightness differ more from what is around. Of opaque pictures. */
import type { PlaneMemory } from '../memory.ts';
import type { Picture } from '../picture.ts';
import { MadeOf, PicturePlace, placesOf } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';

/** All of a difference, as the kernel has it. */
const WHOLE = 32_767;

export class Sharpen implements PictureFilter {
  readonly #memory: PlaneMemory;
  readonly #weight: number;
  readonly #place: PicturePlace;
  readonly #made = new MadeOf();
  #result: Picture | undefined;

  /** @param sharpness 0 to 1. */
  constructor(memory: PlaneMemory, sharpness: number) {
    this.#memory = memory;
    this.#weight = Math.round(sharpness * WHOLE);
    this.#place = new PicturePlace(memory, false);
  }

  apply(picture: Picture): Picture {
    if (!this.#made.isOther(picture) && this.#result !== undefined) return this.#result;
    const { width, height } = picture;
    const { y, ...place } = this.#place.next(picture, true);
    this.#memory.kernels.sharpen(...placesOf(y, picture.y), width, height, this.#weight);
    // Chroma stays where it is.
    this.#result = { ...place, y, cb: picture.cb, cr: picture.cr };
    return this.#result;
  }

  end(): void {
    this.#place.free();
  }
}
