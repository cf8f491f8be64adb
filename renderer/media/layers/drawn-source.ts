/** What Upcast draws itself (a colour, text, an image) as a source: always a layer, converted when its picture changes. */
import { allocatePicture, freePicture, storePixels } from '../compositor/picture.ts';
import type { Picture } from '../compositor/picture.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { DrawnPicture, StillSource } from '../stills/drawn-picture.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { LayerSource, VideoSource } from './layer-source.ts';
import { MovingStrip } from './moving-strip.ts';

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

  openLayer({ fps }: ProgramFormat): LayerSource {
    return new DrawnLayer(this.#still, this.#memory, this.#onSize, fps);
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
  readonly #fps: number;
  /** In place of the picture, where it scrolls. */
  #strip: MovingStrip | undefined;
  /** When the text began to move: another text goes on where the one before was. */
  #originUs: number | undefined;
  #size: Size = { width: 0, height: 0 };

  constructor(still: StillSource, memory: PlaneMemory, onSize: (size: Size) => void, fps: number) {
    this.#still = still;
    this.#memory = memory;
    this.#onSize = onSize;
    this.#fps = fps;
  }

  prepare(timestampUs: number): Picture | undefined {
    const drawn = this.#still.pictureAt(timestampUs);
    if (drawn?.revision !== this.#revision) this.#take(drawn);
    if (this.#strip === undefined) return this.#picture;
    this.#originUs ??= timestampUs;
    const frame = Math.round(((timestampUs - this.#originUs) * this.#fps) / 1_000_000);
    return this.#strip.pictureAt(frame, this.#fps);
  }

  end(): void {
    this.#free();
  }

  #take(drawn: DrawnPicture | undefined): void {
    this.#revision = drawn?.revision;
    if (drawn === undefined) return this.#free();
    if (drawn.scroll === undefined) return this.#convert(drawn);
    this.#free();
    this.#strip = new MovingStrip(this.#memory, drawn, drawn.scroll);
    this.#setSize(this.#strip.window);
  }

  #convert({ width, height, pixels }: DrawnPicture): void {
    const isSameSize = this.#picture?.width === width && this.#picture.height === height;
    if (!isSameSize) this.#free();
    this.#setSize({ width, height });
    const picture = this.#picture ?? allocatePicture(this.#memory, { width, height }, true);
    const format = { order: 'RGBA', alpha: 'straight' } as const;
    this.#picture = storePixels(this.#memory, new Uint8Array(pixels), format, picture);
  }

  #setSize(size: Size): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = size;
    this.#onSize(size);
  }

  #free(): void {
    if (this.#picture !== undefined) freePicture(this.#memory, this.#picture);
    this.#picture = undefined;
    this.#strip?.end();
    this.#strip = undefined;
  }
}
