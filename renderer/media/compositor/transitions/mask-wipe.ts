/** One picture gives way to another where a pattern says so: dark parts of the pattern first, with soft edges. */
import type { Size } from '../../../../shared/studio/transform.ts';
import { alignUp } from '../memory.ts';
import type { PlaneMemory } from '../memory.ts';
import { allocatePicture, freePicture, halfOf } from '../picture.ts';
import type { Picture, Plane } from '../picture.ts';
import { Resampler } from '../sampling/resampler.ts';

/** The steps of a pattern. */
const LARGEST = 255;

export class MaskWipe {
  readonly #memory: PlaneMemory;
  readonly #softness: number;
  readonly #pattern: Plane;
  readonly #table: number;
  readonly #luma: Plane;
  readonly #chroma: Plane;
  /** From luma's mask to that of chroma. */
  readonly #halver: Resampler;
  #canvas: Picture;

  /**
   * @param size of both pictures; even.
   * @param pattern a byte for each pixel, row by row: 0 goes first, 255 last.
   * @param softness 0 to 1: which part of the pattern's range lies within the edge.
   */
  constructor(memory: PlaneMemory, size: Size, pattern: Uint8Array, softness: number) {
    const { width, height } = size;
    this.#memory = memory;
    this.#softness = Math.max(softness, 1 / LARGEST);
    this.#pattern = { offset: memory.place(pattern), stride: width };
    this.#table = memory.allocate(LARGEST + 1);
    this.#luma = allocatePlane(memory, width, height);
    this.#chroma = allocatePlane(memory, halfOf(width), halfOf(height));
    const halved = (pixels: number) =>
      ({ first: 0, end: pixels, count: halfOf(pixels), centre: 1, scale: 2 }) as const;
    this.#halver = new Resampler(memory, halved(width), halved(height), this.#luma);
    this.#canvas = allocatePicture(memory, size, false);
  }

  /** @param share of the next picture, 0 to 1. @returns valid until the next call. */
  paint(before: Picture, next: Picture, share: number): Picture {
    const { lookUp, mixMasked, copy } = this.#memory.kernels;
    const { width, height, revision } = this.#canvas;
    this.#memory.bytes.set(wipeTable(share, this.#softness), this.#table);
    lookUp(...places(this.#luma, this.#pattern), width, height, this.#table);
    this.#halver.run(this.#luma.offset, this.#chroma);
    for (const name of ['y', 'cb', 'cr'] as const) {
      const target = this.#canvas[name];
      const isLuma = name === 'y';
      const size = isLuma ? ([width, height] as const) : ([halfOf(width), halfOf(height)] as const);
      copy(...places(target, before[name]), ...size);
      mixMasked(...places(target, next[name], isLuma ? this.#luma : this.#chroma), ...size);
    }
    this.#canvas = { ...this.#canvas, revision: revision + 1 };
    return this.#canvas;
  }

  end(): void {
    for (const { offset } of [this.#pattern, this.#luma, this.#chroma]) this.#memory.free(offset);
    this.#memory.free(this.#table);
    this.#halver.free();
    freePicture(this.#memory, this.#canvas);
  }
}

/** How much of the next picture shows where the pattern has each value. */
function wipeTable(share: number, softness: number): Uint8Array {
  const edge = share * (1 + softness);
  return Uint8Array.from({ length: LARGEST + 1 }, (_, value) => {
    const passed = (edge - value / LARGEST) / softness;
    return Math.round(Math.min(1, Math.max(0, passed)) * LARGEST);
  });
}

function allocatePlane(memory: PlaneMemory, width: number, height: number): Plane {
  const stride = alignUp(width);
  return { offset: memory.allocate(stride * height), stride };
}

function places(...planes: readonly Plane[]): readonly number[] {
  return planes.flatMap(({ offset, stride }) => [offset, stride]);
}
