/** Shows a picture as much as an image says. */
import type { SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import type { PlaneMemory } from '../memory.ts';
import { allocatePicture, freePicture, halfOf } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { Resampler } from '../sampling/resampler.ts';
import type { Sampling } from '../sampling/taps.ts';
import { MadeOf, PicturePlace, alphaOf, showBy } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';

/** RGBA, alpha straight, rows without padding. */
export interface MaskImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export class ImageMask implements PictureFilter {
  readonly #memory: PlaneMemory;
  readonly #settings: SettingsOf<'mask'>;
  readonly #image: MaskImage;
  readonly #place: PicturePlace;
  readonly #made = new MadeOf();
  /** Its alpha is the mask; it has the size of the picture. */
  #mask: Picture | undefined;
  #result: Picture | undefined;

  constructor(memory: PlaneMemory, settings: SettingsOf<'mask'>, image: MaskImage) {
    this.#memory = memory;
    this.#settings = settings;
    this.#image = image;
    this.#place = new PicturePlace(memory, true);
  }

  apply(picture: Picture): Picture {
    if (!this.#made.isOther(picture) && this.#result !== undefined) return this.#result;
    const mask = this.#maskFor(picture);
    this.#result = this.#place.next(picture, false);
    showBy(this.#memory, picture, alphaOf(mask), this.#result);
    return this.#result;
  }

  end(): void {
    this.#place.free();
    if (this.#mask !== undefined) freePicture(this.#memory, this.#mask);
    this.#mask = undefined;
  }

  #maskFor(size: Picture): Picture {
    if (this.#mask?.width === size.width && this.#mask.height === size.height) return this.#mask;
    if (this.#mask !== undefined) freePicture(this.#memory, this.#mask);
    const mask = allocatePicture(this.#memory, size, true);
    const { alpha, alphaChroma } = alphaOf(mask);
    const { width, height } = this.#image;
    const image = { offset: this.#memory.place(maskBytes(this.#image, this.#settings)), stride: width };
    const { columns, rows } = this.#settings.isStretched
      ? { columns: stretched(width, size.width), rows: stretched(height, size.height) }
      : covering(this.#image, size);
    const scaler = new Resampler(this.#memory, columns, rows, image);
    scaler.run(image.offset, alpha);
    scaler.free();
    this.#memory.free(image.offset);
    const halver = new Resampler(this.#memory, halved(size.width), halved(size.height), alpha);
    halver.run(alpha.offset, alphaChroma);
    halver.free();
    this.#mask = mask;
    return mask;
  }
}

/** A byte for each pixel. */
function maskBytes(
  { width, height, pixels }: MaskImage,
  { by, isInverted, opacity }: SettingsOf<'mask'>,
): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(4 * index, 4 * index + 4);
    const share = by === 'alpha' ? alpha / 255 : (((red + green + blue) / 3) * alpha) / (255 * 255);
    return Math.round((isInverted ? 1 - share : share) * opacity * 255);
  });
}

function stretched(samples: number, count: number): Sampling {
  const scale = samples / count;
  return { first: 0, end: samples, count, centre: scale / 2, scale };
}

/** As large as covers the picture, in its middle. */
function covering(image: MaskImage, size: Picture): { readonly columns: Sampling; readonly rows: Sampling } {
  const scale = Math.min(image.width / size.width, image.height / size.height);
  const along = (samples: number, count: number): Sampling => ({
    ...{ first: 0, end: samples, count, scale },
    centre: samples / 2 - ((count - 1) / 2) * scale,
  });
  return { columns: along(image.width, size.width), rows: along(image.height, size.height) };
}

function halved(pixels: number): Sampling {
  return { first: 0, end: pixels, count: halfOf(pixels), centre: 1, scale: 2 };
}
