/**
 * Takes a colour out of a picture: what is near it in Cb and Cr becomes transparent, and what is a little farther loses its tint.
 * The numbers mean what they mean in OBS.
 */
import { lengthOf } from '../length.ts';
import type { PlaneMemory } from '../memory.ts';
import { BLACK_CHROMA, BLACK_LUMA, allocatePicture, freePicture, halfOf } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { Resampler } from '../sampling/resampler.ts';

export interface ChromaKeySettings {
  /** The colour's chroma: BT.709, limited range, 0 to 255. */
  readonly cb: number;
  readonly cr: number;
  /** Distances of 0 to 1, where 1 is 255 code values: all that is nearer is transparent. */
  readonly similarity: number;
  /** Over which the picture becomes opaque. */
  readonly smoothness: number;
  /** Over which colours come back. */
  readonly spill: number;
}

interface Place {
  readonly target: Picture;
  /** From alpha of chroma's size to alpha of luma's. */
  readonly enlarger: Resampler;
}

/** Of one source: opaque pictures, all of one size. */
export class ChromaKey {
  readonly #memory: PlaneMemory;
  readonly #table: number;
  #place: Place | undefined;
  #source: Picture | undefined;
  #revision = 0;
  #result: Picture | undefined;

  constructor(memory: PlaneMemory, settings: ChromaKeySettings) {
    this.#memory = memory;
    this.#table = memory.place(keyTable(settings));
  }

  /** @returns valid until the next call; the same object while the picture is the same. */
  apply(picture: Picture): Picture {
    if (this.#result !== undefined && picture === this.#source && picture.revision === this.#revision)
      return this.#result;
    this.#source = picture;
    this.#revision = picture.revision;
    const { target, enlarger } = this.#placeFor(picture);
    const { y, cb, cr, alpha, alphaChroma } = target;
    if (alpha === undefined || alphaChroma === undefined) throw new Error('a key gives alpha');
    const { width, height } = picture;
    this.#memory.kernels.keyChroma(
      ...[cb.offset, cr.offset, alphaChroma.offset, cb.stride],
      ...[picture.cb.offset, picture.cr.offset, picture.cb.stride, picture.cb.step ?? 1],
      ...[halfOf(width), halfOf(height), this.#table],
    );
    enlarger.run(alphaChroma.offset, alpha);
    this.#memory.kernels.premultiply(
      ...[y.offset, y.stride, picture.y.offset, picture.y.stride, alpha.offset, alpha.stride],
      ...[width, height, BLACK_LUMA],
    );
    this.#result = { ...target, revision: (this.#result?.revision ?? 0) + 1 };
    return this.#result;
  }

  end(): void {
    this.#freePlace();
    this.#memory.free(this.#table);
  }

  #placeFor({ width, height }: Picture): Place {
    if (this.#place?.target.width === width && this.#place.target.height === height) return this.#place;
    this.#freePlace();
    const target = allocatePicture(this.#memory, { width, height }, true);
    const along = (pixels: number) =>
      ({ first: 0, end: halfOf(pixels), count: pixels, centre: 0.25, scale: 0.5 }) as const;
    const enlarger = new Resampler(
      this.#memory,
      along(width),
      along(height),
      target.alphaChroma ?? target.cb,
    );
    this.#place = { target, enlarger };
    return this.#place;
  }

  #freePlace(): void {
    this.#place?.enlarger.free();
    if (this.#place !== undefined) freePicture(this.#memory, this.#place.target);
    this.#place = undefined;
  }
}

/** The table of the kernel `keyChroma`. */
function keyTable({ cb, cr, similarity, smoothness, spill }: ChromaKeySettings): Uint8Array {
  const table = new Uint8Array(256 * 256 * 4);
  const along = (distance: number, width: number): number => {
    const share = Math.min(1, Math.max(0, distance / Math.max(width, Number.EPSILON)));
    return share * Math.sqrt(share);
  };
  for (let blue = 0; blue < 256; blue += 1)
    for (let red = 0; red < 256; red += 1) {
      const beyond = lengthOf(blue - cb, red - cr) / 255 - similarity;
      const alpha = along(beyond, smoothness);
      const tint = along(beyond, spill) * alpha;
      const at = (blue * 256 + red) * 4;
      table[at] = Math.round(BLACK_CHROMA + (blue - BLACK_CHROMA) * tint);
      table[at + 1] = Math.round(BLACK_CHROMA + (red - BLACK_CHROMA) * tint);
      table[at + 2] = Math.round(alpha * 255);
    }
  return table;
}
