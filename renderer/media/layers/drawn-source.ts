/** What Upcast draws itself (a colour, text, an image) as a source: always a layer, converted when its picture changes. */
import { allocatePicture, freePicture, storePixels } from '../compositor/picture.ts';
import type { Picture } from '../compositor/picture.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { DrawnPicture, StillSource } from '../stills/drawn-picture.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { LayerSource, VideoSource } from './layer-source.ts';

export class DrawnSource implements VideoSource {
  readonly #still: StillSource;
  readonly #memory: PlaneMemory;
  readonly #onSize: (size: Size) => void;

  /** @param onSize the first picture, and again whenever the size changes. */
  constructor(still: StillSource, memory: PlaneMemory, onSize: (size: Size) => void) {
    this.#still = still;
    this.#memory = memory;
    this.#onSize = onSize;
  }

  openLayer(): LayerSource {
    return new DrawnLayer(this.#still, this.#memory, this.#onSize);
  }

  end(): void {
    this.#still.end();
  }
}

class DrawnLayer implements LayerSource {
  readonly #still: StillSource;
  readonly #memory: PlaneMemory;
  readonly #onSize: (size: Size) => void;
  #picture: Picture | undefined;
  #revision: number | undefined;

  constructor(still: StillSource, memory: PlaneMemory, onSize: (size: Size) => void) {
    this.#still = still;
    this.#memory = memory;
    this.#onSize = onSize;
  }

  prepare(timestampUs: number): Picture | undefined {
    const drawn = this.#still.pictureAt(timestampUs);
    if (drawn?.revision === this.#revision) return this.#picture;
    this.#revision = drawn?.revision;
    if (drawn === undefined) this.#free();
    else this.#picture = this.#convert(drawn);
    return this.#picture;
  }

  end(): void {
    this.#free();
  }

  #convert({ width, height, pixels }: DrawnPicture): Picture {
    const isSameSize = this.#picture?.width === width && this.#picture.height === height;
    if (!isSameSize) {
      this.#free();
      this.#onSize({ width, height });
    }
    const picture = this.#picture ?? allocatePicture(this.#memory, { width, height }, true);
    return storePixels(this.#memory, new Uint8Array(pixels), { order: 'RGBA', alpha: 'straight' }, picture);
  }

  #free(): void {
    if (this.#picture !== undefined) freePicture(this.#memory, this.#picture);
    this.#picture = undefined;
  }
}
