/**
 * Pictures of scenes for windows alone: the preview of studio mode, projectors, the multiview. Each is composed from the sources' pictures
 * that the program has, smaller, at its own pace, and only while somebody looks.
 */
import { Compositor } from '../../compositor/compositor.ts';
import type { Layer } from '../../compositor/compositor.ts';
import type { PlaneMemory } from '../../compositor/memory.ts';
import type { Picture } from '../../compositor/picture.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { LayerPictures } from '../../layers/layer-pictures.ts';
import { layersOf, resized, sourcesOf } from '../layers-of.ts';
import { PlanePacker } from '../pack-planes.ts';
import { toVideoFrame } from '../video-frame.ts';
import type { ViewContent, ViewFormat } from './view-content.ts';

/** Of one frame time: the program's next frame doesn't wait for all of them. */
const MOST_AT_ONCE = 2;
/** A frame that is due a little later is due now. */
const TOLERANCE = 0.75;

interface View {
  readonly format: ViewFormat;
  readonly writer: WritableStreamDefaultWriter<VideoFrame>;
  content: ViewContent;
  stage: (Size & { readonly compositor: Compositor }) | undefined;
  shown: Picture | undefined;
  composedUs: number;
}

export class SceneViews {
  readonly #memory: () => PlaneMemory;
  readonly #pictures: LayerPictures;
  readonly #views = new Map<number, View>();
  #packer: PlanePacker | undefined;

  constructor(memory: () => PlaneMemory, pictures: LayerPictures) {
    this.#memory = memory;
    this.#pictures = pictures;
  }

  /** Whether there is any: their sources must be open as layers. */
  get isNeeded(): boolean {
    return this.#views.size > 0;
  }

  /** @param writable of a track that a window plays. */
  open(viewId: number, writable: WritableStream<VideoFrame>, format: ViewFormat): void {
    const content = { layers: [], isLookedAt: false };
    const writer = writable.getWriter();
    const view = { format, writer, content, stage: undefined, shown: undefined, composedUs: -Infinity };
    this.#views.set(viewId, view);
  }

  show(viewId: number, content: ViewContent): void {
    const view = this.#views.get(viewId);
    if (view === undefined) return;
    // A window that was hidden may show another picture.
    if (content.isLookedAt && !view.content.isLookedAt) view.shown = undefined;
    view.content = content;
  }

  close(viewId: number): void {
    const view = this.#views.get(viewId);
    if (view === undefined) return;
    this.#views.delete(viewId);
    view.stage?.compositor.end();
    // The page ends the track as well.
    view.writer.close().catch(() => undefined);
  }

  /** Those that are due, whoever waited longest first. No other call may run meanwhile. @param canvas size of the program. */
  async compose(timestampUs: number, canvas: Size): Promise<void> {
    const due = [...this.#views]
      .filter(([, view]) => isDue(view, timestampUs))
      .toSorted(([, one], [, other]) => one.composedUs - other.composedUs);
    for (const [viewId, view] of due.slice(0, MOST_AT_ONCE)) {
      view.composedUs = timestampUs;
      const { layers = [] } = view.content;
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the memory may grow with each
      const pictures = await this.#pictures.prepare(sourcesOf(layers), timestampUs);
      if (this.#views.get(viewId) !== view) continue;
      const size = viewSize(canvas, view.format.maxWidth);
      // Placed on the canvas: a composed scene's picture is as large as that.
      this.#show(
        view,
        resized(layersOf(layers, pictures, canvas), size.width / canvas.width),
        size,
        timestampUs,
      );
    }
  }

  #show(view: View, layers: readonly Layer[], size: Size, timestampUs: number): void {
    if (view.stage?.width !== size.width || view.stage.height !== size.height) {
      view.stage?.compositor.end();
      view.stage = { ...size, compositor: new Compositor(this.#memory(), size) };
    }
    const picture = view.stage.compositor.compose(layers);
    if (picture === view.shown) return;
    view.shown = picture;
    this.#packer ??= new PlanePacker(this.#memory());
    const data = this.#packer.pack(picture);
    const frame = toVideoFrame({ timestampUs, ...size, format: 'I420', colour: 'bt709-limited', data });
    // The track closes what it takes; it takes nothing more once the page has ended it.
    view.writer.write(frame).catch(() => frame.close());
  }
}

/** Somebody looks, the window has taken the frame before, and the last one is long enough ago. */
function isDue({ content, writer, format, composedUs }: View, timestampUs: number): boolean {
  const isTime = timestampUs - composedUs >= (TOLERANCE * 1_000_000) / format.fps;
  return content.isLookedAt && isTime && (writer.desiredSize ?? 0) > 0;
}

/** The canvas's shape, both sides even. */
export function viewSize({ width, height }: Size, maxWidth: number): Size {
  const scale = Math.min(1, maxWidth / width);
  const even = (pixels: number): number => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  return { width: even(width), height: even(height) };
}
