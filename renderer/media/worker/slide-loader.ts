/** Gets the slides of one slide show from the page. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { SlideshowInput } from '../../../shared/studio/inputs.ts';
import type { Pixels } from '../stills/drawn-picture.ts';
import { loadSlide } from '../stills/slideshow/load-slide.ts';
import { svgDrawer } from './svg-drawer.ts';
import type { ImageBytes, Slide } from './worker-messages.ts';

interface Waiting {
  resolve(image: ImageBytes): void;
  reject(error: AppError): void;
}

export class SlideLoader {
  readonly #input: SlideshowInput;
  readonly #want: (index: number) => void;
  readonly #waiting = new Map<number, Waiting>();

  constructor(input: SlideshowInput, want: (index: number) => void) {
    this.#input = input;
    this.#want = want;
  }

  /** @throws AppError `source/*` */
  async load(index: number): Promise<Pixels> {
    const { bytes, svg } = await new Promise<ImageBytes>((resolve, reject) => {
      this.#waiting.set(index, { resolve, reject });
      this.#want(index);
    });
    return await loadSlide(bytes, this.#input, svgDrawer(svg));
  }

  take(slide: Slide): void {
    const waiting = this.#waiting.get(slide.index);
    this.#waiting.delete(slide.index);
    if ('image' in slide) waiting?.resolve(slide.image);
    else waiting?.reject(new AppError(slide.error.code, slide.error.details));
  }
}
