/** A picture on a transparent ground of any size, once or many times. */
import { Compositor } from '../compositor.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Picture } from '../picture.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class TiledPicture {
  readonly #memory: PlaneMemory;
  #ground: (Size & { readonly compositor: Compositor }) | undefined;

  constructor(memory: PlaneMemory) {
    this.#memory = memory;
  }

  /** @param places where the picture's first pixel lies, in whole pixels. @returns valid until the next call. */
  show(picture: Picture, { width, height }: Size, places: readonly Point[]): Picture {
    const crop = { x: 0, y: 0, width: picture.width, height: picture.height };
    const layers = places.map(({ x, y }, index) => ({
      ...{ id: String(index), picture, opacity: 1, isVisible: true },
      placement: { crop, matrix: [1, 0, 0, 1, x, y] as const },
    }));
    const shown = this.#compositorOf({ width, height }).compose(layers);
    return shown.width === width && shown.height === height ? shown : { ...shown, width, height };
  }

  end(): void {
    this.#ground?.compositor.end();
    this.#ground = undefined;
  }

  /** Of even sides: the last column or row may be one too many. */
  #compositorOf({ width, height }: Size): Compositor {
    const even = { width: width + (width % 2), height: height + (height % 2) };
    if (this.#ground?.width === even.width && this.#ground.height === even.height)
      return this.#ground.compositor;
    this.end();
    this.#ground = { ...even, compositor: new Compositor(this.#memory, even, 'transparent') };
    return this.#ground.compositor;
  }
}
