/**
 * A text that scrolls: drawn once into a strip that repeats it, and shown through a window that moves along the strip. A frame costs nothing
 * but another beginning of the planes. Chroma has a sample for two pixels, so windows with an odd beginning look into a second strip that
 * lies one pixel off.
 */
import { freePicture, allocatePicture, storePixels } from '../compositor/picture.ts';
import type { Picture, Plane } from '../compositor/picture.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { TextScroll } from '../../../shared/studio/drawn-inputs.ts';
import type { Pixels } from '../stills/drawn-picture.ts';
import { isAcross, scrollOffset, scrollWindow } from '../stills/text/scroll-way.ts';
import type { Size } from '../../../shared/studio/transform.ts';

/** As many as four screens of 3840 by 2160 have: a longer window is cut off. */
const MAX_STRIP_PIXELS = 4 * 3840 * 2160;

export class MovingStrip {
  readonly window: Size;
  readonly #memory: PlaneMemory;
  readonly #drawn: Pixels;
  readonly #scroll: TextScroll;
  /** By whether their beginning is odd. */
  readonly #strips: (Picture | undefined)[] = [undefined, undefined];
  #shown: Picture | undefined;
  #shownOffset = -1;
  #revision = 0;

  constructor(memory: PlaneMemory, drawn: Pixels, scroll: TextScroll) {
    this.#memory = memory;
    this.#drawn = drawn;
    this.#scroll = scroll;
    const { width, height } = scrollWindow(drawn, scroll);
    const side = isAcross(scroll) ? height : width;
    const most = Math.max(1, Math.floor(MAX_STRIP_PIXELS / side) - this.#period - 1);
    this.window = isAcross(scroll)
      ? { width: Math.min(width, most), height }
      : { width, height: Math.min(height, most) };
  }

  /** The same object while it shows the same. @param frame since the text began to move. */
  pictureAt(frame: number, fps: number): Picture {
    const { window } = this;
    const isWide = isAcross(this.#scroll);
    const offset = scrollOffset(this.#scroll, frame, {
      fps,
      length: isWide ? this.#drawn.width : this.#drawn.height,
      window: isWide ? window.width : window.height,
    });
    if (this.#shown !== undefined && offset === this.#shownOffset) return this.#shown;
    this.#shownOffset = offset;
    this.#revision += 1;
    const odd = offset % 2;
    const strip = (this.#strips[odd] ??= this.#makeStrip(odd));
    const start = offset - odd;
    const at = ({ offset: first, stride, step }: Plane, samples: number): Plane => ({
      ...{ offset: first + samples * (isWide ? 1 : stride), stride, step },
    });
    const { y, cb, cr, alpha, alphaChroma } = strip;
    this.#shown = {
      ...window,
      y: at(y, start),
      cb: at(cb, start / 2),
      cr: at(cr, start / 2),
      alpha: alpha && at(alpha, start),
      alphaChroma: alphaChroma && at(alphaChroma, start / 2),
      isOpaque: strip.isOpaque,
      revision: this.#revision,
    };
    return this.#shown;
  }

  end(): void {
    for (const strip of this.#strips) if (strip !== undefined) freePicture(this.#memory, strip);
    this.#strips.fill(undefined);
    this.#shown = undefined;
  }

  get #period(): number {
    const { width, height } = this.#drawn;
    return (isAcross(this.#scroll) ? width : height) + this.#scroll.gapPx;
  }

  /** Long enough for a window at every beginning. @param skipped pixels at its beginning. */
  #makeStrip(skipped: number): Picture {
    const { width, height, pixels } = this.#drawn;
    const isWide = isAcross(this.#scroll);
    const length = this.#period + (isWide ? this.window.width : this.window.height);
    const size = isWide ? { width: length, height } : { width, height: length };
    const from = new Uint32Array(pixels);
    const to = new Uint32Array(size.width * size.height);
    for (let begin = -skipped; begin < length; begin += this.#period) {
      const first = Math.max(0, -begin);
      const count = Math.min(isWide ? width : height, length - begin) - first;
      if (count <= 0) continue;
      if (isWide)
        for (let row = 0; row < height; row += 1) {
          const part = from.subarray(row * width + first, row * width + first + count);
          to.set(part, row * length + begin + first);
        }
      else to.set(from.subarray(first * width, (first + count) * width), (begin + first) * width);
    }
    const picture = allocatePicture(this.#memory, size, true);
    const format = { order: 'RGBA', alpha: 'straight' } as const;
    return storePixels(this.#memory, new Uint8Array(to.buffer), format, picture);
  }
}
