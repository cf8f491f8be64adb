/** Moves a picture through its own place, in whole pixels. */
import type { SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import { filteredSize } from '../../../../shared/studio/filters/filtered-size.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Picture } from '../picture.ts';
import type { PictureFilter } from './picture-filter.ts';
import { TiledPicture } from './tiled-picture.ts';
import type { Point } from './tiled-picture.ts';

/** Of a small picture in a large place. */
const MOST_TILES = 64;

export class Scroll implements PictureFilter {
  readonly #settings: SettingsOf<'scroll'>;
  readonly #tiled: TiledPicture;
  #beginUs: number | undefined;

  constructor(memory: PlaneMemory, settings: SettingsOf<'scroll'>) {
    this.#settings = settings;
    this.#tiled = new TiledPicture(memory);
  }

  apply(picture: Picture, timestampUs: number): Picture {
    this.#beginUs ??= timestampUs;
    const { speedX, speedY, isLooping } = this.#settings;
    const seconds = (timestampUs - this.#beginUs) / 1_000_000;
    const size = filteredSize(picture, [{ isEnabled: true, settings: this.#settings }]);
    const [x, y] = [Math.round(speedX * seconds) + 0, Math.round(speedY * seconds) + 0];
    if (x === 0 && y === 0 && size.width === picture.width && size.height === picture.height) return picture;
    if (!isLooping) return this.#tiled.show(picture, size, [{ x: -x, y: -y }]);
    return this.#tiled.show(picture, size, tilesOf(picture, size, x, y));
  }

  end(): void {
    this.#tiled.end();
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Every place of the picture that shows, when its own is farther on by so much. */
function tilesOf(picture: Size, size: Size, x: number, y: number): readonly Point[] {
  const along = (pixels: number, length: number, moved: number): readonly number[] => {
    const first = -(((moved % pixels) + pixels) % pixels) + 0;
    const count = Math.min(MOST_TILES, Math.ceil((length - first) / pixels));
    return Array.from({ length: count }, (_, index) => first + index * pixels);
  };
  const columns = along(picture.width, size.width, x);
  const rows = along(picture.height, size.height, y);
  return rows.flatMap((top) => columns.map((left) => ({ x: left, y: top }))).slice(0, MOST_TILES);
}
