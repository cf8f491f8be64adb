/** What main sends the capture worker of a browser page, by the port that both share. The worker answers each with `pixelsTaken`. */

/** The part of a page's picture that has changed. Pixels. */
export interface PagePixels {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** BGRA, premultiplied, rows without padding. */
  readonly pixels: Uint8Array<ArrayBuffer>;
}

export const pixelsTaken = 'taken';
