/** What every format's header says. */
import type { Orientation } from './orientation.ts';

export interface ImageSize {
  /** Pixels, as they are stored: before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}
