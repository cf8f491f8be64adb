/** The pictures of the sources at one moment: each is asked for once, whoever shows it. */
import type { Picture } from '../compositor/picture.ts';
import type { LayerSource } from './layer-source.ts';

export class LayerPictures {
  readonly #layers: ReadonlyMap<string, LayerSource>;
  #timestampUs: number | undefined;
  readonly #prepared = new Map<
    string,
    { readonly layer: LayerSource; readonly picture: Picture | undefined }
  >();

  /** @param layers by source, as they come and go. */
  constructor(layers: ReadonlyMap<string, LayerSource>) {
    this.#layers = layers;
  }

  has(sourceId: string): boolean {
    return this.#layers.has(sourceId);
  }

  /** One after the other: the memory may grow with each. No other call may run meanwhile. */
  async prepare(sourceIds: ReadonlySet<string>, timestampUs: number): Promise<ReadonlyMap<string, Picture>> {
    if (timestampUs !== this.#timestampUs) this.#prepared.clear();
    this.#timestampUs = timestampUs;
    for (const id of sourceIds) {
      const layer = this.#layers.get(id);
      if (layer === undefined || this.#prepared.get(id)?.layer === layer) continue;
      // oxlint-disable-next-line no-await-in-loop -- see above
      this.#prepared.set(id, { layer, picture: await layer.prepare(timestampUs) });
    }
    const pictures = new Map<string, Picture>();
    for (const id of sourceIds) {
      const prepared = this.#prepared.get(id);
      // A source that was closed meanwhile has given its memory back.
      if (prepared?.picture !== undefined && this.#layers.get(id) === prepared.layer)
        pictures.set(id, prepared.picture);
    }
    return pictures;
  }
}
