/** Blurs a picture: by one mean of its neighbours, or by three of them one after the other, which is nearly a Gaussian. */
import type { SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import { alignUp } from '../memory.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Picture, Plane } from '../picture.ts';
import { MadeOf, PicturePlace, placesOf, planeSize } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';

/** Rows and columns that the kernel `transpose` writes at a time. */
const BLOCK = 8;

/** Two planes, each row as long as the picture is wide, or as the picture is high. */
interface Scratch {
  readonly width: number;
  readonly height: number;
  readonly upright: readonly [Plane, Plane];
  readonly turned: readonly [Plane, Plane];
  readonly sums: number;
}

export class Blur implements PictureFilter {
  readonly #memory: PlaneMemory;
  readonly #luma: readonly number[];
  readonly #chroma: readonly number[];
  readonly #place: PicturePlace;
  readonly #made = new MadeOf();
  #scratch: Scratch | undefined;
  #result: Picture | undefined;

  constructor(memory: PlaneMemory, { form, radius }: SettingsOf<'blur'>) {
    this.#memory = memory;
    this.#luma = radiiOf(form, radius);
    this.#chroma = radiiOf(form, Math.round(radius / 2));
    this.#place = new PicturePlace(memory, true);
  }

  apply(picture: Picture): Picture {
    if (this.#luma.length === 0) return picture;
    if (!this.#made.isOther(picture) && this.#result !== undefined) return this.#result;
    const scratch = this.#scratchFor(picture);
    const target = this.#place.next(picture, picture.isOpaque);
    const names = picture.isOpaque
      ? (['y', 'cb', 'cr'] as const)
      : (['y', 'cb', 'cr', 'alpha', 'alphaChroma'] as const);
    for (const name of names) {
      const [from, to] = [picture[name], target[name]];
      if (from === undefined || to === undefined) continue;
      const isLuma = name === 'y' || name === 'alpha';
      this.#blur(from, to, planeSize(picture, name), isLuma ? this.#luma : this.#chroma, scratch);
    }
    this.#result = target;
    return target;
  }

  end(): void {
    this.#place.free();
    this.#freeScratch();
  }

  /** Down, then across: columns become rows meanwhile. */
  #blur(
    from: Plane,
    to: Plane,
    [width, height]: readonly [number, number],
    radii: readonly number[],
    { upright, turned, sums }: Scratch,
  ): void {
    const { split, transpose, copy } = this.#memory.kernels;
    const [first] = upright;
    if (from.step === 2) split(...placesOf(first, from), width, height);
    const lines = this.#means(from.step === 2 ? first : from, upright, width, height, radii, sums);
    const [column] = turned;
    transpose(...placesOf(column, lines), 1, width, height);
    const columns = this.#means(column, turned, height, width, radii, sums);
    const free = lines === upright[0] ? upright[1] : upright[0];
    transpose(...placesOf(free, columns), 1, height, width);
    copy(...placesOf(to, free), width, height);
  }

  #means(
    from: Plane,
    [one, other]: readonly [Plane, Plane],
    width: number,
    height: number,
    radii: readonly number[],
    sums: number,
  ): Plane {
    return radii.reduce((source, radius) => {
      const target = source === one ? other : one;
      const reciprocal = Math.round(65_536 / (2 * radius + 1));
      this.#memory.kernels.boxDown(...placesOf(target, source), width, height, radius, reciprocal, sums);
      return target;
    }, from);
  }

  #scratchFor({ width, height }: Picture): Scratch {
    if (this.#scratch?.width === width && this.#scratch.height === height) return this.#scratch;
    this.#freeScratch();
    const memory = this.#memory;
    const open = (across: number, down: number): Plane => {
      const stride = alignUp(across);
      return { offset: memory.allocate(stride * Math.ceil(down / BLOCK) * BLOCK), stride };
    };
    this.#scratch = {
      ...{ width, height },
      upright: [open(width, height), open(width, height)],
      turned: [open(height, width), open(height, width)],
      sums: memory.allocate(2 * alignUp(Math.max(width, height))),
    };
    return this.#scratch;
  }

  #freeScratch(): void {
    if (this.#scratch === undefined) return;
    const { upright, turned, sums } = this.#scratch;
    for (const { offset } of [...upright, ...turned]) this.#memory.free(offset);
    this.#memory.free(sums);
    this.#scratch = undefined;
  }
}

/** Of the means one after the other: together they reach as far as the radius says. */
function radiiOf(form: 'gaussian' | 'box', radius: number): readonly number[] {
  const all = form === 'box' ? [radius] : [2, 1, 0].map((more) => Math.floor((radius + more) / 3));
  return all.filter((each) => each > 0);
}
