/** Shows a picture as much as an image says. */
import type { SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import type { PlaneMemory } from '../memory.ts';
import { allocatePicture, freePicture, halfOf } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { Resampler } from '../sampling/resampler.ts';
import type { Sampling } from '../sampling/taps.ts';
import { MadeOf, PicturePlace, alphaOf, placesOf, showBy } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';

/** A byte for each pixel, rows without padding. */
export interface MaskImage {
  readonly width: number;
  readonly height: number;
  /** Of the colours, as far as the pixel is there. */
  readonly brightness: Uint8Array;
  readonly alpha: Uint8Array;
}

/** @param pixels RGBA, alpha straight, rows without padding. */
export function maskImageOf({
  width,
  height,
  pixels,
}: {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}): MaskImage {
  const count = width * height;
  const brightness = new Uint8Array(count);
  const alpha = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const at = 4 * index;
    const share = pixels[at + 3] ?? 0;
    const sum = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
    brightness[index] = Math.round((sum * share) / 765);
    alpha[index] = share;
  }
  return { width, height, brightness, alpha };
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
    const { width, height, brightness, alpha: image } = this.#image;
    const plane = {
      offset: this.#memory.place(this.#settings.by === 'alpha' ? image : brightness),
      stride: width,
    };
    const table = this.#memory.place(maskTable(this.#settings));
    this.#memory.kernels.lookUp(...placesOf(plane, plane), width, height, table);
    this.#memory.free(table);
    const { columns, rows } = this.#settings.isStretched
      ? { columns: stretched(width, size.width), rows: stretched(height, size.height) }
      : covering(this.#image, size);
    const scaler = new Resampler(this.#memory, columns, rows, plane);
    scaler.run(plane.offset, alpha);
    scaler.free();
    this.#memory.free(plane.offset);
    const halver = new Resampler(this.#memory, halved(size.width), halved(size.height), alpha);
    halver.run(alpha.offset, alphaChroma);
    halver.free();
    this.#mask = mask;
    return mask;
  }
}

/** What each value of the image shows of the picture. */
function maskTable({ isInverted, opacity }: SettingsOf<'mask'>): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) =>
    Math.round((isInverted ? 255 - value : value) * opacity),
  );
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
