/** The filters of one source, one after the other. What is the same as before is not done again. */
import type { Filter } from '../../../../shared/studio/document-schema.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Picture } from '../picture.ts';
import { planStages } from './make-stages.ts';
import type { FilterContents } from './make-stages.ts';
import type { PictureFilter } from './picture-filter.ts';

export class FilterChain {
  readonly #memory: PlaneMemory;
  readonly #contents: FilterContents;
  #filters: readonly Filter[] = [];
  /** By key, in order. */
  #stages = new Map<string, PictureFilter>();
  #revision: number | undefined;

  constructor(memory: PlaneMemory, contents: FilterContents) {
    this.#memory = memory;
    this.#contents = contents;
  }

  set(filters: readonly Filter[]): void {
    if (filters === this.#filters) return;
    this.#filters = filters;
    this.#revision = undefined;
  }

  /** @returns valid until the next call; the same object with the same revision while nothing changes. */
  apply(picture: Picture, timestampUs: number): Picture {
    if (this.#revision !== this.#contents.revision) this.#plan();
    let result = picture;
    for (const stage of this.#stages.values()) result = stage.apply(result, timestampUs);
    return result;
  }

  end(): void {
    for (const stage of this.#stages.values()) stage.end();
    this.#stages.clear();
    this.#revision = undefined;
  }

  /** A stage stays as long as a filter asks for the same: a scroll goes on where it is. */
  #plan(): void {
    const before = this.#stages;
    this.#stages = new Map();
    for (const { key, make } of planStages(this.#filters, this.#contents)) {
      this.#stages.set(key, before.get(key) ?? make(this.#memory));
      before.delete(key);
    }
    for (const stage of before.values()) stage.end();
    this.#revision = this.#contents.revision;
  }
}
