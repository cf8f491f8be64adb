/** What Upcast draws itself, open in the worker. A source that changes stays open: no picture of a scene is without it meanwhile. */
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import { DrawnSource } from '../layers/drawn-source.ts';
import type { ProgramCanvas } from '../canvas/program-canvas.ts';
import type { DrawnPicture, StillSource } from '../stills/drawn-picture.ts';
import { openImage } from '../stills/image/image-source.ts';
import { SlideshowSource } from '../stills/slideshow/slideshow-source.ts';
import { nowUs } from './clock.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { SlideLoader } from './slide-loader.ts';
import { svgDrawer } from './svg-drawer.ts';
import type { FileEvent, LayerEvent, OpenImage, OpenSlideshow, Slide } from './worker-messages.ts';

export class StillSources {
  readonly #canvas: Pick<ProgramCanvas, 'openSource'>;
  readonly #memory: () => PlaneMemory;
  readonly #report: (event: FileEvent | LayerEvent) => void;
  readonly #open = new Map<string, ChangingStill>();
  /** The newest image that each source is to show. */
  readonly #runs = new Map<string, number>();
  readonly #slides = new Map<
    string,
    { readonly run: number; readonly loader: SlideLoader; readonly show: SlideshowSource }
  >();

  constructor(
    canvas: Pick<ProgramCanvas, 'openSource'>,
    memory: () => PlaneMemory,
    report: (event: FileEvent | LayerEvent) => void,
  ) {
    this.#canvas = canvas;
    this.#memory = memory;
    this.#report = report;
  }

  /** In place of what the source showed until now. */
  show(sourceId: string, still: StillSource): void {
    this.#runs.delete(sourceId);
    this.#slides.delete(sourceId);
    const open = this.#open.get(sourceId);
    if (open !== undefined) return open.change(still);
    const changing = new ChangingStill(still);
    this.#open.set(sourceId, changing);
    const onSize = (size: Size): void => this.#report({ type: 'layerSize', sourceId, ...size });
    this.#canvas.openSource(sourceId, new DrawnSource(changing, this.#memory(), onSize));
  }

  /** What the source shows stays until the image is decoded, and when it can't be. */
  async openImage({ sourceId, run, image }: OpenImage): Promise<void> {
    this.#runs.set(sourceId, run);
    try {
      const originUs = nowUs();
      const still = await openImage(image.bytes, originUs, svgDrawer(image.svg));
      if (this.#runs.get(sourceId) !== run) return still.end();
      const { width = 0, height = 0 } = still.pictureAt(originUs) ?? {};
      this.show(sourceId, still);
      this.#report({ type: 'imageOpened', sourceId, run, width, height });
    } catch (error) {
      this.#report({ type: 'imageFailed', sourceId, run, error: toAppError(error).toRecord() });
    }
  }

  /** Slides are asked for as their turn comes. */
  openSlideshow({ sourceId, run, input }: OpenSlideshow): void {
    const { paths, width, height, order, slideMs, fadeMs } = input;
    const report = this.#report;
    const originUs = nowUs();
    const loader = new SlideLoader(input, (index) => report({ type: 'slideWanted', sourceId, run, index }));
    // Another order for each time that the slide show opens.
    const plan = { slideCount: paths.length, slideMs, fadeMs, order, seed: Math.trunc(originUs) };
    const still = new SlideshowSource(plan, originUs, {
      load: async (index) => {
        const slide = await loader.load(index);
        report({ type: 'imageOpened', sourceId, run, width, height, index });
        return slide;
      },
      failed: (index, error) =>
        report({ type: 'imageFailed', sourceId, run, error: toAppError(error).toRecord(), index }),
    });
    this.show(sourceId, still);
    this.#slides.set(sourceId, { run, loader, show: still });
  }

  takeSlide(slide: Slide): void {
    const open = this.#slides.get(slide.sourceId);
    if (open?.run === slide.run) open.loader.take(slide);
  }

  reloadSlide({ sourceId, run, index }: { sourceId: string; run: number; index: number }): void {
    const open = this.#slides.get(sourceId);
    if (open?.run === run) open.show.reload(index);
  }

  /** The canvas closes the source, or another opens in its place. */
  forget(sourceId: string): void {
    this.#runs.delete(sourceId);
    this.#slides.delete(sourceId);
    this.#open.delete(sourceId);
  }
}

/** One still after the other as a single source. */
class ChangingStill implements StillSource {
  #current: StillSource;
  #next: StillSource | undefined;

  constructor(first: StillSource) {
    this.#current = first;
  }

  change(next: StillSource): void {
    this.#next?.end();
    this.#next = next;
  }

  pictureAt(programUs: number): DrawnPicture | undefined {
    const next = this.#next;
    const picture = (next ?? this.#current).pictureAt(programUs);
    if (next === undefined) return picture;
    // It has no picture yet: the one before stands.
    const isLoading = picture === undefined && next.nextChangeUs(programUs) <= programUs;
    if (isLoading) return this.#current.pictureAt(programUs);
    this.#current.end();
    this.#current = next;
    this.#next = undefined;
    return picture;
  }

  nextChangeUs(programUs: number): number {
    return this.#next === undefined ? this.#current.nextChangeUs(programUs) : programUs;
  }

  end(): void {
    this.#current.end();
    this.#next?.end();
  }
}
