/** What every filter of pictures is, and how one that knows no alpha takes a picture that has some. */
import type { PlaneMemory } from '../memory.ts';
import { BLACK_CHROMA, BLACK_LUMA, allocatePicture, freePicture, halfOf } from '../picture.ts';
import type { Picture, Plane } from '../picture.ts';

export interface PictureFilter {
  /**
   * @param timestampUs the moment of the program at which the picture shows.
   * @returns valid until the next call; the same object with the same revision while nothing changes.
   */
  apply(picture: Picture, timestampUs: number): Picture;
  end(): void;
}

/** Which picture a result was made of. */
export class MadeOf {
  #picture: Picture | undefined;
  #revision = 0;

  /** Whether it was another picture until now. */
  isOther(picture: Picture): boolean {
    if (picture === this.#picture && picture.revision === this.#revision) return false;
    this.#picture = picture;
    this.#revision = picture.revision;
    return true;
  }
}

/** A place for pictures of one size at a time. */
export class PicturePlace {
  readonly #memory: PlaneMemory;
  readonly #hasAlpha: boolean;
  #picture: Picture | undefined;

  constructor(memory: PlaneMemory, hasAlpha: boolean) {
    this.#memory = memory;
    this.#hasAlpha = hasAlpha;
  }

  /** The next revision, with what was there before where the size is the same. */
  next({ width, height }: Pick<Picture, 'width' | 'height'>, isOpaque: boolean): Picture {
    const before = this.#picture;
    const isSame = before?.width === width && before.height === height;
    if (before !== undefined && !isSame) freePicture(this.#memory, before);
    const planes = isSame ? before : allocatePicture(this.#memory, { width, height }, this.#hasAlpha);
    this.#picture = { ...planes, isOpaque, revision: (before?.revision ?? 0) + 1 };
    return this.#picture;
  }

  free(): void {
    if (this.#picture !== undefined) freePicture(this.#memory, this.#picture);
    this.#picture = undefined;
  }
}

type PlaneName = 'y' | 'cb' | 'cr' | 'alpha' | 'alphaChroma';
/** Each with its code of nothing, and the alpha of its size. */
const colours = [
  ['y', BLACK_LUMA, 'alpha'],
  ['cb', BLACK_CHROMA, 'alphaChroma'],
  ['cr', BLACK_CHROMA, 'alphaChroma'],
] as const;

export function planeSize({ width, height }: Pick<Picture, 'width' | 'height'>, name: PlaneName) {
  return name === 'y' || name === 'alpha'
    ? ([width, height] as const)
    : ([halfOf(width), halfOf(height)] as const);
}

export function placesOf(...planes: readonly Plane[]): readonly number[] {
  return planes.flatMap(({ offset, stride }) => [offset, stride]);
}

/** Alpha at both sizes. */
export interface AlphaPlanes {
  readonly alpha: Plane;
  readonly alphaChroma: Plane;
}

export function alphaOf({ alpha, alphaChroma }: Picture): AlphaPlanes {
  if (alpha === undefined || alphaChroma === undefined) throw new Error('a picture without alpha');
  return { alpha, alphaChroma };
}

/** A picture that shows only as much as alpha says. @param target may be the picture itself, and has alpha. */
export function showBy(memory: PlaneMemory, picture: Picture, by: AlphaPlanes, target: Picture): void {
  const { premultiply, copy } = memory.kernels;
  for (const [name, black, alpha] of colours) {
    const size = planeSize(picture, name);
    premultiply(
      ...placesOf(target[name], together(memory, picture, name, target), by[alpha]),
      ...size,
      black,
    );
  }
  const own = picture.isOpaque ? undefined : alphaOf(picture);
  const result = alphaOf(target);
  for (const name of ['alpha', 'alphaChroma'] as const) {
    const size = planeSize(picture, name);
    if (own === undefined) copy(...placesOf(result[name], by[name]), ...size);
    else premultiply(...placesOf(result[name], own[name], by[name]), ...size, 0);
  }
}

/** The plane itself, or its samples in the target's plane where they lie together with others. */
function together(memory: PlaneMemory, picture: Picture, name: 'y' | 'cb' | 'cr', target: Picture): Plane {
  const plane = picture[name];
  if (plane.step !== 2) return plane;
  memory.kernels.split(...placesOf(target[name], plane), ...planeSize(picture, name));
  return target[name];
}

/** Lets a filter of opaque pictures work on the colours of one with alpha, and gives the result that alpha again. */
export class AlphaKeeper implements PictureFilter {
  readonly #memory: PlaneMemory;
  readonly #filter: PictureFilter;
  readonly #straight: PicturePlace;
  readonly #result: PicturePlace;
  readonly #made = new MadeOf();
  #colours: Picture | undefined;
  #shown: Picture | undefined;

  constructor(memory: PlaneMemory, filter: PictureFilter) {
    this.#memory = memory;
    this.#filter = filter;
    this.#straight = new PicturePlace(memory, false);
    this.#result = new PicturePlace(memory, true);
  }

  apply(picture: Picture, timestampUs: number): Picture {
    if (picture.isOpaque) return this.#filter.apply(picture, timestampUs);
    if (!this.#made.isOther(picture) && this.#shown !== undefined) return this.#shown;
    const alphas = alphaOf(picture);
    const { unpremultiply } = this.#memory.kernels;
    this.#colours = this.#straight.next(picture, true);
    for (const [name, black, alpha] of colours)
      unpremultiply(
        ...placesOf(this.#colours[name], picture[name], alphas[alpha]),
        ...planeSize(picture, name),
        black,
      );
    const filtered = this.#filter.apply(this.#colours, timestampUs);
    const target = this.#result.next(picture, false);
    showBy(this.#memory, filtered, alphas, target);
    this.#shown = target;
    return target;
  }

  end(): void {
    this.#filter.end();
    this.#straight.free();
    this.#result.free();
  }
}
