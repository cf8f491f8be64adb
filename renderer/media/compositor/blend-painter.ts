/** Puts a layer on a canvas by a blend mode: painted alone first, then blended with what is there, colour by colour. */
import type { BlendMode } from '../../../shared/studio/filters/look.ts';
import type { Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { Draw } from './compile.ts';
import { LayerPainter } from './layer-painter.ts';
import { VECTOR_BYTES, alignUp } from './memory.ts';
import type { PlaneMemory } from './memory.ts';
import { allocatePicture, clearPicture, freePicture } from './picture.ts';
import type { Picture, Plane } from './picture.ts';

/** As the kernel `blendColours` counts them. */
const MODES: Readonly<Record<Exclude<BlendMode, 'normal'>, number>> = {
  additive: 1,
  subtract: 2,
  screen: 3,
  multiply: 4,
  lighten: 5,
  darken: 6,
};

export class BlendPainter {
  readonly #memory: PlaneMemory;
  readonly #mode: number;
  readonly #painter: LayerPainter;
  /** Around the layer's region, in whole vectors and pairs of rows. */
  readonly #box: Rectangle;
  readonly #alone: Picture;
  #painted: Picture | undefined;
  #revision = 0;

  constructor(memory: PlaneMemory, draw: Draw, mode: Exclude<BlendMode, 'normal'>) {
    this.#memory = memory;
    this.#mode = MODES[mode];
    this.#painter = new LayerPainter(memory, draw);
    this.#box = boxOf(draw.region);
    this.#alone = allocatePicture(memory, this.#box, true);
  }

  /** As of a `LayerPainter`. */
  setOpacity(opacity: number): void {
    this.#painter.setOpacity(opacity);
    this.#painted = undefined;
  }

  paint(picture: Picture, canvas: Picture): void {
    const alone = this.#alone;
    if (picture !== this.#painted || picture.revision !== this.#revision) {
      clearPicture(this.#memory, alone);
      this.#painter.paint(picture, movedBack(alone, this.#box));
      this.#painted = picture;
      this.#revision = picture.revision;
    }
    const { x, y, width, height } = this.#box;
    const at = (plane: Plane | undefined, part: number): number =>
      plane === undefined ? 0 : plane.offset + (y / part) * plane.stride + x / part;
    this.#memory.kernels.blendColours(
      this.#mode,
      ...[
        at(canvas.y, 1),
        at(canvas.cb, 2),
        at(canvas.cr, 2),
        at(canvas.alpha, 1),
        at(canvas.alphaChroma, 2),
      ],
      ...[canvas.y.stride, canvas.cb.stride],
      ...[alone.y.offset, alone.cb.offset, alone.cr.offset],
      ...[alone.alpha?.offset ?? 0, alone.alphaChroma?.offset ?? 0, alone.y.stride, alone.cb.stride],
      ...[width, Math.min(height, canvas.height - y)],
    );
  }

  free(): void {
    this.#painter.free();
    freePicture(this.#memory, this.#alone);
  }
}

function boxOf({ x, y, width, height }: Rectangle): Rectangle {
  const left = x - (x % VECTOR_BYTES);
  const top = y - (y % 2);
  return { x: left, y: top, width: alignUp(x + width - left), height: 2 * Math.ceil((y + height - top) / 2) };
}

/** A picture of the box that is addressed as the whole canvas is. */
function movedBack(picture: Picture, { x, y }: Rectangle): Picture {
  const move = (plane: Plane, part: number): Plane => ({
    ...plane,
    offset: plane.offset - (y / part) * plane.stride - x / part,
  });
  const { alpha, alphaChroma } = picture;
  return {
    ...picture,
    y: move(picture.y, 1),
    cb: move(picture.cb, 2),
    cr: move(picture.cr, 2),
    ...(alpha && { alpha: move(alpha, 1) }),
    ...(alphaChroma && { alphaChroma: move(alphaChroma, 2) }),
  };
}
