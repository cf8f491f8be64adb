/**
 * A browser page as a source: always a layer. Main sends the pixels that changed; they are kept in the compositor's memory, and only
 * they are converted when the page shows next. What main sends is pixels and nothing more.
 */
import { pixelsTaken } from '../../../shared/media/page-pixels.ts';
import type { PagePixels } from '../../../shared/media/page-pixels.ts';
import { allocatePicture, convertArea, freePicture, pixelStride } from '../compositor/picture.ts';
import type { Area, Picture } from '../compositor/picture.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { LayerSource, VideoSource } from './layer-source.ts';

const BYTES_PER_PIXEL = 4;
const FORMAT = { order: 'BGRA', alpha: 'premultiplied' } as const;

/** All pixels of the page, in the memory; rows as `pixelStride` says. */
interface PagePicture extends Size {
  readonly place: number;
}

export class PageSource implements VideoSource {
  readonly #port: MessagePort;
  readonly #memory: () => PlaneMemory;
  readonly #layers = new Set<PageLayer>();
  #page: PagePicture | undefined;

  /** @param port gives `PagePixels` and takes `pixelsTaken` for each. */
  constructor(port: MessagePort, memory: () => PlaneMemory) {
    this.#port = port;
    this.#memory = memory;
    port.addEventListener('message', ({ data }: MessageEvent<PagePixels>) => {
      this.#take(data);
      port.postMessage(pixelsTaken);
    });
    port.start();
  }

  openLayer(): LayerSource {
    const layer: PageLayer = new PageLayer(
      this.#memory(),
      () => this.#page,
      () => this.#layers.delete(layer),
    );
    this.#layers.add(layer);
    return layer;
  }

  end(): void {
    this.#port.close();
    if (this.#page !== undefined) this.#memory().free(this.#page.place);
    this.#page = undefined;
  }

  #take({ pageWidth, pageHeight, pixels, ...area }: PagePixels): void {
    const isWhole = area.width === pageWidth && area.height === pageHeight;
    if (this.#page?.width !== pageWidth || this.#page.height !== pageHeight) {
      // Of a page that has another size, nothing fits any more.
      if (!isWhole) return;
      this.#resize({ width: pageWidth, height: pageHeight });
    }
    const page = this.#page;
    if (page === undefined || !fits(area, page, pixels)) return;
    const { bytes } = this.#memory();
    const stride = pixelStride(page.width);
    const rowBytes = BYTES_PER_PIXEL * area.width;
    for (let row = 0; row < area.height; row += 1) {
      const from = pixels.subarray(row * rowBytes, (row + 1) * rowBytes);
      bytes.set(from, page.place + (area.y + row) * stride + BYTES_PER_PIXEL * area.x);
    }
    for (const layer of this.#layers) layer.change(area);
  }

  #resize(size: Size): void {
    const memory = this.#memory();
    if (this.#page !== undefined) memory.free(this.#page.place);
    this.#page = { ...size, place: memory.allocate(pixelStride(size.width) * size.height) };
  }
}

function fits({ x, y, width, height }: Area, page: Size, pixels: Uint8Array): boolean {
  const isInside = x >= 0 && y >= 0 && x + width <= page.width && y + height <= page.height;
  return isInside && pixels.length === BYTES_PER_PIXEL * width * height;
}

class PageLayer implements LayerSource {
  readonly #memory: PlaneMemory;
  readonly #page: () => PagePicture | undefined;
  readonly #onEnd: () => void;
  #picture: Picture | undefined;
  #changed: Area | undefined;

  constructor(memory: PlaneMemory, page: () => PagePicture | undefined, onEnd: () => void) {
    this.#memory = memory;
    this.#page = page;
    this.#onEnd = onEnd;
  }

  change(area: Area): void {
    const before = this.#changed;
    this.#changed = before === undefined ? area : around(before, area);
  }

  prepare(): Picture | undefined {
    const page = this.#page();
    if (page === undefined) return this.#picture;
    const { width, height } = page;
    const isSameSize = this.#picture?.width === width && this.#picture.height === height;
    if (isSameSize && this.#changed === undefined) return this.#picture;
    if (!isSameSize) this.#free();
    const target = this.#picture ?? allocatePicture(this.#memory, page, true);
    const whole = { x: 0, y: 0, width, height };
    const area = isSameSize ? (this.#changed ?? whole) : whole;
    this.#picture = convertArea(this.#memory, page.place, FORMAT, target, area);
    this.#changed = undefined;
    return this.#picture;
  }

  end(): void {
    this.#onEnd();
    this.#free();
  }

  #free(): void {
    if (this.#picture !== undefined) freePicture(this.#memory, this.#picture);
    this.#picture = undefined;
  }
}

/** The smallest area with both. */
function around(one: Area, other: Area): Area {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}
