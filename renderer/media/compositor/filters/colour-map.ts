/** Gives a picture other colours, by any function of colour: correction, a LUT, keys by colour or brightness, one after the other. */
import type { PlaneMemory } from '../memory.ts';
import { BLACK_CHROMA, BLACK_LUMA, allocatePicture, freePicture } from '../picture.ts';
import type { Picture } from '../picture.ts';

/** 0 to 1 each; alpha is straight. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];
export type ColourFunction = (colour: Colour) => Colour;

/** As in the kernel `mapColours`. */
const NODES = 33;
const STEP = 8;
const FINE = 64;
/** The kernel's differences between two nodes have 16 bits. */
const LOWEST = -128;
const HIGHEST = 383;

/** BT.709-6 §3.2, and its limited range. */
const RED = 0.2126;
const BLUE = 0.0722;
const GREEN = 1 - RED - BLUE;
const LUMA_RANGE = 219;
const CHROMA_RANGE = 224;

/** Of one source, whose pictures are opaque. */
export class ColourMap {
  readonly #memory: PlaneMemory;
  readonly #table: number;
  readonly #isOpaque: boolean;
  #source: Picture | undefined;
  #revision = 0;
  #target: Picture | undefined;

  constructor(memory: PlaneMemory, functions: readonly ColourFunction[]) {
    this.#memory = memory;
    const table = colourTable((colour) => functions.reduce((before, each) => each(before), colour));
    this.#table = memory.place(new Uint8Array(table.buffer));
    this.#isOpaque = table.every((value, at) => at % 4 !== 3 || value === 255 * FINE);
  }

  /** @returns valid until the next call; the same object while the picture is the same. */
  apply(picture: Picture): Picture {
    const before = this.#target;
    if (before !== undefined && picture === this.#source && picture.revision === this.#revision)
      return before;
    const { width, height, y, cb, cr } = picture;
    const isSameSize = before?.width === width && before.height === height;
    if (before !== undefined && !isSameSize) freePicture(this.#memory, before);
    const target = isSameSize ? before : allocatePicture(this.#memory, { width, height }, true);
    const { alpha = target.y, alphaChroma = target.cb } = target;
    this.#memory.kernels.mapColours(
      ...[y.offset, y.stride, cb.offset, cr.offset, cb.stride, cb.step ?? 1, width, height, this.#table],
      ...[target.y.offset, target.cb.offset, target.cr.offset, alpha.offset, alphaChroma.offset],
      ...[target.y.stride, target.cb.stride],
    );
    this.#source = picture;
    this.#revision = picture.revision;
    this.#target = { ...target, isOpaque: this.#isOpaque, revision: (before?.revision ?? 0) + 1 };
    return this.#target;
  }

  end(): void {
    if (this.#target !== undefined) freePicture(this.#memory, this.#target);
    this.#memory.free(this.#table);
  }
}

function colourTable(map: ColourFunction): Int16Array {
  const table = new Int16Array(NODES ** 3 * 4);
  let at = 0;
  for (let cb = 0; cb < NODES; cb += 1)
    for (let cr = 0; cr < NODES; cr += 1)
      for (let y = 0; y < NODES; y += 1) {
        const [red, green, blue, alpha] = mapBeyond(map, decode(y * STEP, cb * STEP, cr * STEP));
        const luma = RED * red + GREEN * green + BLUE * blue;
        const codes = [
          BLACK_LUMA + LUMA_RANGE * luma * alpha,
          BLACK_CHROMA + (CHROMA_RANGE * (blue - luma) * alpha) / (2 * (1 - BLUE)),
          BLACK_CHROMA + (CHROMA_RANGE * (red - luma) * alpha) / (2 * (1 - RED)),
          255 * alpha,
        ];
        for (const code of codes) {
          table[at] = Math.round(Math.min(HIGHEST, Math.max(LOWEST, code)) * FINE);
          at += 1;
        }
      }
  return table;
}

function decode(y: number, cb: number, cr: number): Colour {
  const luma = (y - BLACK_LUMA) / LUMA_RANGE;
  const red = luma + (2 * (1 - RED) * (cr - BLACK_CHROMA)) / CHROMA_RANGE;
  const blue = luma + (2 * (1 - BLUE) * (cb - BLACK_CHROMA)) / CHROMA_RANGE;
  return [red, (luma - RED * red - BLUE * blue) / GREEN, blue, 1];
}

/** Codes exist for more than there are colours. What is beyond the nearest colour stays so: between two nodes nothing bends. */
function mapBeyond(map: ColourFunction, [red, green, blue, alpha]: Colour): Colour {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const [newRed, newGreen, newBlue, newAlpha] = map([inside(red), inside(green), inside(blue), alpha]);
  return [
    newRed + red - inside(red),
    newGreen + green - inside(green),
    newBlue + blue - inside(blue),
    inside(newAlpha),
  ];
}
