/**
 * A slide show as a source: images one after the other in a picture of one size, cut or faded. Holds the slides that are seen and the next
 * one, scaled; an image that can't be shown leaves the one before it standing.
 */
import { asDrawn } from '../drawn-picture.ts';
import type { DrawnPicture, Pixels, StillSource } from '../drawn-picture.ts';
import { mixPixels } from './mix-pixels.ts';
import { slidesAt } from './slide-plan.ts';
import type { SlidePlan, SlidesAtTime } from './slide-plan.ts';

export interface SlideSurroundings {
  /** A slide in the slide show's size, transparent around it. Every slide has that size. */
  load(index: number): Promise<Pixels>;
  /** A slide can't be shown. It's tried again when its turn comes anew. */
  failed(index: number, error: unknown): void;
}

export class SlideshowSource implements StillSource {
  readonly #plan: SlidePlan;
  readonly #originUs: number;
  readonly #surroundings: SlideSurroundings;
  /** Undefined while a slide is being loaded, and when it failed. */
  readonly #slides = new Map<number, DrawnPicture | undefined>();
  readonly #loading = new Set<number>();
  #shown: DrawnPicture | undefined;
  #isEnded = false;

  /** @param originUs when the first slide's time begins. */
  constructor(plan: SlidePlan, originUs: number, surroundings: SlideSurroundings) {
    this.#plan = plan;
    this.#originUs = originUs;
    this.#surroundings = surroundings;
  }

  pictureAt(programUs: number): DrawnPicture | undefined {
    if (this.#isEnded) return undefined;
    const at = slidesAt(this.#plan, programUs - this.#originUs);
    this.#hold(at);
    const slide = this.#slides.get(at.index);
    if (slide === undefined) return this.#shown;
    const old = at.fading && this.#slides.get(at.fading.index);
    if (old === undefined || at.fading === undefined) this.#shown = slide;
    else this.#shown = asDrawn({ ...slide, pixels: mixPixels(old.pixels, slide.pixels, at.fading.share) });
    return this.#shown;
  }

  nextChangeUs(programUs: number): number {
    if (this.#isEnded) return Infinity;
    const at = slidesAt(this.#plan, programUs - this.#originUs);
    return this.#slides.get(at.index) === undefined ? programUs : at.changeUs + this.#originUs;
  }

  /** The slide is another now, or there again. What is held of it shows until it is loaded anew, and where it can't be. */
  reload(index: number): void {
    if (this.#slides.has(index) && !this.#loading.has(index)) void this.#load(index, this.#slides.get(index));
  }

  end(): void {
    this.#isEnded = true;
    this.#slides.clear();
    this.#shown = undefined;
  }

  /** The slides that are needed and no others. */
  #hold({ index, fading, following }: SlidesAtTime): void {
    const needed = [index, fading?.index, following].filter((each) => each !== undefined);
    for (const held of this.#slides.keys()) if (!needed.includes(held)) this.#slides.delete(held);
    for (const each of needed) if (!this.#slides.has(each)) void this.#load(each);
  }

  /** @param before shows meanwhile. */
  async #load(index: number, before?: DrawnPicture): Promise<void> {
    this.#slides.set(index, before);
    this.#loading.add(index);
    try {
      const slide = asDrawn(await this.#surroundings.load(index));
      if (this.#slides.has(index)) this.#slides.set(index, slide);
    } catch (error) {
      if (!this.#isEnded) this.#surroundings.failed(index, error);
    } finally {
      this.#loading.delete(index);
    }
  }
}
