/** Pictures that the app makes itself (colours, images, text): pixels of a moment of the program, and when they change. */

import type { TextScroll } from '../../../shared/studio/drawn-inputs.ts';

/** The most that one picture may have, decoded. */
export const MAX_PIXELS = 64 * 1024 * 1024;
/** The longest side of a picture, in pixels. */
export const MAX_SIDE = 16_384;

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, 8 bits each, straight alpha, rows without padding. Nobody writes into it any more. */
  readonly pixels: ArrayBuffer;
}

export interface DrawnPicture extends Pixels {
  /** Equal revisions have equal pixels, of whatever source: no number is used twice in a worker. */
  readonly revision: number;
  /** The picture moves through a window. */
  readonly scroll?: TextScroll | undefined;
}

export interface StillSource {
  /** The picture to show at a moment of the program: the same object while nothing has changed, undefined while there is none. */
  pictureAt(programUs: number): DrawnPicture | undefined;
  /**
   * The earliest moment after `programUs` at which `pictureAt` may give another picture: `programUs` itself while one is being
   * decoded, Infinity for a picture that stays.
   */
  nextChangeUs(programUs: number): number;
  /** Gives up everything it holds. `pictureAt` is undefined from then on. */
  end(): void;
}

let newestRevision = 0;

export function asDrawn({ width, height, pixels }: Pixels, scroll?: TextScroll): DrawnPicture {
  newestRevision += 1;
  return { width, height, pixels, revision: newestRevision, ...(scroll && { scroll }) };
}
