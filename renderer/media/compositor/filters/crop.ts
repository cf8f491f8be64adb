/** Cuts a picture off at its sides, or puts transparent pixels around it. */
import { cropArea } from '../../../../shared/studio/filters/filtered-size.ts';
import type { CropArea } from '../../../../shared/studio/filters/filtered-size.ts';
import type { SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import type { PlaneMemory } from '../memory.ts';
import { halfOf } from '../picture.ts';
import type { Picture, Plane } from '../picture.ts';
import { PlaneFeed } from '../sampling/plane-feed.ts';
import { UprightMaker } from '../sampling/sample-makers.ts';
import type { Grid } from '../sampling/sample-makers.ts';
import type { Sampling } from '../sampling/taps.ts';
import { MadeOf } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';
import { TiledPicture } from './tiled-picture.ts';

/** Of pictures of one size. */
interface Cut {
  readonly width: number;
  readonly height: number;
  readonly area: CropArea;
  readonly luma: UprightMaker;
  readonly chroma: UprightMaker;
  readonly feeds: Map<string, PlaneFeed>;
}

export class Crop implements PictureFilter {
  readonly #memory: PlaneMemory;
  readonly #settings: SettingsOf<'crop'>;
  readonly #tiled: TiledPicture;
  readonly #made = new MadeOf();
  #cut: Cut | undefined;
  #generation = 0;
  #result: Picture | undefined;

  constructor(memory: PlaneMemory, settings: SettingsOf<'crop'>) {
    this.#memory = memory;
    this.#settings = settings;
    this.#tiled = new TiledPicture(memory);
  }

  apply(picture: Picture): Picture {
    if (!this.#made.isOther(picture) && this.#result !== undefined) return this.#result;
    const area = cropArea(this.#settings, picture);
    this.#generation += 1;
    this.#result = isWhole(area, picture)
      ? picture
      : isWithin(area, picture)
        ? this.#cutOut(picture, area)
        : this.#tiled.show(picture, area, [{ x: -area.x, y: -area.y }]);
    return this.#result;
  }

  end(): void {
    this.#freeCut();
    this.#tiled.end();
  }

  #cutOut(picture: Picture, area: CropArea): Picture {
    const cut = this.#cutFor(picture, area);
    const read = (name: 'y' | 'cb' | 'cr' | 'alpha' | 'alphaChroma', plane: Plane): Plane => {
      const maker = name === 'y' || name === 'alpha' ? cut.luma : cut.chroma;
      const feed = cut.feeds.get(name) ?? new PlaneFeed(this.#memory, maker);
      cut.feeds.set(name, feed);
      return feed.read(plane, this.#generation);
    };
    const { alpha, alphaChroma, isOpaque } = picture;
    return {
      ...{ width: area.width, height: area.height, isOpaque, revision: this.#generation },
      y: read('y', picture.y),
      cb: read('cb', picture.cb),
      cr: read('cr', picture.cr),
      ...(!isOpaque && alpha !== undefined && { alpha: read('alpha', alpha) }),
      ...(!isOpaque && alphaChroma !== undefined && { alphaChroma: read('alphaChroma', alphaChroma) }),
    };
  }

  #cutFor({ width, height }: Picture, area: CropArea): Cut {
    if (this.#cut?.width === width && this.#cut.height === height) return this.#cut;
    this.#freeCut();
    this.#cut = {
      ...{ width, height, area, feeds: new Map() },
      luma: new UprightMaker(this.#memory, gridOf(area, { width, height }, 1)),
      chroma: new UprightMaker(this.#memory, gridOf(area, { width, height }, 2)),
    };
    return this.#cut;
  }

  #freeCut(): void {
    if (this.#cut === undefined) return;
    for (const feed of this.#cut.feeds.values()) feed.free();
    this.#cut.luma.free();
    this.#cut.chroma.free();
    this.#cut = undefined;
  }
}

function isWhole({ x, y, width, height }: CropArea, picture: Picture): boolean {
  return x === 0 && y === 0 && width === picture.width && height === picture.height;
}

function isWithin({ x, y, width, height }: CropArea, picture: Picture): boolean {
  return x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height;
}

/** @param part 1 for luma, 2 for chroma: from an odd pixel on, each sample is the mean of two. */
function gridOf(area: CropArea, picture: { width: number; height: number }, part: 1 | 2): Grid {
  const along = (start: number, length: number, pixels: number): Sampling => ({
    ...{ first: 0, end: part === 1 ? pixels : halfOf(pixels), count: part === 1 ? length : halfOf(length) },
    ...{ centre: start / part + 0.5, scale: 1 },
  });
  return {
    columns: along(area.x, area.width, picture.width),
    rows: along(area.y, area.height, picture.height),
  };
}
