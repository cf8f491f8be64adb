/** Puts one layer on a canvas as its draw says, and keeps what it needs for that: tables, masks, scaled samples. */
import type { Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { Draw } from './compile.ts';
import { axisGrid, freeGrid } from './sampling/grids.ts';
import type { Part } from './sampling/grids.ts';
import { chromaBox, edgeMask, evenMask, fullMask, meanMask, roundCorners, slantMask } from './mask.ts';
import type { Mask } from './mask.ts';
import { alignUp } from './memory.ts';
import type { PlaneMemory } from './memory.ts';
import { BLACK_CHROMA, BLACK_LUMA } from './picture.ts';
import type { Picture, Plane } from './picture.ts';
import { PlaneFeed } from './sampling/plane-feed.ts';
import type { SampleMaker } from './sampling/plane-feed.ts';
import { FreeMaker, TurnedMaker, UprightMaker } from './sampling/sample-makers.ts';

/** The planes of luma's size, or those of chroma's. */
interface Half {
  readonly box: Rectangle;
  readonly feeds: Map<string, PlaneFeed>;
  readonly maker: SampleMaker;
  mask: Plane | undefined;
}

interface Target {
  readonly name: 'y' | 'cb' | 'cr';
  readonly black: number;
}

const LUMA: readonly Target[] = [{ name: 'y', black: BLACK_LUMA }];
const CHROMA: readonly Target[] = [
  { name: 'cb', black: BLACK_CHROMA },
  { name: 'cr', black: BLACK_CHROMA },
];

export class LayerPainter {
  readonly #memory: PlaneMemory;
  readonly #draw: Draw;
  readonly #luma: Half;
  readonly #chroma: Half;
  #opacity: number | undefined;
  #last: Picture | undefined;
  #revision = 0;
  /** Grows whenever the picture is another. */
  #generation = 0;

  constructor(memory: PlaneMemory, draw: Draw) {
    this.#memory = memory;
    this.#draw = draw;
    const half = (box: Rectangle, part: Part): Half => {
      return { box, mask: undefined, feeds: new Map(), maker: makerOf(memory, draw, box, part) };
    };
    this.#luma = half(draw.region, 1);
    this.#chroma = half(chromaBox(draw.region), 2);
  }

  /** Before the first picture, and whenever it changes: what was scaled stays. @param opacity 1 to 255. */
  setOpacity(opacity: number): void {
    if (opacity === this.#opacity) return;
    this.#opacity = opacity;
    const masks = masksOf(this.#draw, opacity);
    [this.#luma, this.#chroma].forEach((half, index) => {
      if (half.mask !== undefined) this.#memory.free(half.mask.offset);
      half.mask = this.#place(masks[index]);
    });
  }

  /** @param picture of the size and strides of the one before. */
  paint(picture: Picture, canvas: Picture): void {
    if (picture !== this.#last || picture.revision !== this.#revision) this.#generation += 1;
    this.#last = picture;
    this.#revision = picture.revision;
    this.#paintHalf(this.#luma, LUMA, picture, picture.alpha, canvas, canvas.alpha);
    this.#paintHalf(this.#chroma, CHROMA, picture, picture.alphaChroma, canvas, canvas.alphaChroma);
  }

  free(): void {
    for (const { mask, feeds, maker } of [this.#luma, this.#chroma]) {
      if (mask !== undefined) this.#memory.free(mask.offset);
      for (const feed of feeds.values()) feed.free();
      maker.free();
    }
  }

  #paintHalf(
    half: Half,
    targets: readonly Target[],
    picture: Picture,
    alphaPlane: Plane | undefined,
    canvas: Picture,
    canvasAlpha: Plane | undefined,
  ): void {
    const { box, mask } = half;
    const alpha =
      picture.isOpaque || alphaPlane === undefined
        ? undefined
        : this.#feedOf(half, 'alpha').read(alphaPlane, this.#generation);
    for (const { name, black } of targets) {
      const target = placeIn(canvas[name], box);
      const feed = this.#feedOf(half, name);
      if (alpha === undefined && mask === undefined) feed.write(picture[name], this.#generation, target);
      else this.#lay(target, feed.read(picture[name], this.#generation), alpha, mask, box, black);
    }
    if (canvasAlpha !== undefined) this.#layAlpha(placeIn(canvasAlpha, box), alpha, mask, box);
  }

  #lay(
    target: Plane,
    source: Plane,
    alpha: Plane | undefined,
    mask: Plane | undefined,
    { width, height }: Rectangle,
    black: number,
  ): void {
    const { over, overMasked, mixMasked } = this.#memory.kernels;
    if (alpha !== undefined && mask !== undefined)
      overMasked(...places(target, source, alpha, mask), width, height, black);
    else if (alpha !== undefined) over(...places(target, source, alpha), width, height, black);
    else if (mask !== undefined) mixMasked(...places(target, source, mask), width, height);
  }

  /** Alpha lies over alpha as a plane whose black is 0. */
  #layAlpha(target: Plane, alpha: Plane | undefined, mask: Plane | undefined, box: Rectangle): void {
    if (alpha !== undefined) this.#lay(target, alpha, alpha, mask, box, 0);
    else if (mask !== undefined) this.#lay(target, mask, mask, undefined, box, 0);
    else this.#memory.kernels.fill(target.offset, target.stride, box.width, box.height, 255);
  }

  #feedOf(half: Half, name: string): PlaneFeed {
    const found = half.feeds.get(name);
    if (found !== undefined) return found;
    const feed = new PlaneFeed(this.#memory, half.maker);
    half.feeds.set(name, feed);
    return feed;
  }

  #place(mask: Mask | undefined): Plane | undefined {
    if (mask === undefined) return undefined;
    return { offset: this.#memory.place(mask.bytes), stride: mask.stride };
  }
}

function makerOf(memory: PlaneMemory, { path, scaleFilter }: Draw, box: Rectangle, part: Part): SampleMaker {
  if (path.type === 'free') return new FreeMaker(memory, freeGrid(path, box, part, scaleFilter));
  const grid = axisGrid(path, box, part, scaleFilter);
  return path.isTurned ? new TurnedMaker(memory, grid) : new UprightMaker(memory, grid);
}

/** Luma's and chroma's. */
function masksOf(
  { region, path, corners }: Draw,
  opacity: number,
): readonly [Mask | undefined, Mask | undefined] {
  const luma = alignUp(region.width);
  const chroma = alignUp(chromaBox(region).width);
  if (path.type === 'axis' && corners === undefined)
    return [evenMask(region, opacity), edgeMask(region, chroma, opacity)];
  const mask =
    path.type === 'axis' ? fullMask(region, luma, opacity) : slantMask(path, region, luma, opacity);
  if (corners !== undefined) roundCorners(mask, region, corners);
  return [mask, meanMask(mask, region, chroma)];
}

function places(...planes: readonly Plane[]): readonly number[] {
  return planes.flatMap(({ offset, stride }) => [offset, stride]);
}

function placeIn({ offset, stride }: Plane, { x, y }: Rectangle): Plane {
  return { offset: offset + y * stride + x, stride };
}
