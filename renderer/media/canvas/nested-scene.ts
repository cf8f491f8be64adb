/** A scene as a source: composed by itself, on nothing, before it shows in others. */
import type { SceneLayer } from '../../../shared/studio/scene-layers.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { Compositor } from '../compositor/compositor.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Picture } from '../compositor/picture.ts';
import type { LayerSource } from '../layers/layer-source.ts';
import { layersOf } from './layers-of.ts';

/** Longer, the first picture doesn't wait for a source. */
const LONGEST_START_US = 100_000;

export class NestedScene implements LayerSource {
  readonly #memory: PlaneMemory;
  readonly #sources: ReadonlyMap<string, LayerSource>;
  readonly #canvas: () => Size;
  #layers: readonly SceneLayer[] = [];
  #stage: (Size & { readonly compositor: Compositor }) | undefined;
  #beginUs: number | undefined;
  #isEnded = false;

  /** @param sources by id, as they come and go. @param canvas its size now. */
  constructor(memory: PlaneMemory, sources: ReadonlyMap<string, LayerSource>, canvas: () => Size) {
    this.#memory = memory;
    this.#sources = sources;
    this.#canvas = canvas;
  }

  /** From the next picture on. */
  show(layers: readonly SceneLayer[]): void {
    this.#layers = layers;
  }

  async prepare(timestampUs: number): Promise<Picture | undefined> {
    const layers = this.#layers;
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
    return this.#compositorOf(this.#canvas()).compose(layersOf(layers, pictures, this.#canvas()));
  }

  end(): void {
    this.#isEnded = true;
    this.#closeStage();
  }

  #compositorOf({ width, height }: Size): Compositor {
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
