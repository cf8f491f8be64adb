/**
 * Which ffmpeg is used, now: found once and kept while it is there. One that is missing is looked for again each time it
 * is asked for, so that installing it takes no restart.
 */
import { existsSync } from 'node:fs';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { findFfmpeg } from './ffmpeg-location.ts';
import type { FfmpegPlaces, FoundFfmpeg } from './ffmpeg-location.ts';

export class FfmpegFinder {
  readonly #places: FfmpegPlaces;
  readonly #onFound: (found: FoundFfmpeg | undefined) => void;
  /** A search that began before there was anybody to hear of it. */
  #begun: Promise<FoundFfmpeg | undefined> | undefined;
  #looking: Promise<FoundFfmpeg | undefined> | undefined;
  #found: FoundFfmpeg | undefined;

  /** `onFound` hears the outcome of every search. @param begun the first one, where it runs already */
  constructor(
    places: FfmpegPlaces,
    onFound: (found: FoundFfmpeg | undefined) => void,
    begun?: Promise<FoundFfmpeg | undefined>,
  ) {
    this.#begun = begun;
    this.#places = places;
    this.#onFound = onFound;
  }

  /** `undefined` when there is none. */
  async find(): Promise<FoundFfmpeg | undefined> {
    if (this.#found !== undefined && existsSync(this.#found.path)) return this.#found;
    this.#looking ??= this.#look();
    return this.#looking;
  }

  /** @throws AppError `encoder/not-found`, with what to do. */
  async need(): Promise<FoundFfmpeg> {
    const found = await this.find();
    if (found !== undefined) return found;
    throw withReason(
      'encoder/not-found',
      this.#places.chosenPath === undefined ? 'ffmpegMissing' : 'ffmpegBroken',
    );
  }

  async #look(): Promise<FoundFfmpeg | undefined> {
    try {
      const begun = this.#begun;
      this.#begun = undefined;
      this.#found = await (begun ?? findFfmpeg(this.#places));
      this.#onFound(this.#found);
      return this.#found;
    } finally {
      this.#looking = undefined;
    }
  }
}
