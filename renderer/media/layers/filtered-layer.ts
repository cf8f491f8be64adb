/** A layer with filters. Without any, its pictures pass as they are. */
import type { Filter } from '../../../shared/studio/document-schema.ts';
import { FilterChain } from '../compositor/filters/filter-chain.ts';
import type { FilterContents } from '../compositor/filters/make-stages.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Picture } from '../compositor/picture.ts';
import type { LayerSource } from './layer-source.ts';

export class FilteredLayer implements LayerSource {
  readonly #layer: LayerSource;
  readonly #memory: PlaneMemory;
  readonly #contents: FilterContents;
  #chain: FilterChain | undefined;
  #isEnded = false;

  constructor(layer: LayerSource, memory: PlaneMemory, contents: FilterContents) {
    this.#layer = layer;
    this.#memory = memory;
    this.#contents = contents;
  }

  /** From the next picture on. @param filters enabled ones; the same array while nothing changed. */
  setFilters(filters: readonly Filter[] | undefined): void {
    if (filters === undefined) {
      this.#chain?.end();
      this.#chain = undefined;
      return;
    }
    this.#chain ??= new FilterChain(this.#memory, this.#contents);
    this.#chain.set(filters);
  }

  prepare(timestampUs: number): Promise<Picture | undefined> | Picture | undefined {
    return this.#chain === undefined ? this.#layer.prepare(timestampUs) : this.#prepareFiltered(timestampUs);
  }

  end(): void {
    this.#isEnded = true;
    this.#chain?.end();
    this.#chain = undefined;
    this.#layer.end();
  }

  async #prepareFiltered(timestampUs: number): Promise<Picture | undefined> {
    const picture = await this.#layer.prepare(timestampUs);
    if (picture === undefined || this.#isEnded) return undefined;
    const filtered = this.#chain?.apply(picture, timestampUs);
    return filtered === undefined ? picture : withSourceSize(filtered, picture);
  }
}

/** A picture that was made smaller on its way stands for a larger one, also when filters have changed its size. */
function withSourceSize(filtered: Picture, { sourceSize, width, height }: Picture): Picture {
  if (sourceSize === undefined || filtered.sourceSize !== undefined) return filtered;
  const [wider, higher] = [sourceSize.width / width, sourceSize.height / height];
  return {
    ...filtered,
    sourceSize: { width: Math.round(filtered.width * wider), height: Math.round(filtered.height * higher) },
  };
}
