/**
 * One plane of a layer, at its place and size in the canvas. What lies there already is read where it lies; anything else is made.
 * Samples that are asked for again are kept: those of a still picture, and of a moving one that changes less often than the canvas.
 */
import { alignUp } from '../memory.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Plane } from '../picture.ts';

/** How a region's samples come from a plane. */
export interface SampleMaker {
  /** Of the region, in samples. */
  readonly width: number;
  readonly height: number;
  /** The region's first sample, when its samples lie in the plane as they are. */
  find(plane: Plane): Plane | undefined;
  make(plane: Plane, target: Plane): void;
  free(): void;
}

export class PlaneFeed {
  readonly #memory: PlaneMemory;
  readonly #maker: SampleMaker;
  /** The samples of the generation `#made`, where they had to be made. */
  #kept: Plane | undefined;
  #made: number | undefined;
  #written: number | undefined;
  /** Whether the generation `#written`, and the one before, were asked for again. */
  #isRepeated = false;
  #wasRepeated = false;

  constructor(memory: PlaneMemory, maker: SampleMaker) {
    this.#memory = memory;
    this.#maker = maker;
  }

  /** @param generation another number when the samples are others. @returns the region's first sample. */
  read(plane: Plane, generation: number): Plane {
    const found = this.#maker.find(plane);
    if (found !== undefined) return found;
    const stride = alignUp(this.#maker.width);
    this.#kept ??= { offset: this.#memory.allocate(stride * this.#maker.height), stride };
    if (this.#made !== generation) this.#maker.make(plane, this.#kept);
    this.#made = generation;
    return this.#kept;
  }

  /** All samples of the region to a place. */
  write(plane: Plane, generation: number, target: Plane): void {
    const isAgain = this.#written === generation;
    if (!isAgain) this.#wasRepeated = this.#isRepeated;
    this.#isRepeated = isAgain;
    this.#written = generation;
    const isKept = isAgain || this.#wasRepeated;
    if (!isKept && this.#maker.find(plane) === undefined) {
      this.#maker.make(plane, target);
      return;
    }
    const source = this.read(plane, generation);
    this.#memory.kernels.copy(
      ...[target.offset, target.stride, source.offset, source.stride],
      ...[this.#maker.width, this.#maker.height],
    );
  }

  /** The maker stays: it may be that of other planes too. */
  free(): void {
    if (this.#kept !== undefined) this.#memory.free(this.#kept.offset);
  }
}
