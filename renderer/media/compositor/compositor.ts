/** Composes layers to the picture of a canvas: compiles them when one lies elsewhere, draws them when one shows something else. */
import type { Size } from '../../../shared/studio/transform.ts';
import { compileScene } from './compile.ts';
import type { Draw, LayerShape, Plan } from './compile.ts';
import { BlendPainter } from './blend-painter.ts';
import { LayerPainter } from './layer-painter.ts';
import type { PlaneMemory } from './memory.ts';
import { allocatePicture, clearPicture, freePicture } from './picture.ts';
import type { Picture, Plane } from './picture.ts';

export interface Layer extends Omit<LayerShape, 'picture'> {
  /** The item's, alone on its canvas: what is kept for a layer is found again by it. */
  readonly id: string;
  readonly picture: Picture;
}

export type Ground = 'black' | 'transparent';

/** A layer as it was drawn last. */
interface Drawn {
  readonly picture: Picture;
  readonly revision: number;
}

interface Painted {
  readonly layer: number;
  readonly painter: LayerPainter | BlendPainter;
}

export class Compositor {
  readonly #memory: PlaneMemory;
  readonly #size: Size;
  #canvas: Picture;
  #layers: readonly Layer[] = [];
  #isCleared: Plan['isCleared'] = true;
  /** By the layer's id and all that its painter was made for. */
  #painters = new Map<string, Painted>();
  /** What the canvas shows; undefined when it has to be drawn. */
  #drawn: readonly Drawn[] | undefined;

  /** @param size both sides even. @param ground of a nested scene it is transparent: the result has alpha. */
  constructor(memory: PlaneMemory, size: Size, ground: Ground = 'black') {
    this.#memory = memory;
    this.#size = size;
    this.#canvas = allocatePicture(memory, size, ground === 'transparent');
  }

  /**
   * @param layers back to front.
   * @returns the same object while nothing changes. Its planes stay where they are: they are valid until the next call.
   */
  compose(layers: readonly Layer[]): Picture {
    if (!isSameScene(layers, this.#layers)) this.#compile(layers);
    this.#layers = layers;
    const painted = [...this.#painters.values()];
    const pictures = painted.map(({ layer }) => pictureAt(layers, layer));
    if (this.#drawn !== undefined && isSameDrawing(pictures, this.#drawn)) return this.#canvas;
    if (this.#isCleared) clearPicture(this.#memory, this.#canvas);
    for (const [index, { painter }] of painted.entries()) {
      const picture = pictures[index];
      if (picture !== undefined) painter.paint(picture, this.#canvas);
    }
    this.#drawn = pictures.map((picture) => ({ picture, revision: picture.revision }));
    const { alpha, revision } = this.#canvas;
    const isOpaque = alpha === undefined || !this.#isCleared;
    this.#canvas = { ...this.#canvas, isOpaque, revision: revision + 1 };
    return this.#canvas;
  }

  /** Gives the memory back. */
  end(): void {
    for (const { painter } of this.#painters.values()) painter.free();
    this.#painters.clear();
    freePicture(this.#memory, this.#canvas);
  }

  #compile(layers: readonly Layer[]): void {
    const { draws, isCleared } = compileScene(layers, this.#size);
    const before = this.#painters;
    this.#painters = new Map();
    for (const draw of draws) {
      const key = keyOf(draw, layers);
      const painter = before.get(key)?.painter ?? openPainter(this.#memory, draw);
      painter.setOpacity(draw.opacity);
      before.delete(key);
      this.#painters.set(key, { layer: draw.layer, painter });
    }
    for (const { painter } of before.values()) painter.free();
    this.#isCleared = isCleared;
    this.#drawn = undefined;
  }
}

function pictureAt(layers: readonly Layer[], index: number): Picture {
  const layer = layers[index];
  if (layer === undefined) throw new Error(`no layer ${index}`);
  return layer.picture;
}

/** A painter serves one place of pictures whose rows lie alike. */
function keyOf(
  { layer, region, path, corners, blendMode, scaleFilter }: Draw,
  layers: readonly Layer[],
): string {
  const { y, cb, alpha, alphaChroma } = pictureAt(layers, layer);
  const rows = [y, cb, alpha, alphaChroma].map((plane) => [plane?.stride, plane?.step]);
  return JSON.stringify([layers[layer]?.id, region, path, corners, blendMode, scaleFilter, rows]);
}

function openPainter(memory: PlaneMemory, draw: Draw): LayerPainter | BlendPainter {
  return draw.blendMode === 'normal'
    ? new LayerPainter(memory, draw)
    : new BlendPainter(memory, draw, draw.blendMode);
}

function isSameScene(layers: readonly Layer[], before: readonly Layer[]): boolean {
  return layers.length === before.length && layers.every((layer, at) => isSameLayer(layer, before[at]));
}

function isSameLayer(layer: Layer, before: Layer | undefined): boolean {
  if (layer === before) return true;
  if (before === undefined) return false;
  return (
    layer.id === before.id &&
    layer.opacity === before.opacity &&
    layer.isVisible === before.isVisible &&
    layer.cornerRadius === before.cornerRadius &&
    layer.blendMode === before.blendMode &&
    layer.scaleFilter === before.scaleFilter &&
    isSameShape(layer.picture, before.picture) &&
    (layer.placement === before.placement || isSamePlacement(layer, before))
  );
}

function isSameShape(one: Picture, other: Picture): boolean {
  return (
    one === other ||
    (one.width === other.width &&
      one.height === other.height &&
      one.isOpaque === other.isOpaque &&
      isSameRow(one.y, other.y) &&
      isSameRow(one.cb, other.cb) &&
      isSameRow(one.alpha, other.alpha) &&
      isSameRow(one.alphaChroma, other.alphaChroma))
  );
}

function isSameRow(one: Plane | undefined, other: Plane | undefined): boolean {
  return one?.stride === other?.stride && one?.step === other?.step;
}

function isSamePlacement({ placement: one }: Layer, { placement: other }: Layer): boolean {
  return (
    one.matrix.every((value, at) => value === other.matrix[at]) &&
    one.crop.x === other.crop.x &&
    one.crop.y === other.crop.y &&
    one.crop.width === other.crop.width &&
    one.crop.height === other.crop.height
  );
}

function isSameDrawing(pictures: readonly Picture[], drawn: readonly Drawn[]): boolean {
  return pictures.every((picture, at) => {
    const before = drawn[at];
    return before?.picture === picture && before.revision === picture.revision;
  });
}
