/** A rectangle of one colour, or of a gradient, as a source. */
import { clamp } from './clamp.ts';
import { asDrawn, MAX_PIXELS, MAX_SIDE } from './drawn-picture.ts';
import type { DrawnPicture, StillSource } from './drawn-picture.ts';
import { readColour } from './colour.ts';
import { gradientPixels } from './gradient.ts';
import type { Gradient } from '../../../shared/studio/drawn-inputs.ts';

export class ColourSource implements StillSource {
  #picture: DrawnPicture | undefined;

  /** @param colour `#rrggbbaa`. Width and height are pixels; what is too large is made smaller. @param gradient in place of the colour. */
  constructor(colour: string, width: number, height: number, gradient?: Gradient) {
    const shown = { width: clamp(Math.round(width), 1, MAX_SIDE), height: 1 };
    shown.height = clamp(Math.round(height), 1, Math.floor(MAX_PIXELS / shown.width));
    if (gradient !== undefined) {
      this.#picture = asDrawn({ ...shown, pixels: gradientPixels(gradient, shown) });
      return;
    }
    const pixels = new ArrayBuffer(shown.width * shown.height * 4);
    const { red, green, blue, alpha } = readColour(colour);
    new Uint32Array(pixels).fill(((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0);
    this.#picture = asDrawn({ ...shown, pixels });
  }

  pictureAt(): DrawnPicture | undefined {
    return this.#picture;
  }

  nextChangeUs(): number {
    return Infinity;
  }

  end(): void {
    this.#picture = undefined;
  }
}
