/** The files of filters in the worker: images of masks and LUTs, decoded once. */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { maskImageOf } from '../compositor/filters/image-mask.ts';
import { lutFunction } from '../compositor/filters/cube.ts';
import type { FilterContent, FilterContents } from '../compositor/filters/make-stages.ts';
import { openImage } from '../stills/image/image-source.ts';
import { nowUs } from './clock.ts';
import { svgDrawer } from './svg-drawer.ts';
import type { FilterFileEvent, FilterFileMessage } from './worker-messages.ts';

export class FilterFiles implements FilterContents {
  readonly #report: (event: FilterFileEvent) => void;
  readonly #contents = new Map<string, FilterContent>();
  /** The newest file of each filter. */
  readonly #runs = new Map<string, number>();
  #revision = 0;

  constructor(report: (event: FilterFileEvent) => void) {
    this.#report = report;
  }

  get revision(): number {
    return this.#revision;
  }

  get(filterId: string): FilterContent | undefined {
    return this.#contents.get(filterId);
  }

  /** What the filter had stays until the file is decoded, and when it can't be. */
  async take({ filterId, run, file }: FilterFileMessage): Promise<void> {
    this.#runs.set(filterId, run);
    if (file === undefined) return this.#keep(filterId, undefined);
    try {
      const content = await read(file);
      if (this.#runs.get(filterId) !== run) return;
      this.#keep(filterId, content);
      this.#report({ type: 'filterFileOpened', filterId, run });
    } catch (error) {
      this.#report({ type: 'filterFileFailed', filterId, run, error: toAppError(error).toRecord() });
    }
  }

  #keep(filterId: string, content: FilterContent | undefined): void {
    if (content === undefined) this.#contents.delete(filterId);
    else this.#contents.set(filterId, content);
    this.#revision += 1;
  }
}

type File = NonNullable<FilterFileMessage['file']>;

/** @throws AppError `source/bad-image` */
async function read(file: File): Promise<FilterContent> {
  return file.kind === 'lut' ? { kind: 'lut', lut: lutFunction(file.lut) } : await readMask(file.bytes);
}

/** The first picture of the image. @throws AppError `source/bad-image` */
async function readMask(bytes: ArrayBuffer): Promise<FilterContent> {
  const originUs = nowUs();
  const still = await openImage(bytes, originUs, svgDrawer(undefined));
  const picture = still.pictureAt(originUs);
  still.end();
  if (picture === undefined) throw new AppError('source/bad-image', {});
  const { width, height, pixels } = picture;
  return { kind: 'mask', image: maskImageOf({ width, height, pixels: new Uint8Array(pixels) }) };
}
