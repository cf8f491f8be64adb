/** A scene as a source: composed by itself, on nothing, before it shows in others. Of a group its frame is composed. */
import { framePixels } from '../../../shared/studio/groups/group-frame.ts';
import type { Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { ComposedScene } from '../../../shared/studio/scene-layers.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { Compositor } from '../compositor/compositor.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Picture } from '../compositor/picture.ts';
import type { LayerSource } from '../layers/layer-source.ts';
import { layersOf, shifted } from './layers-of.ts';

/** Longer, the first picture doesn't wait for a source. */
const LONGEST_START_US = 100_000;

export class NestedScene implements LayerSource {
  readonly #memory: PlaneMemory;
  readonly #sources: ReadonlyMap<string, LayerSource>;
  readonly #canvas: () => Size;
  #scene: Omit<ComposedScene, 'id'> = { layers: [] };
  #stage: (Size & { readonly compositor: Compositor }) | undefined;
  #beginUs: number | undefined;
  /** Of a group with an odd side: a canvas has even ones. */
  #last: { readonly whole: Picture; readonly shown: Picture } | undefined;
  #isEnded = false;

  /** @param sources by id, as they come and go. @param canvas its size now. */
  constructor(memory: PlaneMemory, sources: ReadonlyMap<string, LayerSource>, canvas: () => Size) {
    this.#memory = memory;
    this.#sources = sources;
    this.#canvas = canvas;
  }

  /** From the next picture on. */
  show(scene: Omit<ComposedScene, 'id'>): void {
    this.#scene = scene;
  }

  async prepare(timestampUs: number): Promise<Picture | undefined> {
    const { layers } = this.#scene;
    const ids = new Set(layers.map(({ sourceId }) => sourceId));
    const pictures = new Map<string, Picture>();
    let isMissing = false;
    for (const id of ids) {
      const source = this.#sources.get(id);
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the memory may grow with each
      const picture = await source?.prepare(timestampUs);
      // A source that was closed meanwhile has given its memory back.
      if (picture !== undefined && this.#sources.get(id) === source) pictures.set(id, picture);
      else isMissing ||= source !== undefined;
    }
    this.#beginUs ??= timestampUs;
    const isStarting = this.#stage === undefined && timestampUs - this.#beginUs < LONGEST_START_US;
    if (this.#isEnded || (isMissing && isStarting)) return undefined;
    const canvas = this.#canvas();
    const { x, y, ...size } = this.#areaOn(canvas);
    const shown = shifted(layersOf(layers, pictures, canvas), -x, -y);
    return this.#cut(this.#compositorOf(size).compose(shown), size);
  }

  end(): void {
    this.#isEnded = true;
    this.#closeStage();
  }

  #areaOn(canvas: Size): Rectangle {
    const { group } = this.#scene;
    return group === undefined ? { x: 0, y: 0, ...sizeOf(canvas) } : framePixels(group, canvas);
  }

  /** The very picture where its size is even. */
  #cut(whole: Picture, { width, height }: Size): Picture {
    if (whole.width === width && whole.height === height) return whole;
    if (whole !== this.#last?.whole) this.#last = { whole, shown: { ...whole, width, height } };
    return this.#last.shown;
  }

  #compositorOf(size: Size): Compositor {
    const [width, height] = [evenOf(size.width), evenOf(size.height)];
    if (this.#stage?.width === width && this.#stage.height === height) return this.#stage.compositor;
    this.#closeStage();
    const compositor = new Compositor(this.#memory, { width, height }, 'transparent');
    this.#stage = { width, height, compositor };
    return compositor;
  }

  #closeStage(): void {
    this.#stage?.compositor.end();
    this.#stage = undefined;
  }
}

/** A canvas may have more than a size. */
function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function evenOf(pixels: number): number {
  return 2 * Math.ceil(pixels / 2);
}
