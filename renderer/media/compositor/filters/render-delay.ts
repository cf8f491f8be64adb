/** Shows a picture later than it comes. Pictures wait in memory, and so many bytes of them at most. */
import type { PlaneMemory } from '../memory.ts';
import { allocatePicture, freePicture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { MadeOf, placesOf, planeSize } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';

/** 500 ms of 1080p at 60 fps. Of larger pictures the oldest go first: their delay is shorter. */
const MOST_BYTES = 100_000_000;

interface Waiting {
  readonly timestampUs: number;
  readonly picture: Picture;
}

export class RenderDelay implements PictureFilter {
  readonly #memory: PlaneMemory;
  readonly #delayUs: number;
  readonly #made = new MadeOf();
  /** Oldest first; the first one shows. */
  readonly #waiting: Waiting[] = [];
  #revision = 0;

  constructor(memory: PlaneMemory, delayMs: number) {
    this.#memory = memory;
    this.#delayUs = delayMs * 1000;
  }

  apply(picture: Picture, timestampUs: number): Picture {
    if (this.#delayUs === 0) return picture;
    if (this.#made.isOther(picture)) this.#keep(picture, timestampUs);
    const shownUs = timestampUs - this.#delayUs;
    while ((this.#waiting[1]?.timestampUs ?? Infinity) <= shownUs) this.#drop();
    return this.#waiting[0]?.picture ?? picture;
  }

  end(): void {
    while (this.#waiting.length > 0) this.#drop();
  }

  #keep(picture: Picture, timestampUs: number): void {
    const bytes = picture.width * picture.height * (picture.isOpaque ? 1.5 : 3);
    const most = Math.max(2, Math.floor(MOST_BYTES / bytes));
    while (this.#waiting.length >= most) this.#drop();
    this.#revision += 1;
    const place = allocatePicture(this.#memory, picture, !picture.isOpaque);
    this.#waiting.push({
      timestampUs,
      picture: { ...copied(this.#memory, picture, place), revision: this.#revision },
    });
  }

  #drop(): void {
    const [oldest] = this.#waiting.splice(0, 1);
    if (oldest !== undefined) freePicture(this.#memory, oldest.picture);
  }
}

function copied(memory: PlaneMemory, from: Picture, to: Picture): Picture {
  const { copy, split } = memory.kernels;
  for (const name of ['y', 'cb', 'cr', 'alpha', 'alphaChroma'] as const) {
    const [source, target] = [from[name], to[name]];
    if (source === undefined || target === undefined) continue;
    const move = source.step === 2 ? split : copy;
    move(...placesOf(target, source), ...planeSize(from, name));
  }
  return to;
}
